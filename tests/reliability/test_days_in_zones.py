"""The day to meet again is a day on the wall: typed here, printed the same in every zone."""

import os
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import product

import pytest

from facilitator import days
from tests.agreeing.at_the_walk import Walk, boxes_of, kept
from tests.reliability import often

# The zones of the earth by whole hours, and the one in which an hour comes twice, or never.
ZONES = (*(f"Etc/GMT{hours:+d}" for hours in range(-14, 12)), "Europe/London")
TURNS = (date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31))
DAYS = (
    *(turn + timedelta(days=beside) for turn in TURNS for beside in (-1, 0, 1)),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2028, 2, 29),
    date(2028, 3, 1),
)
CASES = tuple(product(ZONES, DAYS))
EVERY = often(17, 1)  # one case of so many: prime to both, so that each zone and day comes up


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer stands there."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows takes its zone from elsewhere.")
    monkeypatch.setitem(os.environ, "TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@cache
def walk() -> Walk:
    return Walk()


@pytest.mark.parametrize(
    ("zone", "day"),
    CASES[::EVERY],
    indirect=["zone"],
    ids=lambda one: str(one).replace("/", " "),
)
@pytest.mark.usefixtures("zone")
def test_the_day_that_was_typed_is_the_day_on_the_paper(day: date) -> None:
    where = "/lines/plan.review/date"
    form = boxes_of(walk().get(where).text)
    typed = f"{day.day} {days.MONTHS[day.month - 1]} {day.year}"
    kept(walk().post(where, **{**form, "day.date": typed}))
    assert boxes_of(walk().get(where).text)["day.date"] == days.day(day)
    assert f"<h2>We meet again</h2> <p>{days.day(day)} at 10am" in printed(), typed


def printed() -> str:
    """Page 1, as the paper's own template draws it."""
    return " ".join(walk().get("/page-one").text.split('id="look"', 1)[1].split())
