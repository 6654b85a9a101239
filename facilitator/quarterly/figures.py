"""The figures of a quarter, and of the twelve months up to its end. Pure: values in, values out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from facilitator.audits import GATES
from facilitator.audits.statistics import NOT_APPLICABLE, Spread, Suppressed
from facilitator.audits.statistics.ratings import LEVELS
from facilitator.audits.statistics.small_numbers import FEWEST
from facilitator.quarterly.counted import LeftAside, NotCounted, RatingCount, SeenPlan
from facilitator.quarterly.periods import Span, first_of_quarter
from facilitator.quarterly.small import may_join

Group = tuple[UUID, date]  # A team and the first day of a quarter: what has a page of its own.


@dataclass(frozen=True)
class Figures:
    """What the plans of one stretch of time show.

    ``plans`` that count; ``waiting`` says that some were left out because they would be too few
    by themselves. ``spreads`` by criterion, for the criteria that anybody rated. ``gates`` says how
    many plans did not pass each gate. ``aside`` are the looks that don't count, by why.
    """

    plans: int | Suppressed
    waiting: bool
    spreads: Mapping[str, Spread | Suppressed]
    gates: Mapping[str, int] | Suppressed
    aside: Mapping[NotCounted, int]


def figures(
    span: Span,
    plans: Iterable[SeenPlan],
    ratings: Iterable[RatingCount],
    aside: Iterable[LeftAside],
) -> Figures:
    """The figures of that stretch, of what lies in it. Nothing stands on fewer than five plans."""
    seen = [one for one in plans if span.holds(one.on)]
    sizes = Counter(_group(one.team, one.on) for one in seen)
    joined = may_join(sizes)
    counted = [one for one in seen if _group(one.team, one.on) in joined]
    enough = len(counted) >= FEWEST
    return Figures(
        plans=len(counted) if enough else Suppressed(),
        waiting=len(counted) < len(seen),
        spreads=_spreads(one for one in ratings if span.holds(one.month)),
        gates=_gates(counted) if enough else Suppressed(),
        aside=_aside(one for one in aside if span.holds(one.month)),
    )


def _group(team: UUID, day: date) -> Group:
    return team, first_of_quarter(day)


def _spreads(ratings: Iterable[RatingCount]) -> dict[str, Spread | Suppressed]:
    """By criterion: a full audit asks more than a first look, so each has a size of its own."""
    by_criterion: dict[str, list[RatingCount]] = {}
    for one in ratings:
        by_criterion.setdefault(one.criterion, []).append(one)
    return {criterion: _spread(counts) for criterion, counts in by_criterion.items()}


def _spread(counts: list[RatingCount]) -> Spread | Suppressed:
    sizes: Counter[Group] = Counter()
    for one in counts:
        sizes[_group(one.team, one.month)] += one.plans
    joined = may_join(sizes)
    levels: Counter[int | str] = Counter()
    for one in counts:
        if one.rating is not None and _group(one.team, one.month) in joined:
            levels[one.rating] += one.plans
    found = Spread(tuple(levels[level] for level in range(LEVELS)), levels[NOT_APPLICABLE])
    return found if found.plans >= FEWEST else Suppressed()


def _gates(plans: list[SeenPlan]) -> dict[str, int]:
    return {gate: sum(gate in one.shown for one in plans) for gate in GATES}


def _aside(aside: Iterable[LeftAside]) -> dict[NotCounted, int]:
    found: Counter[NotCounted] = Counter()
    for one in aside:
        found[one.why] += one.looks
    return {why: found[why] for why in NotCounted if found[why]}
