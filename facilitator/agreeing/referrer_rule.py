"""The referrer's answer: yes, no or not yet, on the day, and never a no without its reason."""

from dataclasses import dataclass
from datetime import date

from facilitator.people import People, Person, Role
from facilitator.refusals import Problem

NOT_YET = "not_yet"


@dataclass(frozen=True, kw_only=True)
class AskedOfReferrer:
    """The referrer's answer as it was written down; ``on`` is the day when it was given."""

    by: str
    answer: str = ""
    reason: str = ""
    on: date | None = None
    decides: str = ""
    answer_by: date | None = None


def referrers(people: People) -> tuple[Person, ...]:
    """Whoever asked for the meeting, and was not kept out of it."""
    return tuple(one for one in people if one.role is Role.REFERRER and not one.is_left_out)


def why_not(asked: AskedOfReferrer, people: People, held_on: date) -> tuple[Problem, ...]:
    """Every reason why that answer can't be kept; ``place`` is the name of the box."""
    rules = (_whose(asked, people), _answer(asked), _reason(asked, held_on), *_who_and_when(asked))
    return tuple(one for one in rules if one)


def _whose(asked: AskedOfReferrer, people: People) -> Problem | None:
    if asked.by in {one.id for one in referrers(people)}:
        return None
    person = people.find(asked.by)
    wrong = (
        f"{person.short_name} is not the referrer, and can't answer for them."
        if person
        else "Whose answer it is, is missing."
    )
    return Problem("by", wrong, "Choose the referrer who gives it.")


def _answer(asked: AskedOfReferrer) -> Problem | None:
    if asked.answer in ("yes", "no", NOT_YET):
        return None
    remedy = "Choose one. If they have not said yet, go back without saving."
    return Problem("answer", "The answer is missing.", remedy)


def _reason(asked: AskedOfReferrer, held_on: date) -> Problem | None:
    if asked.reason.strip():
        return None
    if asked.answer in ("no", NOT_YET):
        wrong = f"This is a {'no' if asked.answer == 'no' else 'not yet'} without a reason."
        return Problem("reason", wrong, "Ask why, now. The family needs it to change its plan.")
    if asked.answer and asked.on and asked.on > held_on:
        wrong = "This answer came after the day of the meeting, and it does not say why."
        return Problem("reason", wrong, "Write why it came later.")
    return None


def _who_and_when(asked: AskedOfReferrer) -> tuple[Problem | None, ...]:
    if asked.answer != NOT_YET:
        return ()
    who = Problem("decides", "Who decides is missing.", "Ask for a name, or for a part.")
    by_when = Problem("answer_by", "The day of the answer is missing.", "Ask by which day.")
    over = Problem("answer_by", "This day is over already.", "Ask for a day that comes.")
    is_over = asked.answer_by and asked.on and asked.answer_by < asked.on
    return (
        None if asked.decides.strip() else who,
        by_when if asked.answer_by is None else over if is_over else None,
    )
