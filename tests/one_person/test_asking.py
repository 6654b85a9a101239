"""The clock of a request: one calendar month from the day on which it was asked."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from facilitator.one_person.asking import AccessRequest, months_after
from tests.kept import NOW


def request(**known: Any) -> AccessRequest:
    usual: dict[str, Any] = {
        "id": UUID(int=1),
        "meeting_id": UUID(int=2),
        "person": "nan",
        "asked_by": "Nan",
        "known_by": "I know her",
        "asked_on": date(2027, 3, 3),
        "at": NOW,
        "typed_by": UUID(int=3),
    }
    return AccessRequest(**usual | known)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2027, 3, 3), date(2027, 4, 3)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 3, 29)),
        (date(2027, 3, 31), date(2027, 4, 30)),
        (date(2027, 12, 31), date(2028, 1, 31)),
        (date(2027, 11, 30), date(2027, 12, 30)),
    ],
)
def test_it_is_due_on_the_same_day_of_the_next_month_or_on_its_last(asked: date, due: date) -> None:
    assert months_after(asked, 1) == due
    assert request(asked_on=asked).due_on == due


def test_two_months_more_are_counted_from_the_day_it_was_asked() -> None:
    longer = request(asked_on=date(2027, 11, 30), longer_on=date(2027, 12, 2), longer_why="Hard.")
    assert longer.due_on == date(2028, 2, 29)
    assert longer.first_due_on == date(2027, 12, 30)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2027, 4, 1), "There are 2 days left."),
        (date(2027, 4, 2), "There is 1 day left."),
        (date(2027, 4, 3), "Due today, Saturday 3 April 2027."),
        (date(2027, 4, 4), "Late by 1 day."),
        (date(2027, 5, 3), "Late by 30 days."),
    ],
)
def test_the_desk_says_how_much_time_is_left(today: date, said: str) -> None:
    assert said in request().told(today)


def test_what_is_answered_is_never_late() -> None:
    done = request(answered_at=datetime(2027, 3, 9, tzinfo=UTC))
    assert done.told(date(2029, 1, 1)) == "Answered."
