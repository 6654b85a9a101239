"""The readers of one plan, and the editions that their copies come in."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.copies import Copy
from facilitator.paper import press
from facilitator.people import CopyKind, Person
from facilitator.plans import Plan

COPY_WORDS = {
    CopyKind.FULL: "The whole plan",
    CopyKind.OWN_PART: "Their own part",
    CopyKind.CHILD: "A child's own page",
    CopyKind.NONE: "No copy",
}
EDITION_WORDS = {
    press.STANDARD: "Standard print",
    press.LARGE_PRINT: "Large print",
    press.CHILD: "Child's page",
}


@dataclass(frozen=True)
class Reader:
    """One person of a meeting, as the list of copies shows them; ``id`` stands in addresses."""

    id: str
    person: str
    name: str
    relationship: str
    copy: str
    holds_one: bool
    editions: tuple[str, ...]


def readers_of(plan: Plan, ids: Mapping[str, object]) -> tuple[Reader, ...]:
    """Everybody who was part of the meeting, in the order of their seats.

    ``ids`` holds what stands in addresses for each person.
    """
    # Whoever was taken off the list since the plan was agreed has no address any more.
    return tuple(
        _reader(person, plan, str(ids[person.id])) for person in plan.people if person.id in ids
    )


def usual_edition(copy: Copy, reader: Reader) -> str:
    """The edition that this reader asked for, where it is made for them."""
    asked = press.edition_of(copy)
    return asked if asked in reader.editions else reader.editions[0]


def _reader(person: Person, plan: Plan, in_addresses: str) -> Reader:
    name, relationship = person.short_name, person.relationship
    shut_out = plan.people.safety.shut_out(person.id, plan.agreed_on) is not None
    kind = CopyKind.NONE if shut_out else person.copy_kind
    child = kind is CopyKind.CHILD
    return Reader(
        id=in_addresses,
        person=person.id,
        name=name,
        relationship="" if relationship.casefold() == name.casefold() else relationship,
        copy=COPY_WORDS[kind],
        holds_one=kind is not CopyKind.NONE,
        editions=(press.CHILD,) if child else (press.STANDARD, press.LARGE_PRINT),
    )
