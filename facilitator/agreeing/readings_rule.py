"""The plan read out in somebody's language, by an interpreter who belongs to nobody in the room."""

from dataclasses import dataclass

from facilitator.people import People, Person, Role
from facilitator.preparing.people.seats import GROWN_UP, kin_word
from facilitator.refusals import Problem

_OTHER = "Ask for an interpreter who knows nobody here."


@dataclass(frozen=True, kw_only=True)
class AskedReading:
    """A reading as it was written down: to whom, in which language, by whom, at what time."""

    to: str
    language: str
    reader: str
    time: str


def why_not(asked: AskedReading, people: People, own_language: str) -> tuple[Problem, ...]:
    """Every reason why that reading can't be kept; ``place`` is the name of the box.

    ``own_language`` is the meeting's own, as it is called: to read out in it carries nothing from
    one language to another, so every grown-up may.
    """
    found = [
        _missing(people.find(asked.to), "to", "To whom it was read is missing."),
        None if asked.language.strip() else _say("language", "The language is missing."),
        _missing(people.find(asked.reader), "reader", "Who read it is missing."),
        None if asked.time else _say("time", "The time is missing."),
    ]
    reader = people.find(asked.reader)
    if reader is not None:
        is_own = asked.language.strip().casefold() == own_language.casefold()
        found.append(_to_oneself(asked) or _a_child(reader))
        found.append(None if is_own else _no_interpreter(reader))
    return tuple(one for one in found if one)


def _missing(person: Person | None, place: str, wrong: str) -> Problem | None:
    if person is None:
        return _say(place, wrong)
    if person.is_left_out:
        wrong = f"{person.short_name} was kept out of this meeting."
        return Problem(place, wrong, "Choose somebody else.")
    return None


def _say(place: str, wrong: str) -> Problem:
    return Problem(place, wrong, "Write it down, so that it can be shown later.")


def _to_oneself(asked: AskedReading) -> Problem | None:
    if asked.to and asked.to == asked.reader:
        return Problem("reader", "Nobody interprets for themselves.", "Choose who read it to them.")
    return None


def _a_child(reader: Person) -> Problem | None:
    if reader.role is Role.CHILD or (reader.age is not None and reader.age < GROWN_UP):
        wrong = f"{reader.short_name} is a child. A child never carries the words of grown-ups."
        return Problem("reader", wrong, _OTHER)
    return None


def _no_interpreter(reader: Person) -> Problem | None:
    name = reader.short_name
    if kin := kin_word(reader.relationship):
        wrong = f"{name} is no independent interpreter: “{kin}” says that they belong together."
        return Problem("reader", wrong, f"An interpreter is never a relative or a friend. {_OTHER}")
    if reader.role in (Role.FAMILY, Role.CHILD, Role.SUPPORTER):
        wrong = f"{name} is here for the family, and is no independent interpreter."
        return Problem("reader", wrong, f"An interpreter is never a relative or a friend. {_OTHER}")
    if reader.role is not Role.INTERPRETER:
        wrong = f"{name} is not here as an interpreter."
        remedy = "Choose the interpreter. If nobody is, add one to the people of this meeting."
        return Problem("reader", wrong, remedy)
    return None
