"""How a letter reads: the list that plans are held against, laid over our own words."""

from collections.abc import Collection
from dataclasses import dataclass

from facilitator.auditing.letters.letter import Letter
from facilitator.audits.masking import Mask
from facilitator.plain_language import Finding, Given, Level, Scope, WordList, check
from facilitator.plans import Plan

_STEP = "step"
# Who does the step, and by which day, stands in boxes of its own.
_GIVEN = Given(who=True, day=True, how_often=True)


@dataclass(frozen=True)
class Findings:
    """What was found in one box of a letter."""

    place: str
    found: tuple[Finding, ...]


def names_in(plan: Plan, mask: Mask) -> frozenset[str]:
    """The names that a letter may say: they are no hard words."""
    return frozenset(name for person in plan.people if (name := mask.name(person.id)))


def found_in(text: str, place: str, names: Collection[str], lists: WordList) -> tuple[Finding, ...]:
    """What somebody may stumble over in that box: stops first."""
    scope = Scope.ACTIONS if place == _STEP else Scope.ALL
    found = check(text, scope, names=names, given=_GIVEN, lists=lists)
    asks = (one for one in found if one.level is not Level.EXPLAIN)
    return tuple(sorted(asks, key=lambda one: (one.level is not Level.STOP, one.start)))


def findings(letter: Letter, names: Collection[str], lists: WordList) -> tuple[Findings, ...]:
    """The boxes of a letter in which something is found, in their order."""
    each = (Findings(place, found_in(text, place, names, lists)) for place, text in letter.texts)
    return tuple(one for one in each if one.found)


def has_stops(found: Collection[Findings]) -> bool:
    """Whether something is found that should not stay without a reason."""
    return any(one.level is Level.STOP for each in found for one in each.found)
