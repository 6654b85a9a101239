"""On which days a step comes, and at what time: only what its words surely say.

"Every school day at 8.20am" says it. "Weekly", "as needed" and "every other Friday" don't, and then
the family is asked. Nothing is guessed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from facilitator import days
from facilitator.contributions import Contribution
from facilitator.days_typed import sure_time

_ALL = frozenset(range(7))
_WORKING = frozenset(range(5))
_CODES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED = "|".join(days.WEEKDAYS)
# "each visit" is no day: only these words before a day, or a plural, make it come again.
_EVERY_DAY = re.compile(
    r"\b(?:(?:every|each)\s+(?:single\s+)?(?:day|night|evening|morning|afternoon|lunchtime|bedtime)"
    r"|daily|nightly)\b(?!\s*(?:other|but))",
    re.IGNORECASE,
)
_WORKING_DAYS = re.compile(
    r"\b(?:every|each|on)?\s*(?:school\s?days?|school\s+mornings?|week\s?days?)\b", re.IGNORECASE
)
_WEEKDAY = re.compile(rf"\b({_NAMED})(s?)\b", re.IGNORECASE)
_COMES_AGAIN = re.compile(r"\b(?:every|each|on)\b|\bweekly\b", re.IGNORECASE)
_NOT_SURE = re.compile(
    r"\b(?:other|alternate|second|third|first|last|fortnight\w*|month\w*|except|not|unless|but"
    r"|maybe|if|or|when|some|sometimes|most)\b",
    re.IGNORECASE,
)
_CLOCK = r"[0-9]{1,2}(?:[.:][0-9]{2})?\s*(?:am|pm)|[0-9]{1,2}[.:][0-9]{2}|midday|noon"
_TIMES = re.compile(rf"({_CLOCK})(?:\s*(?:to|until|till|-|–)\s*({_CLOCK}))?", re.IGNORECASE)


class Comes(StrEnum):
    """Whether a step comes on a day."""

    YES = "yes"
    NO = "no"
    NOT_SAID = "not said"
    LATER = "later"  # it starts after that day


@dataclass(frozen=True)
class Rhythm:
    """One part of how often a step comes: on which days of the week, 0 is Monday; from, to.

    Where a part does not surely say its days ("each visit"), there are none.
    """

    on: frozenset[int]
    at: str = ""
    to: str = ""


def is_sure(said: Contribution) -> bool:
    """Whether the step says on which days it comes, or on which one day."""
    found = rhythms(said)
    return all(one.on for one in found) if found else _is_once(said)


def comes(said: Contribution, day: date) -> Comes:
    """Whether that step comes on that day."""
    start, due = said.fields.day("start"), said.fields.day("due")
    if start and day < start:
        return Comes.LATER
    if due and day > due:
        return Comes.NO
    if found := rhythms(said):
        is_told = any(day.weekday() in one.on for one in found)
        is_open = not all(one.on for one in found)
    else:
        is_told = day in (start, due)
        # Done once between two days, or again and again in a way that does not say its days.
        is_open = not _is_once(said) or bool(start and due)
    if is_told:
        return Comes.YES
    return Comes.NOT_SAID if is_open else Comes.NO


def rhythms(said: Contribution) -> tuple[Rhythm, ...]:
    """How often the step comes, () where it does not surely say so."""
    if repeats := next(iter(said.fields.each("repeats")), None):
        return _of_repeats(repeats)
    often = " ".join(said.fields.words("how_often").split())
    if not often or _NOT_SURE.search(often):
        return ()
    found = tuple(_of_words(often))
    return found if any(one.on for one in found) else ()


def _of_repeats(held: Mapping[str, Any]) -> tuple[Rhythm, ...]:
    on = frozenset(_CODES.index(str(one)) for one in held.get("on") or ())
    at, to = str(held.get("at") or ""), str(held.get("to") or "")
    if held["each"] == "day":
        return (Rhythm(on or _ALL, at, to),)
    # Of a fortnight or a month nobody knows yet which one.
    return (Rhythm(on, at, to),) if held["each"] == "week" and on else ()


def _of_words(often: str) -> Iterator[Rhythm]:
    """The days of each part of the words, with the time that stands after them."""
    for part in re.split(r";|,\s*(?=every|each|on\b)|\band\s+(?=every\b|each\b)", often):
        found = _TIMES.search(part)
        at = (sure_time(found[1]) or "") if found else ""
        to = (sure_time(found[2]) or "") if found and found[2] else ""
        yield Rhythm(_days_in(part), at, to if at and to > at else "")


def _days_in(part: str) -> frozenset[int]:
    named = [(days.WEEKDAYS.index(one[1].capitalize()), one[2]) for one in _WEEKDAY.finditer(part)]
    if named:
        again = _COMES_AGAIN.search(part) or all(plural for _, plural in named)
        return frozenset(number for number, _ in named) if again else frozenset()
    if _WORKING_DAYS.search(part):
        return _WORKING
    return _ALL if _EVERY_DAY.search(part) else frozenset()


def _is_once(said: Contribution) -> bool:
    """Whether it is done once: it says so, or it has a day to be done by and no more."""
    often = said.fields.words("how_often").strip().casefold().rstrip(".")
    has_day = bool(said.fields.day("start") or said.fields.day("due"))
    return has_day and (
        often in ("once", "one time") or (not often and bool(said.fields.day("due")))
    )
