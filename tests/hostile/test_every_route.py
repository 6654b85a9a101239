"""Every page and every form of the app, where the words in them would break programs."""

import html
import os
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

import pytest

from facilitator.pages.headers import HEADERS
from tests.hostile import payloads
from tests.hostile.boxes import unguarded
from tests.hostile.cross_site import VARIANTS, status_of, unsafe
from tests.hostile.doing import done_to
from tests.hostile.sent_forms import Box, Form, is_a_box
from tests.hostile.service import (
    OTHER_WORDS,
    OWN_WORDS,
    WORKED_OUT,
    Asked,
    FoundForm,
    Hearing,
    all_rows,
    every_form,
    every_page,
    hearing,
    hostile_service,
    post,
)
from tests.proofs.access_walk import Walk

WHOLE = os.environ.get("RELIABILITY") == "all"
# What no log and no address may hold: words and names of both families, and what was typed since.
CANARIES = ("xqown", "xqother", "tiana", "campbell", "window.xq", "xq-mark", "only-for-tests")
REFUSED = {400, 403}


@pytest.fixture(scope="module")
def logs() -> Iterator[Hearing]:
    with hearing() as heard:
        yield heard


@pytest.fixture(scope="module")
def walk(logs: Hearing) -> Iterator[Walk]:
    assert logs.said == []
    with hostile_service() as walk:
        yield walk


@pytest.fixture(scope="module")
def rows_at_first(walk: Walk) -> str:
    return all_rows(walk)


@pytest.fixture(scope="module")
def pages(walk: Walk, rows_at_first: str) -> list[Asked]:
    assert rows_at_first
    return list(every_page(walk))


@pytest.fixture(scope="module")
def forms(pages: list[Asked]) -> list[FoundForm]:
    return every_form(pages)


def test_nearly_every_page_is_shown_and_many_hold_the_words(pages: list[Asked]) -> None:
    shown = [one for one in pages if one.answer.status_code == 200]
    assert len(shown) >= 110
    told = [one for one in shown if "xqown" in one.said or "xqother" in one.said]
    assert len(told) >= 60


def test_asking_for_every_page_changes_nothing_but_the_log_of_looks(
    walk: Walk, pages: list[Asked], rows_at_first: str
) -> None:
    assert pages
    assert all_rows(walk) == rows_at_first


def test_words_do_nothing_to_any_page(pages: list[Asked]) -> None:
    drawn = [one for one in pages if one.is_html]
    assert {one.endpoint: did for one in drawn if (did := done_to(one.said))} == {}
    assert [one.endpoint for one in drawn if WORKED_OUT in one.said] == []


def test_no_page_leads_to_an_address_that_holds_a_word_of_anybody(pages: list[Asked]) -> None:
    ways = {one.endpoint: unquote(one.answer.headers.get("Location", "")) for one in pages}
    assert [one for one, way in ways.items() if any(word in way.lower() for word in CANARIES)] == []


@pytest.mark.parametrize(
    "words", [OWN_WORDS, OTHER_WORDS, *payloads.HTML[:12], *payloads.LINKS[:2], "//xq.example/"]
)
def test_words_that_a_template_let_through_would_be_noticed(words: str) -> None:
    places = (f"<p>{words}</p>", f'<a href="{words}">', f"<p class='{words}'>", f'<p id="{words}">')
    assert any(done_to(one) for one in places)


def test_every_header_goes_out_with_every_page(pages: list[Asked]) -> None:
    for one in pages:
        told = {name: one.answer.headers.getlist(name) for name in HEADERS}
        assert told == {name: [value] for name, value in HEADERS.items()}, one.endpoint


def test_no_browser_and_no_proxy_keeps_any_page(pages: list[Asked]) -> None:
    kept = {one.endpoint for one in pages if one.answer.headers["Cache-Control"] != "no-store"}
    assert kept == {"static"}


def test_no_box_sends_words_to_a_spelling_service_or_offers_them_to_the_next(
    pages: list[Asked],
) -> None:
    found = {one.endpoint: unguarded(one.said) for one in pages if one.is_html}
    assert {one: wrong for one, (_, wrong) in found.items() if wrong} == {}
    assert sum(boxes for boxes, _ in found.values()) >= 150


def test_no_form_breaks_whatever_words_are_in_it(walk: Walk, forms: list[FoundForm]) -> None:
    turn, heard = payloads.in_turn(), Counter[int]()

    def a_few_words(box: Box) -> str:
        return f"Nan {next(turn)}"[:70] if box.is_for_words and not box.value else box.value

    def everything(box: Box) -> str:
        return box.value if box.name == "csrf_token" else next(turn)

    def boxes_alone(box: Box) -> str:
        return next(turn) if is_a_box(box) else box.value

    ways = (a_few_words, everything, boxes_alone)
    for number, one in enumerate(forms):
        for words in ways if WHOLE else ways[number % 2 : number % 2 + 1]:
            for button in one.form.buttons[: None if WHOLE else 1] or [Box("", "button", "")]:
                answer = post(walk, one, [*one.form.sent(words), (button.name, button.value)])
                heard[answer.status_code // 100] += 1
                assert answer.status_code < 500, (one.form.action, words.__name__)
                assert done_to(answer.get_data().decode("utf-8", "replace")) == [], one.form.action
    assert len(forms) >= 70
    assert sum(is_a_box(box) for one in forms for box in one.form.boxes) >= 170
    assert heard[3] >= 10  # Many are kept.


def with_words(form: Form, words: str) -> list[tuple[str, str]]:
    return form.sent(lambda box: words if box.is_for_words else box.value)


def test_words_that_no_paper_takes_come_back_in_their_form(
    walk: Walk, forms: list[FoundForm]
) -> None:
    odd = (*payloads.UNREADABLE, "a" * 5001, "a\u0301" * 5000, "x " * 50_000)
    for_words = [one for one in forms if any(box.is_for_words for box in one.form.boxes)]
    kept_back = 0
    for number, one in enumerate(for_words if WHOLE else for_words[::3]):
        for words in odd if WHOLE else (odd[number % len(odd)],):
            answer = post(walk, one, with_words(one.form, words))
            assert answer.status_code < 500, one.form.action
            is_back = answer.status_code in {409, 422} and words[-200:] in html.unescape(
                answer.text
            )
            kept_back += is_back
    assert kept_back >= 5


def test_nothing_changes_for_another_site_or_under_another_name(walk: Walk) -> None:
    before, asked = all_rows(walk), list(unsafe(walk))
    walk.service.app.config["WTF_CSRF_CHECK_DEFAULT"] = True
    try:
        taken = [
            (one.endpoint, name, status)
            for one in asked
            for name, headers in VARIANTS.items()
            if (status := status_of(walk, one, headers)) not in REFUSED
        ]
    finally:
        walk.service.app.config["WTF_CSRF_CHECK_DEFAULT"] = False
    assert taken == []
    assert len(asked) >= 100
    assert all_rows(walk) == before


def test_the_logs_hold_no_word_of_all_this(pages: list[Asked], logs: Hearing) -> None:
    assert pages
    said = "\n".join(logs.said).lower()
    assert [one for one in CANARIES if one in said] == []
