"""One reader on the page of copies: what they get, how, and how far it has come."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from facilitator import days
from facilitator.copies import Handed, How, held_by
from facilitator.preparing.languages import name_of
from facilitator.refusals import Problem
from facilitator.releasing.handing_over_rows import PARTS_OF_IT, Leaving, what_of
from facilitator.releasing.pages_opening import Desk


class State(StrEnum):
    """How far one copy has come."""

    STOPPED = "stopped"
    WAITS = "waits"
    READY = "ready"
    ASK_FIRST = "ask_first"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, kw_only=True)
class CopyRow:
    """One reader, in words; ``address`` stands in addresses for them.

    ``problems`` are the reasons why it may not leave now, but for a second person's yes.
    """

    leaving: Leaving
    address: UUID
    what: str
    language: str
    state: State
    handed: tuple[str, ...]
    older: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """What they are called."""
        return self.leaving.name


@dataclass(frozen=True)
class ToPrint:
    """Whose copies one press of a button prints: all that may go, and those not yet handed over."""

    everybody: tuple[CopyRow, ...]
    not_yet: tuple[CopyRow, ...]

    @property
    def is_again(self) -> bool:
        """Whether some of them have theirs already."""
        return len(self.not_yet) < len(self.everybody)


def rows(desk: Desk, handed: tuple[Handed, ...], today: date) -> tuple[CopyRow, ...]:
    """Everybody who is to have a copy, in the order of the seats; ``handed`` is the register."""
    return tuple(_row(desk, one, held_by(handed, one.reader.id), today) for one in desk.leaving)


def has_theirs(desk: Desk, leaving: Leaving, handed: tuple[Handed, ...]) -> bool:
    """Whether the copy that they would get now is in their hands, on paper and whole."""
    theirs = (one for one in held_by(handed, leaving.reader.id) if one.edition not in PARTS_OF_IT)
    return any(_is_of_now(one, leaving, desk) for one in theirs)


def to_print(those: tuple[CopyRow, ...]) -> ToPrint:
    """What the big button prints: what can be put into a hand in this room."""
    found = tuple(one for one in those if one.leaving.copy and one.leaving.in_the_room)
    return ToPrint(found, tuple(one for one in found if one.state is not State.HANDED_OVER))


def _row(desk: Desk, leaving: Leaving, held: tuple[Handed, ...], today: date) -> CopyRow:
    theirs = [one for one in held if _is_of_now(one, leaving, desk)]
    older = [one for one in held if not _is_of_now(one, leaving, desk)]
    meeting = desk.opened.kept.meeting
    # The second person's yes is said once for all of them, above the list.
    yes = desk.opened.gate.second_person(leaving.reader.id)
    problems = tuple(one for one in leaving.problems if one != yes)
    whole = [one for one in theirs if one.edition not in PARTS_OF_IT]
    return CopyRow(
        leaving=leaving,
        address=desk.address_of(leaving.reader),
        what=what_of(leaving.reader.copy_kind, leaving.edition or "standard"),
        language=name_of(meeting.languages[0] if meeting.languages else "en"),
        state=State.WAITS if yes and not problems else _state(leaving, whole),
        handed=_told(theirs, desk.opened.zone, today),
        older=tuple(dict.fromkeys(map(_old, older))),
        problems=problems,
    )


def _is_of_now(row: Handed, leaving: Leaving, desk: Desk) -> bool:
    """Whether what they hold is the copy that they would get now."""
    if desk.plan is None or row.version != desk.plan.version:
        return False
    return leaving.copy is None or row.sha256 == leaving.copy.sha256


def _state(leaving: Leaving, whole: list[Handed]) -> State:
    if leaving.copy is None:
        return State.STOPPED
    if whole:
        return State.HANDED_OVER
    return State.READY if leaving.in_the_room else State.ASK_FIRST


def _old(row: Handed) -> str:
    what = what_of(row.kind, row.edition)
    return f"They still hold plan {row.version} as it was then ({what.lower()}). Ask for it back."


def _told(theirs: list[Handed], zone: ZoneInfo, today: date) -> tuple[str, ...]:
    """Each sentence once: whoever presses twice within a minute reads of one copy."""
    once = {(one.kind, one.edition, one.how, one.route, _minute(one)): one for one in theirs}
    return tuple(dict.fromkeys(told(one, zone, today) for one in once.values()))


def _minute(row: Handed) -> datetime:
    return row.at.replace(second=0, microsecond=0)


def told(row: Handed, zone: ZoneInfo, today: date) -> str:
    """One row of the register in a sentence: "The whole plan, large print: by hand, 5.10pm"."""
    when = moment(row, zone, today)
    how = "by hand" if row.how is How.BY_HAND else f"by a safe route, “{row.route}”"
    return f"{what_of(row.kind, row.edition)}: {how}, {when}."


def moment(row: Handed, zone: ZoneInfo, today: date) -> str:
    """When it was handed over, as people say it there."""
    at = row.at.astimezone(zone)
    clock = days.time_of_day(at.time().replace(second=0, microsecond=0))
    day = "today" if at.date() == today else days.day_beside(at.date(), today)
    return f"{day} at {clock}"
