"""Who may stay with the family in its private time: by the family's choice, and never a worker."""

from collections.abc import Iterable
from datetime import date

from facilitator.people import People, Person, Role
from facilitator.refusals import Problem

MAY_STAY = frozenset({Role.SUPPORTER, Role.ADVOCATE, Role.INTERPRETER})
_IS = {
    Role.FAMILY: "is one of the family",
    Role.CHILD: "is one of the family",
    Role.REFERRER: "asked for this meeting",
    Role.WORKER: "is a worker",
    Role.TEAM: "is of the team",
    Role.FACILITATOR: "leads the meeting",
}
_OF_THE_FAMILY = frozenset({Role.FAMILY, Role.CHILD})


def who_could(people: People, on: date) -> tuple[Person, ...]:
    """Whom the family may ask to stay, in the order of the seats."""
    return tuple(one for one in people if _why_not(one, people, on) is None)


def why_not(ids: Iterable[str], people: People, on: date) -> tuple[Problem, ...]:
    """For each of them who can't stay the reason, by name; () where all of them may."""
    found = ((one, people.find(one)) for one in ids)
    problems = (
        _why_not(person, people, on) if person else _nobody(asked) for asked, person in found
    )
    return tuple(one for one in problems if one)


def _why_not(person: Person, people: People, on: date) -> Problem | None:
    name, leave = person.short_name, f"Take {person.short_name} off the list."
    if person.is_left_out:
        return Problem("", f"{name} is kept out of this meeting.", leave)
    if person.role in _OF_THE_FAMILY:
        return Problem("", f"{name} {_IS[person.role]}, and stays anyway.", leave)
    if person.role not in MAY_STAY:
        wrong = f"{name} {_IS.get(person.role, 'is not of the family')}."
        return Problem("", wrong, f"{name} leaves the room for private time. {leave}")
    if rule := people.safety.shut_out(person.id, on):
        return Problem("", f"{name} must keep away from somebody here ({rule.kind}).", leave)
    return None


def _nobody(asked: str) -> Problem:
    return Problem("", f"There is nobody called '{asked[:60]}' here.", "Choose from the list.")
