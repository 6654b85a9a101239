"""What waits is said in plain words: what it is, since when, and one calm line for the rest."""

from datetime import date

import pytest

from facilitator.people import Role
from facilitator.plans.due import DueKind
from facilitator.supervising.waiting import (
    HEADINGS,
    Group,
    Waiting,
    button_of,
    how_far,
    meets,
    nothing_of,
    since,
    what_of,
)

TODAY = date(2027, 3, 5)  # a Friday


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "since today"),
        (date(2027, 3, 4), "since yesterday"),
        (date(2027, 3, 2), "since Tuesday, 3 days"),
        (date(2027, 2, 27), "since Saturday, 6 days"),
        (date(2027, 2, 26), "since Friday 26 February, 7 days"),
        (date(2026, 12, 1), "since Tuesday 1 December 2026, 94 days"),
        (date(2027, 3, 6), "on Saturday 6 March, tomorrow"),
        (date(2027, 3, 13), "on Saturday 13 March, in 8 days"),
    ],
)
def test_how_long_something_waits_is_said_in_words(day: date, words: str) -> None:
    assert since(day, TODAY) == words


def test_a_day_to_meet_again_is_told_before_and_after() -> None:
    assert meets(TODAY, TODAY) == "today"
    assert meets(date(2027, 3, 9), TODAY) == "on Tuesday 9 March, in 4 days"
    assert meets(date(2027, 3, 2), TODAY) == "The day was Tuesday 2 March, 3 days ago"
    assert how_far(date(2027, 3, 4), TODAY) == "yesterday"


def test_empty_groups_share_one_calm_line() -> None:
    one = Waiting(what="They meet again.", way="/", button="Look at the day")
    every = tuple(Group(key, (), 0) for key in HEADINGS)
    assert nothing_of(every[:1]) == "Nothing to act on today."
    assert nothing_of((Group("reviews", (one,), 1), *every[2:4])) == (
        "No answer overdue, and no step of ours late."
    )
    assert nothing_of((Group("reviews", (one,), 1),)) == ""
    assert nothing_of(every).count(",") == len(HEADINGS) - 1


def test_what_is_not_shown_is_counted() -> None:
    one = Waiting(what="They meet again.", way="/", button="Look at the day")
    assert Group("reviews", (one,) * 5, 19).more == 14


def test_a_promise_is_told_by_the_part_of_whoever_made_it_and_never_as_a_failing() -> None:
    assert what_of(DueKind.STEP, Role.WORKER).startswith("A step of a worker was due.")
    assert what_of(DueKind.STEP, None).startswith("A step of the service was due.")
    for kind in DueKind:
        assert not any(word in what_of(kind, None).lower() for word in ("fail", "overdue"))
        assert button_of(kind)
