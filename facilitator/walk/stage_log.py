"""The stage log that a walk makes: when each stage began and ended, by the clock on the wall."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.meetings import StageTime
from facilitator.walk.walk import Stay

# To look something up in another stage is no visit of it, where one comes back so soon.
ONLY_A_LOOK = timedelta(minutes=5)


def stage_times(stays: Sequence[Stay], zone: str) -> tuple[StageTime, ...]:
    """The entries that those stays make, civil in that zone; the last one has no end yet."""
    spells = _without_looks(stays)
    starts = [_clock(one.since, zone) for one in spells]
    ends = (*starts[1:], "")
    return tuple(
        StageTime(stage=one.stage, start=start, end=end)
        for one, start, end in zip(spells, starts, ends, strict=False)
    )


def moved_on(
    log: Sequence[StageTime], before: Sequence[Stay], after: Sequence[Stay], zone: str
) -> tuple[StageTime, ...]:
    """The meeting's log once the walk has gone from those stays to these.

    Entries that the walk did not make (typed, or brought in by a record) stay as they are.
    """
    own = list(stage_times(before, zone))
    others = []
    for one in log:
        if one in own:
            own.remove(one)
        else:
            others.append(one)
    return (*others, *stage_times(after, zone))


def _without_looks(stays: Sequence[Stay]) -> list[Stay]:
    spells = list(stays)
    start = 0
    while start < len(spells):
        back = _comes_back(spells, start)
        if back:
            del spells[start + 1 : back + 1]
        else:
            start += 1
    return spells


def _comes_back(spells: list[Stay], start: int) -> int:
    """Where the stay of that place goes on after a look elsewhere; 0 where it does not."""
    for at in range(start + 1, len(spells)):
        if at > start + 1 and spells[at].stage == spells[start].stage:
            return at
        is_last = at + 1 == len(spells)
        if is_last or spells[at + 1].since - spells[at].since >= ONLY_A_LOOK:
            return 0
    return 0


def _clock(moment: datetime, zone: str) -> str:
    return moment.astimezone(ZoneInfo(zone)).strftime("%H:%M")
