"""While words are typed the app says how they read, and keeps nothing of it."""

from typing import Any

import pytest
from werkzeug.test import TestResponse

from facilitator.preparing.fields import LONGEST_WORDS
from tests.kept import counted
from tests.leading.in_a_meeting import Led
from tests.web import a_stranger

HARD = "Dad has a chaotic lifestyle and her siblings know."


@pytest.fixture(scope="module")
def led() -> Led:
    return Led()


def ask(led: Led, document: Any, **headers: str) -> TestResponse:
    sent = {"X-CSRFToken": led.token, **headers}
    return led.client.post(f"{led.address}/how-it-reads", json=document, headers=sent)


def test_what_is_found_is_told_stops_first(led: Led) -> None:
    answer = ask(led, {"kind": "worry", "text": HARD})
    assert answer.status_code == 200
    found = answer.get_json()["findings"]
    assert found[0]["level"] == "stop"
    assert found[0]["words"] == "chaotic lifestyle"
    assert {"level", "words", "offer", "why"} == set(found[0])
    assert [one["level"] for one in found] == sorted(
        (one["level"] for one in found), key=lambda level: level != "stop"
    )


def test_of_easy_words_nothing_is_said(led: Led) -> None:
    answer = ask(led, {"kind": "worry", "text": "Tiana gets up at night."})
    assert answer.get_json() == {"findings": []}


def test_the_answer_is_kept_by_no_browser(led: Led) -> None:
    answer = ask(led, {"kind": "worry", "text": HARD})
    assert answer.headers["Cache-Control"] == "no-store"


def test_asking_changes_nothing(led: Led) -> None:
    before = led.lines()
    with led.app.app_context(), counted() as questions:
        ask(led, {"kind": "worry", "text": HARD})
    assert led.lines() == before
    assert not [one for one in questions if not str(one).lstrip().upper().startswith("SELECT")]


@pytest.mark.parametrize(
    "document",
    [
        {"kind": "child_view", "text": HARD},  # somebody's own words
        {"kind": "nothing", "text": HARD},
        {"kind": "worry"},
        {"kind": "worry", "text": 7},
        {"kind": ["worry"], "text": HARD},
        {"kind": "worry", "text": "x" * (LONGEST_WORDS + 1)},
        {"kind": "worry", "text": HARD, "more": 1},
        [],
        "words",
        None,
    ],
)
def test_anything_else_is_refused_and_none_of_its_words_come_back(led: Led, document: Any) -> None:
    answer = ask(led, document)
    assert answer.status_code == 422
    assert "chaotic" not in answer.get_data(as_text=True)


def test_nobody_asks_without_being_signed_in(led: Led) -> None:
    stranger = a_stranger(led.app)
    answer = stranger.post(f"{led.address}/how-it-reads", json={"kind": "worry", "text": HARD})
    assert answer.status_code in (400, 401)
    assert "chaotic" not in answer.get_data(as_text=True)


def test_in_private_time_nothing_is_said() -> None:
    led = Led()
    led.in_private_time()
    answer = ask(led, {"kind": "worry", "text": HARD}, Accept="application/json")
    assert answer.status_code == 423
    assert "chaotic" not in answer.get_data(as_text=True)


def test_a_form_for_our_words_asks_and_one_for_theirs_does_not(led: Led) -> None:
    for kind, asks in (("worry", True), ("purpose", True), ("our_word", False)):
        page = led.client.get(f"{led.address}/before/new/{kind}").get_data(as_text=True)
        assert ("data-reads=" in page) is asks, kind
