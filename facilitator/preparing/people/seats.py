"""Who sits where, who may have which part, and what still names somebody.

Rules of the list of people. They take the people and give them back, and know no form.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from facilitator.contributions import Contribution
from facilitator.kinds import Holds
from facilitator.meetings import Meeting
from facilitator.people import People, Person, Role

GROWN_UP = 18
LONGEST_SHOWN = 70
# An interpreter who belongs to the people in the room can't be sure to say it all.
_KIN = frozenset(
    """
    aunt aunties auntie aunty boyfriend brother child cousin dad daddy daughter father fiance
    fiancee friend friends girlfriend gran grandad granddad granddaughter grandfather grandma
    grandmother grandpa grandparent grandson granny husband kin mam mate mother mum mummy nan
    nana nanny neighbour nephew niece parent partner relative relation sibling sister son
    stepdad stepfather stepmother stepmum uncle wife
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+")


def seated(people: People, person: Person) -> People:
    """These people with a new one: children in the first seats, whoever leads in the last."""
    seats = list(people.everyone)
    if person.role is Role.CHILD:
        at = next((seat for seat, one in enumerate(seats) if one.role is not Role.CHILD), None)
    else:
        at = len(seats) - 1 if seats and seats[-1].role is Role.FACILITATOR else None
    seats.insert(len(seats) if at is None else at, person)
    return replace(people, everyone=tuple(seats))


def with_arrangements(people: People, arrangements: tuple[str, ...]) -> People:
    """The same people, with that list of what makes it safe to come."""
    return people.with_safety(replace(people.safety, arrangements=arrangements))


def kin_word(relationship: str) -> str:
    """The word in it that says family or friend, "" where none does."""
    words = _WORD.findall(relationship.casefold())
    return next((word for word in words if word in _KIN), "")


def find_called(people: People, typed: str) -> Person | None:
    """Whoever is called that, by any of their names, or None; upper and lower case are one."""
    wanted = typed.casefold().strip()
    if not wanted:
        return None
    for one in people:
        ways = (one.name, one.called, *one.called.split(" / "))
        if wanted in {way.casefold().strip() for way in ways}:
            return one
    return None


def is_grown_up(person: Person) -> bool:
    """Whether somebody counts as a grown-up here: not there as a child, and not known younger."""
    return person.role is not Role.CHILD and (person.age is None or person.age >= GROWN_UP)


def may_be_safe_adults(child_id: str, people: People, on: date) -> tuple[Person, ...]:
    """Whom that child may be told to go to: grown-ups whom nothing keeps apart from the child."""
    return tuple(
        one
        for one in people
        if one.id != child_id
        and is_grown_up(one)
        and not one.is_left_out
        and not people.safety.kept_apart(child_id, one.id, on)
        and not people.safety.shut_out(one.id, on)
    )


def with_safe_adults_only(people: People, on: date) -> tuple[People, tuple[str, ...]]:
    """The people, where no child is sent to somebody unsafe; and a sentence for each change."""
    told: list[str] = []
    for child in people:
        may = {one.id for one in may_be_safe_adults(child.id, people, on)}
        if gone := [one for one in child.safe_adults if one not in may]:
            stay = tuple(one for one in child.safe_adults if one in may)
            people = people.with_person(replace(child, safe_adults=stay))
            told += [
                f"{_name(one, people)} is no longer one of {child.short_name}'s safe adults."
                for one in gone
            ]
    return people, tuple(told)


def what_names(
    person: Person, people: People, said: Iterable[Contribution], meeting: Meeting
) -> tuple[str, ...]:
    """One sentence for each thing that names somebody; while there is one, they stay."""
    every = (
        *_in_lines(person, said),
        *_in_people(person, people),
        *_in_safety(person, people),
        *_in_meeting(person, meeting),
    )
    return tuple(dict.fromkeys(every))


def _in_lines(person: Person, said: Iterable[Contribution]) -> Iterator[str]:
    for line in said:
        if line.by == person.id:
            yield f"{person.short_name} said this. {_short(line)}"
        elif person.id in _named_in(line):
            yield f"This names {person.short_name}. {_short(line)}"


def _short(line: Contribution) -> str:
    kind = f"{line.row.word[:1].upper()}{line.row.word[1:]}"
    words = textwrap.shorten(line.words, LONGEST_SHOWN, placeholder=" ...")
    return f"{kind}: “{words}”" if words else f"{kind}."


def _named_in(line: Contribution) -> Iterator[str]:
    for field in line.row.fields:
        if field.holds in (Holds.PERSON, Holds.PEOPLE):
            yield from line.fields.ids(field.key)
        elif field.holds is Holds.VIEWS:
            yield from (str(side.get("by", "")) for side in line.fields.each(field.key))


def _in_people(person: Person, people: People) -> Iterator[str]:
    for one in people:
        if person.id in one.safe_adults:
            yield f"{person.short_name} is one of {one.short_name}'s safe adults."
        if one.views_by == person.id and one.id != person.id:
            yield f"{person.short_name} brings what {one.short_name} wants to say."


def _in_safety(person: Person, people: People) -> Iterator[str]:
    for rule in people.safety.restrictions:
        if person.id in (rule.person, rule.seen_by, *rule.protects):
            yield f"“{rule.rule}” is about {person.short_name}."
    for item in people.safety.hidden_items:
        if item.is_hidden_from(person.id):
            yield f"“{item.text}” is hidden from {person.short_name}."


def _in_meeting(person: Person, meeting: Meeting) -> Iterator[str]:
    if meeting.private and person.id in meeting.private.who_extra:
        yield f"{person.short_name} stayed in the family's private time."


def _name(person_id: str, people: People) -> str:
    person = people.find(person_id)
    return person.short_name if person else person_id
