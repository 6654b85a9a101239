import hashlib
import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from facilitator import exchange, record
from facilitator.paper import press
from facilitator.practice import prepared, recording
from facilitator.refusals import Refusal
from tests import web
from tests.web import an_app, judged

HOLDERS = tuple(one.id for one in recording.readers() if one.holds_one)
PAGES = (
    "/practice",
    "/questions",
    "/practice/before-the-day",
    *(f"/practice/plan/{reader}" for reader in HOLDERS),
)


@cache
def _app() -> Flask:
    """One app for all these tests: no page of practice keeps anything."""
    return an_app()


def a_client() -> FlaskClient:
    return web.a_client(_app())


@pytest.mark.parametrize("address", PAGES)
def test_every_practice_page_is_sound_and_says_that_it_is_practice(address: str) -> None:
    answer = a_client().get(address)
    page = judged(answer)
    assert answer.status_code == 200
    assert "PRACTICE" in page.all("header")[0]


@pytest.mark.parametrize("address", PAGES)
def test_every_link_of_every_page_leads_somewhere(address: str) -> None:
    client = a_client()
    for link in judged(client.get(address)).links:
        if link.startswith("/") and ".pdf" not in link:
            assert client.get(link).status_code == 200, link


def test_the_home_page_leads_to_the_copy_of_the_one_who_looks_after_the_plan() -> None:
    page = judged(a_client().get("/practice"))
    assert "Read the practice family's plan" in page.all("a")
    assert page.links[page.all("a").index("Read the practice family's plan")] == (
        "/practice/plan/bev"
    )


def test_the_home_page_offers_a_copy_to_read_and_to_print_for_each_reader_and_no_other() -> None:
    page = judged(a_client().get("/practice"))
    for reader in recording.readers():
        assert (f"/practice/plan/{reader.id}" in page.links) is reader.holds_one
        assert (f"/practice/plan/{reader.id}.pdf" in page.links) is reader.holds_one
    assert "idris" not in HOLDERS
    assert len(HOLDERS) == 11


@pytest.mark.parametrize("reader", ["idris", "nobody", "BEV", "..", "%00", "💛"])
def test_who_holds_no_copy_and_who_does_not_exist_look_the_same(reader: str) -> None:
    client = a_client()
    stranger = client.get("/practice/plan/stranger")
    for address in (f"/practice/plan/{reader}", f"/practice/plan/{reader}.pdf"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert judged(answer).all("body") == judged(stranger).all("body")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/practice/plan/bev?edition=standard", 200),
        ("/practice/plan/bev?edition=large_print", 200),
        ("/practice/plan/tiana?edition=child", 200),
        ("/practice/plan/bev?edition=child", 404),  # an adult's copy is no child's page
        ("/practice/plan/tiana?edition=standard", 404),
        ("/practice/plan/bev?edition=easy_read", 404),  # not built yet
        ("/practice/plan/bev?edition=", 404),
        ("/practice/plan/bev.pdf?edition=child", 404),
    ],
)
def test_each_copy_comes_in_its_own_editions(address: str, status: int) -> None:
    assert a_client().get(address).status_code == status


def test_a_reader_who_asked_for_big_print_gets_it_unasked() -> None:
    html = a_client().get("/practice/plan/winston").get_data(as_text=True)
    assert 'edition=large_print" aria-current="page"' in html
    assert "large_print.css" in html


@pytest.mark.parametrize("reader", HOLDERS)
def test_no_page_of_a_reader_holds_a_word_of_the_notes(reader: str) -> None:
    html = a_client().get(f"/practice/plan/{reader}").get_data(as_text=True)
    for secret in ("AUDIT-C", "Reg 24", "Viability", "I was wrong", "MGPs"):
        assert secret not in html


@pytest.mark.parametrize("reader", ["joy", "tiana", "jaydon"])
def test_what_is_hidden_from_a_reader_is_nowhere_in_their_page(reader: str) -> None:
    assert "Moor House" not in a_client().get(f"/practice/plan/{reader}").get_data(as_text=True)
    assert "Moor House" in a_client().get("/practice/plan/charlene").get_data(as_text=True)


