"""What leaves now: each reader's copy, and the row of the register that is written first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from facilitator.copies import Copy, Gate, Handed, How
from facilitator.database import new_id
from facilitator.paper import press
from facilitator.paper.readers import COPY_WORDS
from facilitator.people import Attendance, CopyKind, Person
from facilitator.refusals import Problem

PAGE_ONE, PAGE_ONE_LARGE = "page_one", "page_one_large_print"
PLAIN_TEXT, ON_SCREEN = "plain_text", "on_screen"
# What is no sheet of paper of a whole copy.
PARTS_OF_IT = frozenset({PAGE_ONE, PAGE_ONE_LARGE, ON_SCREEN})
EDITIONS: Mapping[str, str] = MappingProxyType(
    {
        press.STANDARD: "standard print",
        press.LARGE_PRINT: "large print",
        press.CHILD: "to draw on",
        PLAIN_TEXT: "plain text",
        PAGE_ONE: "page 1 only",
        PAGE_ONE_LARGE: "page 1 only, large print",
        ON_SCREEN: "page 1 on the screen, for a photo",
    }
)


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """One reader: the copy that may leave now, or every reason why none may."""

    reader: Person
    copy: Copy | None
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """What they are called."""
        return self.reader.short_name

    @property
    def in_the_room(self) -> bool:
        """Whether it can be put into their hand: whoever joined from afar is asked for a route."""
        return self.reader.attended is Attendance.IN_ROOM

    @property
    def edition(self) -> str:
        """The edition that they asked for."""
        return press.edition_of(self.copy) if self.copy else ""

    @property
    def page_one(self) -> str:
        """The edition in which they get page 1 alone; a child gets their own page, which is one."""
        if self.reader.copy_kind is CopyKind.CHILD:
            return self.edition
        return PAGE_ONE_LARGE if self.edition == press.LARGE_PRINT else PAGE_ONE


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """One press of a button: all rows of it have one moment, and the first one has its id."""

    id: UUID
    user_id: UUID
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Way:
    """How one copy reaches its reader, and in which edition."""

    edition: str
    how: How = How.BY_HAND
    route: str = ""
    asked_on: date | None = None


def leaving_of(gate: Gate) -> tuple[Leaving, ...]:
    """Everybody who is to have a copy, in the order of the seats."""
    return tuple(_leaving(gate, one) for one in gate.readers)


def _leaving(gate: Gate, reader: Person) -> Leaving:
    problems = gate.why_not(reader.id)
    copy = None if problems else gate.copy_for(reader.id)
    return Leaving(reader=reader, copy=copy, problems=problems)


def editions_for(kind: CopyKind) -> tuple[str, ...]:
    """The editions in which such a copy can be handed over."""
    usual = press.CHILD if kind is CopyKind.CHILD else press.STANDARD
    return (usual, press.LARGE_PRINT, PLAIN_TEXT)


def rows_of(pressed: Pressed, ways: Iterable[tuple[Copy, Way]]) -> tuple[Handed, ...]:
    """The rows to write for these copies, in their order."""
    return tuple(
        _row(pressed, copy, way, pressed.id if number == 0 else new_id())
        for number, (copy, way) in enumerate(ways)
    )


def _row(pressed: Pressed, copy: Copy, way: Way, row_id: UUID) -> Handed:
    plan = copy.plan
    return Handed(
        id=row_id,
        version=plan.version,
        code=plan.code,
        person=copy.reader.id,
        name=copy.reader.short_name,
        kind=copy.kind,
        edition=way.edition,
        language=plan.meeting.languages[0] if plan.meeting.languages else "en",
        how=way.how,
        route=way.route,
        asked_on=way.asked_on,
        at=pressed.at,
        user_id=pressed.user_id,
        sha256=copy.sha256,
    )


def what_of(kind: CopyKind, edition: str) -> str:
    """A copy in words: "The whole plan, large print"."""
    if edition in PARTS_OF_IT:
        return EDITIONS[edition].capitalize()
    return f"{COPY_WORDS[kind]}, {EDITIONS.get(edition, edition)}"
