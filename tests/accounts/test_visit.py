from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from facilitator.accounts.visit import Visit, hash_of

NOON = datetime(2027, 2, 27, 12, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
VISIT = Visit(UUID(int=1), UUID(int=2), hash_of("token"), began_at=NOON, seen_at=NOON)


@pytest.mark.parametrize(
    ("later", "is_open"),
    [
        (timedelta(0), True),
        (4 * HOUR, True),
        (4 * HOUR + MINUTE, False),  # nobody was seen for too long
        (-10 * MINUTE, True),  # somebody put the clock right
        (-HOUR, True),
        (-2 * HOUR, False),
    ],
)
def test_a_visit_lasts_four_hours_from_when_somebody_was_last_seen(
    later: timedelta, *, is_open: bool
) -> None:
    assert VISIT.is_open(NOON + later) is is_open


def test_a_visit_never_lasts_longer_than_twelve_hours() -> None:
    seen = replace(VISIT, seen_at=NOON + 11 * HOUR)
    assert seen.is_open(NOON + 12 * HOUR)
    assert not seen.is_open(NOON + 12 * HOUR + MINUTE)


def test_a_visit_that_was_ended_stays_ended() -> None:
    assert not replace(VISIT, ended_at=NOON).is_open(NOON)


def test_when_somebody_was_seen_is_written_once_a_minute_at_most() -> None:
    assert VISIT.seen(NOON + timedelta(seconds=59)) is VISIT
    assert VISIT.seen(NOON + MINUTE) == replace(VISIT, seen_at=NOON + MINUTE)
    assert VISIT.seen(NOON - 10 * MINUTE) is VISIT