def test_the_paper_is_a_pdf_to_look_at_with_a_name_made_from_its_own_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pdf = b"%PDF-1.7 the paper"
    monkeypatch.setattr(
        recording, "paper_for", lambda _reader, edition: press.Printed(edition, "en", pdf)
    )
    answer = a_client().get("/practice/plan/bev.pdf?edition=large_print")
    name = f"family-plan-{hashlib.sha256(pdf).hexdigest()[:8]}.pdf"
    assert answer.data == pdf
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == f'inline; filename="{name}"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_child_s_page_is_really_printed() -> None:
    answer = a_client().get("/practice/plan/tiana.pdf")
    assert answer.status_code == 200, " ".join(judged(answer).all("li"))
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["Content-Disposition"].startswith('inline; filename="family-plan-')


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> {{ 7 * 7 }} \"'"
TYPED = {"name", "called", "relationship", "plan_title", "text", "what", "words", "reason"}


def typed_by_a_stranger(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: typed_by_a_stranger(held, name) for name, held in value.items()}
    if isinstance(value, list):
        return [typed_by_a_stranger(held, key) for held in value]
    return f"{value} {HOSTILE}" if isinstance(value, str) and key in TYPED else value


@pytest.fixture
def hostile_family(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    document = json.loads(files("facilitator.practice").joinpath(prepared.RECORD).read_bytes())
    document["safety"]["confidential"] = []
    recorded = record.read(json.dumps(typed_by_a_stranger(document)).encode(), prepared.RECORD)
    hostile = exchange.plan_of(recorded, exchange.draft_of(recorded))
    monkeypatch.setattr(recording, "plan", lambda: hostile)
    recording.copy_for.cache_clear()
    yield
    recording.copy_for.cache_clear()


@pytest.mark.usefixtures("hostile_family")
@pytest.mark.parametrize("address", PAGES)
def test_what_a_stranger_typed_is_text_on_every_page(address: str) -> None:
    answer = a_client().get(address)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_copy_that_is_refused_gives_its_reason_and_no_plan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_reader: str) -> None:
        raise Refusal.because("Something hidden would show.", "Use other words there.")

    monkeypatch.setattr(recording, "copy_for", refuse)
    client = a_client()
    for address in ("/practice/plan/joy", "/practice/plan/joy?edition=standard"):
        answer = client.get(address)
        page = judged(answer)
        assert answer.status_code == 409
        assert page.all("h1") == ["Pastor Joy can't have a copy yet"]
        assert "Something hidden would show." in page.all("p")
        assert "Use other words there." in page.all("p")
        assert "PRACTICE" in page.all("header")[0]


def test_where_paper_cannot_be_made_the_page_says_why_and_leads_to_one_to_print(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: str) -> None:
        raise Refusal.because("This computer has no Pango.", "Install it with: brew install pango.")

    monkeypatch.setattr(recording, "paper_for", refuse)
    answer = a_client().get("/practice/plan/bev.pdf")
    page = judged(answer)
    assert answer.status_code == 409
    assert "Install it with: brew install pango." in page.all("p")
    assert "/practice/plan/bev" in page.links
    assert "Your browser can print it from there." in " ".join(page.all("p"))


def test_the_questions_page_shows_each_stage_each_question_and_what_it_keeps() -> None:
    page = judged(a_client().get("/questions"))
    text = " ".join(page.all("main"))
    assert len(page.all("details")) >= 33
    assert "We will:" in text
    assert "[child]" not in text


@pytest.mark.parametrize(
    "name", ["run-sheet", "flip-chart", "take-in", "private-card", "step-slips"]
)
def test_each_paper_for_before_the_day_is_a_pdf_with_a_plain_name(name: str) -> None:
    answer = a_client().get(f"/practice/before-the-day/{name}.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == f'inline; filename="{name}.pdf"'
    assert answer.data.startswith(b"%PDF")


def test_everybody_but_the_facilitator_can_be_invited() -> None:
    client = a_client()
    assert client.get("/practice/invitation/grace.pdf").mimetype == "application/pdf"
    for stranger in ("idris", "nobody"):
        assert client.get(f"/practice/invitation/{stranger}.pdf").status_code == 404
    assert client.get("/practice/before-the-day/poster.pdf").status_code == 404
