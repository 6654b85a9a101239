"""Who may look through the rules beside the owner's account, where the laptop has no other one."""

from collections.abc import Iterator

from facilitator import mentions
from facilitator.people import People, Person, Role
from facilitator.refusals import Problem


def witness_problems(name: str, part: str, owner: str, people: People) -> tuple[Problem, ...]:
    """Why that person can't be the second one; none where they can.

    Not the owner, for nobody checks their own work. Not a child, and nobody who must keep away or
    from whom something is hidden: the rules would tell them.
    """
    return tuple(_problems(name, part, owner, people))


def _problems(name: str, part: str, owner: str, people: People) -> Iterator[Problem]:
    if not name.strip():
        wrong = "Nobody's name stands here."
        yield Problem("name", wrong, "Type the name of the person who looked through it.")
    elif _same(name, owner):
        wrong = f"{name} leads this meeting, and can't be the second person too."
        yield Problem("name", wrong, "Ask somebody else to look through it.")
    elif (person := _known_as(name, people)) and (reason := _must_not_know(person, people)):
        remedy = "Ask somebody else: the rules say what is hidden."
        yield Problem("name", f"{name} can't look through this: {reason}.", remedy)
    if not part.strip():
        wrong = "It does not say what they are here."
        yield Problem(
            "part", wrong, "Type their part: another facilitator, the worker, an advocate."
        )


def _must_not_know(person: Person, people: People) -> str:
    if person.role is Role.CHILD:
        return "a child is never asked to"
    if person.is_left_out or any(one.person == person.id for one in people.safety.restrictions):
        return "they must keep away from somebody here"
    if people.safety.hidden_from(person.id):
        return "something is hidden from them"
    return ""


def _known_as(name: str, people: People) -> Person | None:
    for person in people:
        if any(_same(name, way) for way in mentions.ways_to_name(person.name, person.called)):
            return person
    return None


def _same(one: str, other: str) -> bool:
    return bool(one.split()) and one.casefold().split() == other.casefold().split()
