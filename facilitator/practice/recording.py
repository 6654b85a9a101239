"""The practice family's plan, and who may hold which copy of it.

The shipped record is read once. Whatever holds for a real family holds here too: a copy comes
only from ``Copy.for_reader``, and paper only from a copy.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from facilitator import exchange, record
from facilitator.agenda import shipped
from facilitator.before_the_day import printing
from facilitator.copies import Copy
from facilitator.paper import press
from facilitator.people import CopyKind, Person, Role
from facilitator.plans import Plan

RECORD = "campbell-conference.json"

_COPY_WORDS = {
    CopyKind.FULL: "The whole plan",
    CopyKind.OWN_PART: "Their own part",
    CopyKind.CHILD: "A child's own page",
    CopyKind.NONE: "No copy",
}


@dataclass(frozen=True)
class Reader:
    """One person of the meeting, as the list of copies shows them."""

    id: str
    name: str
    relationship: str
    copy: str
    holds_one: bool


@cache
def _record() -> record.Record:
    data = resources.files("facilitator.practice").joinpath(RECORD).read_bytes()
    return record.read(data, RECORD)


@cache
def plan() -> Plan:
    """The practice family's plan: version 1, agreed on the day of its meeting."""
    return exchange.plan_of(_record(), exchange.draft_of(_record()))


@cache
def before_the_day() -> printing.Kept:
    """The practice meeting as it stood before its day."""
    known = exchange.of_record(_record())
    agenda = shipped.load("family_group_conference")
    return printing.Kept(agenda, known.meeting, known.people, known.contributions)


@cache
def handout(name: str) -> bytes:
    """One paper that is printed before the day. Raises Refusal for one that there isn't."""
    return printing.handout(name, before_the_day(), practice=True)


@cache
def invitation(person_id: str) -> bytes:
    """One person's invitation. Raises Refusal where that person can't be invited."""
    return printing.invitation(person_id, before_the_day(), practice=True)


def readers() -> tuple[Reader, ...]:
    """Everybody who was part of the meeting, in the order of their seats."""
    return tuple(_reader(person) for person in plan().people)


def invited() -> tuple[Reader, ...]:
    """Everybody who gets an invitation: all but whoever leads the meeting."""
    return tuple(_reader(one) for one in plan().people if one.role is not Role.FACILITATOR)


def plan_title() -> str:
    """What the family calls its plan."""
    line = plan().first("title")
    return line.words if line else "Our plan"


def first_child() -> str:
    """The name of the child whom the shipped questions ask about, as an example."""
    return next((child.short_name for child in plan().people.children), "the child")


def find_reader(reader_id: str) -> Reader | None:
    """The person of that id who is to hold a copy, else None."""
    return next((one for one in readers() if one.id == reader_id and one.holds_one), None)


def first_reader() -> Reader:
    """Whose copy to read first: that of whoever looks after the plan, if they hold one."""
    keeper = plan().first("plan_keeper")
    return (keeper and find_reader(keeper.by)) or next(one for one in readers() if one.holds_one)


@cache
def copy_for(reader_id: str) -> Copy:
    """That reader's copy. Raises Refusal where none can be made safely, with the reasons."""
    return Copy.for_reader(plan(), reader_id)


def page_for(reader_id: str, edition: str) -> str:
    """That reader's copy as an HTML article. Raises Refusal as ``copy_for`` does."""
    return press.page(copy_for(reader_id), edition, practice=True)


@cache
def paper_for(reader_id: str, edition: str) -> press.Printed:
    """That reader's copy on paper. Raises Refusal where it can't be made, with the reasons."""
    return press.printed(copy_for(reader_id), edition, practice=True)


def editions_of(reader_id: str) -> tuple[str, ...]:
    """The editions that this reader's copy comes in."""
    person = plan().people.load(reader_id)
    if person.copy_kind is CopyKind.CHILD:
        return (press.CHILD,)
    return (press.STANDARD, press.LARGE_PRINT)


def usual_edition(reader_id: str) -> str:
    """The edition that this reader asked for. Raises Refusal as ``copy_for`` does."""
    asked, offered = press.edition_of(copy_for(reader_id)), editions_of(reader_id)
    return asked if asked in offered else offered[0]


def _reader(person: Person) -> Reader:
    name, relationship = person.short_name, person.relationship
    return Reader(
        id=person.id,
        name=name,
        relationship="" if relationship.casefold() == name.casefold() else relationship,
        copy=_COPY_WORDS[person.copy_kind],
        holds_one=person.copy_kind is not CopyKind.NONE,
    )
