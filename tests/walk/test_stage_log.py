"""The stage log that comes of a walk."""

from datetime import UTC, datetime

from facilitator.meetings import StageTime
from facilitator.walk import Stay, What, moved_on, stage_times
from tests.walk.happened import happened, walk

LONDON = "Europe/London"


def stays(*pairs: tuple[str, int]) -> tuple[Stay, ...]:
    return tuple(
        Stay(stage, datetime(2027, 2, 27, 10 + minute // 60, minute % 60, tzinfo=UTC))
        for stage, minute in pairs
    )


def told(log: tuple[StageTime, ...]) -> list[str]:
    return [f"{one.stage} {one.start} to {one.end}" for one in log]


def test_going_into_a_stage_ends_the_one_before() -> None:
    after = walk(happened(What.WENT, "welcome"), happened(What.ASKED, "welcome", minute=25))
    assert told(stage_times(after.stays, LONDON)) == ["open 10:00 to 10:25", "share 10:25 to "]


def test_a_look_back_of_a_few_minutes_is_no_visit() -> None:
    looked = stays(("open", 0), ("share", 20), ("open", 40), ("share", 42))
    assert told(stage_times(looked, LONDON)) == ["open 10:00 to 10:20", "share 10:20 to "]


def test_to_go_back_and_stay_is_another_visit() -> None:
    stayed = stays(("open", 0), ("share", 20), ("open", 40), ("share", 50))
    assert told(stage_times(stayed, LONDON)) == [
        "open 10:00 to 10:20",
        "share 10:20 to 10:40",
        "open 10:40 to 10:50",
        "share 10:50 to ",
    ]


def test_a_look_through_several_stages_is_no_visit_either() -> None:
    looked = stays(("agree", 0), ("share", 30), ("open", 31), ("share", 33), ("agree", 34))
    assert told(stage_times(looked, LONDON)) == ["agree 10:00 to "]


def test_a_short_stage_that_nobody_came_back_from_is_kept() -> None:
    short = stays(("open", 0), ("share", 2), ("agree", 30))
    assert told(stage_times(short, LONDON)) == [
        "open 10:00 to 10:02",
        "share 10:02 to 10:30",
        "agree 10:30 to ",
    ]


def test_times_are_those_of_the_clock_on_the_wall() -> None:
    summer = (Stay("open", datetime(2027, 7, 1, 9, tzinfo=UTC)),)
    assert told(stage_times(summer, LONDON)) == ["open 10:00 to "]
    assert told(stage_times(summer, "Europe/Warsaw")) == ["open 11:00 to "]


def test_entries_that_somebody_typed_stay_as_they_are() -> None:
    typed = StageTime(stage="prepare", minutes=720)
    first = stays(("open", 0))
    log = moved_on((typed,), (), first, LONDON)
    assert log == (typed, StageTime(stage="open", start="10:00"))
    after = moved_on(log, first, stays(("open", 0), ("share", 25)), LONDON)
    assert after == (
        typed,
        StageTime(stage="open", start="10:00", end="10:25"),
        StageTime(stage="share", start="10:25"),
    )


def test_nothing_that_happened_makes_no_log() -> None:
    assert stage_times((), LONDON) == ()
