"""A meeting that a supervisor sat in on, with the family's yes: it stands beside an audit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from facilitator.five_rs import PRINCIPLES
from facilitator.refusals import Problem

# The key of a box for each of the five, such as "relational".
FIVE = MappingProxyType({one.name.lower(): one.name for one in PRINCIPLES})


@dataclass(frozen=True, kw_only=True)
class Observed:
    """What a supervisor saw in a meeting, by the Five Rs. Nothing ever rates it.

    ``yes_by`` says who of the family said yes, ``yes_on`` on which day; ``saw`` holds words by the
    keys of ``FIVE``. ``at`` is an instant. ``revision`` counts what was kept of it before.
    """

    look_id: UUID
    yes_by: str
    yes_on: date
    saw: Mapping[str, str]
    by: UUID
    at: datetime
    revision: int = 0


def problems_of(
    yes_by: str, yes_on: date | None, saw: Mapping[str, str], today: date
) -> tuple[Problem, ...]:
    """Why such a note can't be kept, first of all without a yes; the place is a box's name."""
    found = []
    if not yes_by.strip():
        wrong = "It is not said who of the family said yes."
        found.append(Problem("yes_by", wrong, "Ask them first. Without a yes nothing is kept."))
    if yes_on is None:
        wrong = "The day of their yes is missing."
        found.append(Problem("yes_on", wrong, "Write the day on which they said yes."))
    elif yes_on > today:
        wrong = f"{yes_on:%d/%m/%Y} is not here yet."
        found.append(Problem("yes_on", wrong, "Write the day on which they said yes."))
    if not any(words.strip() for words in saw.values()):
        wrong = "Nothing is written down yet."
        found.append(Problem(next(iter(FIVE)), wrong, "Write what you saw, under one of the five."))
    return tuple(found)
