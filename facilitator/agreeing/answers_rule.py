"""Everybody's own answer to the plan: nobody answers for another."""

from dataclasses import dataclass
from datetime import date

from facilitator.people import Attendance, People, Person, Role
from facilitator.refusals import Problem

LATER = "later"
# A supporter may sign beside somebody they love; nobody waits for it.
_ANSWER = frozenset({Role.FAMILY, Role.TEAM, Role.SUPPORTER})
# They carry somebody's words, and add none of their own.
CARRIES = frozenset({Role.ADVOCATE, Role.INTERPRETER})


@dataclass(frozen=True, kw_only=True)
class AskedAnswer:
    """One person's answer as it was written down; ``through`` carried the words, "" for nobody."""

    by: str
    agrees: str = ""
    words: str = ""
    on: date | None = None
    answer_by: date | None = None
    through: str = ""


def who_answers(people: People) -> tuple[Person, ...]:
    """Everybody who is asked, in the order of the seats; whoever was kept out is not."""
    return tuple(one for one in people if is_asked(one))


def is_asked(person: Person) -> bool:
    """Whether that person says yes, partly, no or later, or as a child what they think."""
    return not person.is_left_out and (person.role in _ANSWER or person.role is Role.CHILD)


def is_waited_for(person: Person) -> bool:
    """Whether something is missing as long as that person has not answered: they were there."""
    was_there = person.attended.took_part or person.attended is Attendance.WROTE
    return is_asked(person) and person.role is not Role.SUPPORTER and was_there


def who_carries(people: People) -> tuple[Person, ...]:
    """Whoever may carry the words of somebody else: advocates and interpreters."""
    return tuple(one for one in people if one.role in CARRIES and not one.is_left_out)


def why_not(asked: AskedAnswer, people: People) -> tuple[Problem, ...]:
    """Every reason why that answer can't be kept; ``place`` is the name of the box."""
    person = people.find(asked.by)
    if person is None or not is_asked(person):
        return (Problem("", "This person is not asked for an answer.", "Choose somebody else."),)
    found = [_carried(asked, person, people)]
    found.append(_of_a_child(asked, person) if person.role is Role.CHILD else _of_a_grown_up(asked))
    return tuple(one for one in found if one)


def _carried(asked: AskedAnswer, person: Person, people: People) -> Problem | None:
    if not asked.through or asked.through == person.id:
        return None
    carrier = people.find(asked.through)
    if carrier is not None and carrier.role in CARRIES and not carrier.is_left_out:
        return None
    who = carrier.short_name if carrier else "Nobody of this meeting"
    return Problem(
        "through",
        f"{who} can't answer for {person.short_name}. Nobody answers for somebody else.",
        f"Ask {person.short_name}. Or choose “later”, with the day of the answer.",
    )


def _of_a_child(asked: AskedAnswer, child: Person) -> Problem | None:
    name = child.short_name
    if asked.agrees:
        wrong = f"{name} is a child. A child is never asked for a yes or a no."
        return Problem("agrees", wrong, f"Write down what {name} thinks of the plan.")
    if not asked.words.strip():
        wrong = f"What {name} thinks of the plan is missing."
        return Problem("words", wrong, f"Write {name}'s own words. Or go back without saving.")
    return None


def _of_a_grown_up(asked: AskedAnswer) -> Problem | None:
    if asked.agrees not in ("yes", "partly", "no", LATER):
        remedy = "Choose one. If you have not asked yet, go back without saving."
        return Problem("agrees", "The answer is missing.", remedy)
    if asked.agrees == LATER and asked.answer_by is None:
        return Problem("answer_by", "The day of the answer is missing.", "Ask by which day.")
    if asked.agrees == LATER and asked.on and asked.answer_by and asked.answer_by < asked.on:
        return Problem("answer_by", "This day is over already.", "Ask for a day that comes.")
    return None
