"""What the meeting's own log tells of private time."""

from datetime import UTC, datetime, timedelta

from facilitator.meetings import PrivateTime, StageTime
from facilitator.meetings.private_time import Spell, in_log, to_the_minute, told_of
from tests.builders import meeting

NOON = datetime(2027, 2, 27, 12, tzinfo=UTC)


def spell(number: int, begins: int, ends: int | None = None, *stayed: str) -> Spell:
    """One that begins and ends so many minutes after noon."""
    return Spell(
        number=number,
        began_at=NOON + timedelta(minutes=begins),
        ended_at=None if ends is None else NOON + timedelta(minutes=ends),
        stayed=stayed,
    )


def log(*entries: str) -> tuple[StageTime, ...]:
    """ "share 11:00-12:10" and so on."""
    parts = (one.replace("-", " ").split(" ") for one in entries)
    return tuple(StageTime(stage=one[0], start=one[1], end=one[2]) for one in parts)


def told(entries: tuple[StageTime, ...]) -> list[str]:
    return [f"{one.stage} {one.start}-{one.end}" for one in entries]


def test_a_spell_stands_in_the_log_in_its_place() -> None:
    before = log("share 11:00-12:10", "agree 13:40-")
    found = in_log(before, (spell(1, 17, 90),), "Europe/London")
    assert told(found) == ["share 11:00-12:10", "private 12:17-13:30", "agree 13:40-"]


def test_to_come_to_its_card_is_not_yet_to_leave_the_family_alone() -> None:
    before = log("share 11:00-12:10", "private 12:10-13:35", "agree 13:35-")
    found = in_log(before, (spell(1, 17, 90),), "Europe/London")
    assert told(found) == ["share 11:00-12:10", "private 12:17-13:30", "agree 13:35-"]


def test_a_spell_that_goes_on_has_no_end_yet() -> None:
    found = in_log(log("private 12:10-"), (spell(1, 17),), "Europe/London")
    assert told(found) == ["private 12:17-"]


def test_the_log_stays_as_it_is_when_it_is_told_again() -> None:
    spells = (spell(1, 17, 90), spell(2, 120, 120), spell(3, 120, 121), spell(4, 130))
    once = in_log(log("share 11:00-12:17", "agree 13:30-"), spells, "Europe/London")
    assert told(once) == [
        "share 11:00-12:17",
        "private 12:17-13:30",
        "agree 13:30-",
        "private 14:00-14:00",
        "private 14:00-14:01",
        "private 14:10-",
    ]
    assert in_log(once, spells, "Europe/London") == once


def test_a_private_time_that_a_record_brought_stays() -> None:
    before = (StageTime(stage="private", minutes=90), *log("private 09:00-09:30"))
    found = in_log(before, (spell(1, 17, 90),), "Europe/London")
    assert found[:2] == before
    assert told(found[2:]) == ["private 12:17-13:30"]


def test_its_times_are_those_on_the_wall_where_the_meeting_is() -> None:
    assert told(in_log((), (spell(1, 0, 30),), "Asia/Kolkata")) == ["private 17:30-18:00"]


def test_the_meeting_tells_everybody_who_stayed_once() -> None:
    before = meeting(private=PrivateTime(who_extra=("joy",)))
    after = told_of(before, (spell(1, 0, 9, "ash"), spell(2, 10, None, "joy", "kim")))
    assert after.private == PrivateTime(who_extra=("joy", "ash", "kim"))
    assert told_of(after, ()).private == after.private


def test_no_more_than_the_minute_is_kept() -> None:
    at = datetime(2027, 2, 27, 13, 5, 59, 999999, tzinfo=UTC)
    assert to_the_minute(at) == datetime(2027, 2, 27, 13, 5, tzinfo=UTC)
