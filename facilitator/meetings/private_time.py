"""Private family time: each spell of it, and what of it stands in the meeting's log.

Of a spell its start, its end and who stayed by the family's choice are kept, and nothing else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from facilitator.meetings.meeting import Meeting, PrivateTime, StageTime
from facilitator.refusals import Problem, Refusal

STAGE = "private"
NOW = Problem(
    "", "The family has its private time now.", "Wait until they say that they are ready."
)


class InPrivateTime(Refusal):
    """Nothing of that meeting is shown, asked or kept now; whoever answers shows the card."""

    def __init__(self, meeting_id: UUID) -> None:
        super().__init__(NOW)
        self.meeting_id = meeting_id


@dataclass(frozen=True, kw_only=True)
class Spell:
    """One time that the family had to itself, the ``number``th of its meeting, from 1 on.

    ``began_at`` and ``ended_at`` are instants in UTC, whole minutes; ``stayed`` holds the ids of
    supporters, advocates and interpreters who stayed by the family's choice.
    """

    number: int
    began_at: datetime
    ended_at: datetime | None = None
    stayed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Watch:
    """What ends a spell that goes on, hashed: the token of its browser, and a PIN or "" for none.

    It goes with the end of the spell.
    """

    meeting_id: UUID
    token_hash: str | None
    pin_hash: str


def to_the_minute(at: datetime) -> datetime:
    """That instant in UTC without its seconds: more is nobody's business."""
    return at.astimezone(UTC).replace(second=0, microsecond=0)


def told_of(meeting: Meeting, spells: Sequence[Spell]) -> Meeting:
    """The meeting as it tells of those spells: who stayed, and when each began and ended."""
    before = meeting.private or PrivateTime()
    stayed = dict.fromkeys((*before.who_extra, *(one for spell in spells for one in spell.stayed)))
    return replace(
        meeting,
        private=replace(before, who_extra=tuple(stayed)),
        stages=in_log(meeting.stages, spells, meeting.zone),
    )


def in_log(log: Sequence[StageTime], spells: Iterable[Spell], zone: str) -> tuple[StageTime, ...]:
    """The stage log with those spells in it, each once and in its place.

    What the log itself says of private time at that very time gives way: to come to its card is
    not yet to leave the family alone.
    """
    entries = [_entry(one, zone) for one in spells]
    waiting, found = list(range(len(entries))), list[StageTime]()
    for one in log:
        due = [at for at in waiting if _tells_of(one, entries[at])]
        is_told = any(_tells_of(one, entry) for entry in entries)
        if not is_told and one.start:
            due = [at for at in waiting if entries[at].start < one.start]
        found += [entries[at] for at in due]
        found += [] if is_told else [one]
        waiting = [at for at in waiting if at not in due]
    return (*found, *(entries[at] for at in waiting))


def _entry(spell: Spell, zone: str) -> StageTime:
    ended = spell.ended_at
    return StageTime(
        stage=STAGE, start=_clock(spell.began_at, zone), end=_clock(ended, zone) if ended else ""
    )


def _tells_of(one: StageTime, entry: StageTime) -> bool:
    """Whether that entry of the log is about the same private time."""
    if one.stage != STAGE or not one.start:
        return False
    begins_in_time = not entry.end or one.start <= entry.end
    return begins_in_time and (not one.end or one.end >= entry.start)


def _clock(moment: datetime, zone: str) -> str:
    return moment.astimezone(ZoneInfo(zone)).strftime("%H:%M")
