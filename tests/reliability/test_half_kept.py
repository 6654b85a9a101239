"""The disk breaks at any moment of one press: all that belongs together is kept, or none of it.

A line with its wording, a plan with what it promises by a day, the copies of one press: each is
tried with a disk that fails at one question to the database after the other, and with one that is
full from one byte on.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from facilitator.database import new_id
from facilitator.paper import ready
from tests.agreeing.answers_meeting import AtTheYes
from tests.leading import in_a_meeting
from tests.leading.in_a_meeting import Led
from tests.releasing.handing_over_day import a_day
from tests.reliability import often
from tests.reliability.broken_disk import Kept, breaking_at_question, full_from_byte
from tests.web import an_app

# For each of three presses; more than there are questions is all of them.
QUESTIONS, PAGES_LEFT = often(6, 1000), often(5, 90)
FULL, WELL = 507, frozenset({200, 303})
PAGE = 4096  # bytes


@dataclass(frozen=True)
class Press:
    """One thing that somebody keeps, as often as one likes, and what it leaves when it is kept."""

    app: Flask
    send: Callable[[], TestResponse]
    kept: Kept
    questions: int
    rows: dict[str, int]


def a_line() -> tuple[Flask, Callable[[], TestResponse]]:
    led = Led(an_app())
    return led.app, lambda: led.keep("l1", words="Nan cooks. " * 400)


def a_plan() -> tuple[Flask, Callable[[], TestResponse]]:
    in_a_meeting._shared.cache_clear()  # noqa: SLF001 - no other test may stand in this file
    at = AtTheYes()
    in_a_meeting._shared.cache_clear()  # noqa: SLF001 - likewise
    form = at.hidden_in("final")
    return at.app, lambda: at.send("agree/final", **form)


def the_copies() -> tuple[Flask, Callable[[], TestResponse]]:
    day, press = a_day(), str(new_id())
    return day.app, lambda: day.sends("/copies", what="everything", press=press)


posix = pytest.mark.skipif(os.name != "posix", reason="Only POSIX says how long files may be.")
PRESSES = {"a line": a_line, "a plan": a_plan, "the copies": the_copies}
LEAVES = {
    "a line": {"contribution", "wording"},
    "a plan": {"plan", "plan_due"},
    "the copies": {"handed_copy"},
}


@pytest.fixture(autouse=True)
def _the_press_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "prepare", lambda *_: None)


@cache
def pressed(what: str) -> Press:
    """That press, done with a disk that is well; twice, for an app knows more the second time."""
    app, send = PRESSES[what]()
    kept = Kept(app)
    assert send().status_code in WELL
    kept.as_before()
    with breaking_at_question(app, 0) as asked:
        assert send().status_code in WELL
    return Press(app, send, kept, asked.number, kept.new())


def spread(number: int, most: int) -> Iterator[int]:
    """That many numbers from 1 to the most, or all of them, as far from each other as can be."""
    yield from sorted({1 + (most - 1) * one // (number - 1) for one in range(number)})


@pytest.mark.parametrize("what", PRESSES)
def test_a_press_leaves_all_of_its_rows_where_nothing_breaks(what: str) -> None:
    press = pressed(what)
    assert LEAVES[what] <= press.rows.keys(), press.rows


@posix
@pytest.mark.parametrize("what", PRESSES)
def test_nothing_is_half_kept_at_whatever_question_the_disk_breaks(what: str) -> None:
    press = pressed(what)
    for number in spread(QUESTIONS, press.questions):
        press.kept.as_before()
        with breaking_at_question(press.app, number) as asked:
            answer = press.send()
        assert asked.broke
        if answer.status_code in WELL:
            # What broke was the note of who looked, which is written later.
            assert press.kept.new() == press.rows, number
        else:
            is_refused_and_kept_the_second_time(press, answer, number)


@posix
@pytest.mark.parametrize("what", PRESSES)
def test_nothing_is_half_kept_from_whatever_byte_the_disk_is_full(what: str) -> None:
    press = pressed(what)
    press.kept.as_before()
    pages = press.kept.file.stat().st_size // PAGE
    for page in spread(PAGES_LEFT, pages):
        press.kept.as_before()
        with full_from_byte(page * PAGE - 1):
            answer = press.send()
        if answer.status_code in WELL:
            assert press.kept.new() == press.rows
        else:
            # Where not even what was there can be put back, no page can be read either.
            is_kept_the_second_time(press, page)


def is_refused_and_kept_the_second_time(press: Press, answer: TestResponse, at: int) -> None:
    assert answer.status_code == FULL, (at, answer.status, answer.text)
    assert "disk is full, or it can't be written to" in answer.text.replace("&#39;", "'")
    is_kept_the_second_time(press, at)


def is_kept_the_second_time(press: Press, at: int) -> None:
    assert press.kept.is_as_before(), (at, press.kept.new())
    assert press.kept.is_whole()
    assert press.send().status_code in WELL, at
    assert press.kept.new() == press.rows, at
