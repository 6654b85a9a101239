"""P6: a record goes on its day, not before, and never while it is held."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from facilitator.retention.kinds import FAMILY, NOTES
from facilitator.retention.periods import KeepingChoice, day_it_goes, last_day_gone, months_later
from facilitator.retention.standing import Standing, by_kind
from tests.kept import EXE, SAM

LONG_AGO = datetime(2020, 1, 6, 12, tzinfo=UTC)
LONDON = "Europe/London"
# From which day, how many months, and on which day it goes.
DAYS = (
    (date(2026, 5, 3), 12, date(2027, 5, 3)),
    (date(2028, 2, 29), 12, date(2029, 2, 28)),  # A leap day.
    (date(2028, 2, 29), 48, date(2032, 2, 29)),
    (date(2027, 2, 28), 12, date(2028, 2, 28)),
    (date(2027, 11, 30), 3, date(2028, 2, 29)),
    (date(2026, 3, 29), 12, date(2027, 3, 29)),  # The clocks go forward.
    (date(2025, 10, 26), 12, date(2026, 10, 26)),
    (date(2026, 3, 28), 12, date(2027, 3, 28)),
    (date(2024, 10, 25), 24, date(2026, 10, 25)),  # The clocks go back.
    (date(2026, 12, 31), 1, date(2027, 1, 31)),
)
ZONES = (LONDON, "Pacific/Kiritimati", "Pacific/Pago_Pago")
CASES = [
    (start, months, goes, zone, by)
    for start, months, goes in DAYS
    for zone, by in zip(
        (LONDON, LONDON, LONDON, LONDON, *ZONES[1:]), (-1, 0, 1, 0, -1, 0), strict=True
    )
]


def chosen(months: int | None, at: datetime = LONG_AGO, kind: str = FAMILY) -> KeepingChoice:
    return KeepingChoice(
        id=UUID(int=7),
        team_id=EXE.id,
        kind=kind,
        months=months,
        reason="",
        by=SAM.id,
        at=at,
        revision=1,
    )


def a_standing(held_on: date, **more: object) -> Standing:
    # No version 7, so the day on which it came in is not known.
    known = {"meeting_id": UUID(int=1), "team_id": EXE.id, "owner_id": SAM.id, "held_on": held_on}
    return Standing(**{**known, **more})  # type: ignore[arg-type]


def midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def test_there_are_sixty_cases_to_try() -> None:
    assert len(CASES) == 60


@pytest.mark.parametrize(("start", "months", "goes", "zone", "by"), CASES)
def test_a_record_goes_on_its_day_and_not_a_second_before(
    start: date, months: int, goes: date, zone: str, by: int
) -> None:
    standing, choices = a_standing(start, zone=zone), by_kind([chosen(months)])
    day = goes + timedelta(days=by)
    first, last = midnight(day, zone), midnight(day + timedelta(days=1), zone)
    assert standing.goes_on(choices) == goes
    assert standing.has_come(choices, first) is (by >= 0)
    assert standing.has_come(choices, last - timedelta(seconds=1)) is (by >= 0)
    assert not standing.has_come(choices, midnight(goes, zone) - timedelta(seconds=1))
    assert not replace(standing, held=True).has_come(choices, last)


def test_nothing_goes_while_nobody_has_chosen() -> None:
    assert a_standing(date(1990, 1, 1)).goes_on({}) is None
    assert not a_standing(date(1990, 1, 1)).has_come({}, LONG_AGO)


def test_it_counts_from_the_last_of_its_days() -> None:
    first = date(2026, 5, 3)
    standing = a_standing(first)
    assert standing.counts_from == first
    assert replace(standing, plan_on=date(2026, 5, 9)).counts_from == date(2026, 5, 9)
    review = date(2026, 8, 1)
    assert replace(standing, review_on=review).counts_from == review
    # A slip in the year of a review must not keep a record for ever.
    assert replace(standing, review_on=date(2126, 8, 1)).counts_from == first


def test_a_record_brought_in_late_counts_from_the_day_on_which_it_came_in() -> None:
    came_in = datetime(2026, 11, 23, 12, tzinfo=UTC)
    seven = UUID(int=int(came_in.timestamp() * 1000) << 80 | 7 << 76 | 2 << 62)
    assert a_standing(date(2019, 5, 3), meeting_id=seven).counts_from == date(2026, 11, 23)


def test_the_first_choice_lets_nothing_go_before_two_weeks_have_passed() -> None:
    now = datetime(2030, 6, 1, 12, tzinfo=UTC)
    assert day_it_goes(date(2020, 1, 1), [chosen(12, now)]) == date(2030, 6, 15)


def test_a_shorter_time_waits_two_weeks_and_never_longer_than_the_time_before() -> None:
    before, now = chosen(36), datetime(2030, 6, 1, 12, tzinfo=UTC)
    then = chosen(12, now)
    assert day_it_goes(date(2028, 6, 1), [before, then]) == date(2030, 6, 15)
    assert day_it_goes(date(2027, 6, 5), [before, then]) == date(2030, 6, 5)  # As before.
    assert day_it_goes(date(2030, 1, 1), [before, then]) == date(2031, 1, 1)


def test_a_longer_time_holds_at_once() -> None:
    now = datetime(2030, 6, 1, 12, tzinfo=UTC)
    assert day_it_goes(date(2029, 6, 2), [chosen(12), chosen(24, now)]) == date(2031, 6, 2)


def test_after_a_hold_has_ended_nothing_goes_before_two_weeks_have_passed() -> None:
    freed = datetime(2030, 6, 1, 12, tzinfo=UTC)
    standing, choices = a_standing(date(2026, 5, 3), freed_at=freed), by_kind([chosen(12)])
    assert standing.goes_on(choices) == date(2030, 6, 15)


def test_notes_may_go_sooner_and_never_later_than_the_record() -> None:
    standing = a_standing(date(2026, 5, 3))
    sooner = by_kind([chosen(24), chosen(6, kind=NOTES)])
    assert standing.goes_on(sooner, NOTES) == date(2026, 11, 3)
    assert standing.goes_on(by_kind([chosen(24)]), NOTES) == date(2028, 5, 3)
    back = by_kind([chosen(24), chosen(6, kind=NOTES), chosen(None, kind=NOTES)])
    assert standing.goes_on(back, NOTES) == date(2028, 5, 3)


def test_a_family_in_its_private_time_is_left_alone_unless_somebody_forgot_to_end_it() -> None:
    standing = a_standing(date(2026, 5, 3), in_private_time=True)
    choices, day = by_kind([chosen(12)]), datetime(2027, 5, 3, 12, tzinfo=UTC)
    assert not standing.has_come(choices, day)
    assert standing.has_come(choices, day + timedelta(days=8))


def test_what_has_gone_of_a_list_is_told_by_its_last_day() -> None:
    today = date(2030, 6, 1)
    assert last_day_gone(today, []) is None
    assert last_day_gone(today, [chosen(12)]) == date(2029, 6, 1)
    slip = chosen(1, datetime(2030, 5, 30, 12, tzinfo=UTC))
    assert last_day_gone(today, [chosen(12), slip]) == date(2029, 6, 1)
    assert last_day_gone(today, [slip]) is None


def test_a_month_is_counted_to_its_last_day_where_it_is_shorter() -> None:
    assert months_later(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_later(date(2027, 3, 31), -1) == date(2027, 2, 28)
