"""The people of a meeting as their list shows them: who they are, and what is still to ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from facilitator.people import Attendance, Person, Role
from facilitator.preparing.opening import Preparation
from facilitator.preparing.people.who_form import HOW_WORDS, ROLE_WORDS

_AWAY = (Attendance.WROTE, Attendance.INVITED_ABSENT, Attendance.NOT_ATTENDING)
_AFAR = (Attendance.BY_PHONE, Attendance.BY_VIDEO)

_AT_WORK = (Role.REFERRER, Role.WORKER, Role.TEAM)


@dataclass(frozen=True)
class Listed:
    """One person in the list; ``id`` stands in addresses, ``seat`` counts from 1."""

    id: UUID
    seat: int
    name: str
    who: str
    how: str
    is_child: bool
    to_ask: tuple[str, ...]


def listed(prep: Preparation) -> tuple[Listed, ...]:
    """Everybody, in the order of their seats."""
    return tuple(
        Listed(
            id=prep.ids[one.id],
            seat=seat,
            name=one.called.replace(" / ", " or "),
            who=_who(one),
            how=HOW_WORDS[one.attended],
            is_child=one.role is Role.CHILD,
            to_ask=tuple(_to_ask(one)) if one.role is not Role.FACILITATOR else (),
        )
        for seat, one in enumerate(prep.people, start=1)
    )


def _who(person: Person) -> str:
    part = ROLE_WORDS[person.role].partition(":")[0]
    age = f"{person.age} years old" if person.role is Role.CHILD and person.age is not None else ""
    return ", ".join(filter(None, (person.relationship or part, age)))


def _to_ask(person: Person) -> Iterator[str]:
    """What nobody has written down yet, as questions to ask. Never more than that: no marks."""
    if person.is_left_out:
        if not person.left_out_why:
            yield "Why are they left out?"
    elif not person.language and person.role not in _AT_WORK:
        yield "Which language do they think and feel in?"
    if (person.is_left_out or person.attended in _AWAY) and not person.views_by:
        yield "Who brings what they want to say?"
    if person.attended in _AFAR and not person.overheard_by:
        yield "Who can hear them when they join from afar?"
    if person.role is Role.CHILD and not person.safe_adults:
        yield "Which grown-ups can they tell?"
    if any(need.need and not need.met_by for need in person.needs):
        yield "How do we do what helps them?"
