"""Whether a rater reads plans as the gold set has them: before that, their ratings do not count.

A gold plan was rated by several people and talked through until they agreed. The bar: ten gold
plans rated in full, four in five ratings within one step of the gold, and a weighted kappa of 0.6
with it. Field studies in child welfare ask the like of their readers before live work begins
(LONGSCAN's record reviewers: 90 % on gold before the field).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.audits.statistics.agreement import WEIGHTS
from facilitator.audits.statistics.coefficients import kappa
from facilitator.audits.statistics.intervals import Figure, Share, figure
from facilitator.audits.statistics.ratings import Rated, Rating, patterns_of
from facilitator.refusals import Refusal

GOLD_PLANS = 10
WITHIN_ONE_BAR = 0.8
KAPPA_BAR = 0.6


@dataclass(frozen=True)
class GoldRating:
    """One criterion of one gold plan: what the gold set says, and what the rater said of it."""

    plan: str
    criterion: str
    gold: Rating
    rater: Rating

    def __post_init__(self) -> None:
        if self.gold is None:
            raise Refusal.because(
                "This gold plan has no rating here.",
                "Agree on one first.",
                f"plan {self.plan}, {self.criterion}",
            )
        Rated(self.plan, (self.gold, self.rater))  # Refuses what is off the scale.

    @property
    def exact(self) -> bool:
        """Whether the rater said just what the gold set says."""
        return self.rater == self.gold

    @property
    def within_one(self) -> bool:
        """Whether they lie one step apart at most; "not applicable" has no neighbour."""
        if isinstance(self.gold, int) and isinstance(self.rater, int):
            return abs(self.gold - self.rater) <= 1
        return self.exact


@dataclass(frozen=True)
class OfCriterion:
    """How many gold ratings of one criterion the rater met, of so many."""

    criterion: str
    of: int
    within_one: int
    exact: int


@dataclass(frozen=True)
class Calibration:
    """How near a rater is to the gold set; ``why_not`` is empty where their ratings count.

    ``within_one`` and ``exact`` are None where the rater has rated nothing yet. ``by_criterion``
    stands in the order of the gold set.
    """

    plans: int
    within_one: Share | None
    exact: Share | None
    kappa: Figure
    by_criterion: tuple[OfCriterion, ...]
    why_not: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether the rater's ratings count."""
        return not self.why_not


def calibration(ratings: Sequence[GoldRating]) -> Calibration:
    """How near those ratings are to the gold set, and whether the rater's ratings count.

    ``ratings`` hold every criterion of every gold plan; a rating still missing is None. Intervals
    count plans and not ratings: the ratings of one plan lean on each other.
    """
    plans = rated_in_full(ratings)
    done = [one for one in ratings if one.plan in plans]
    within, exact = (
        _share([one.within_one for one in done], len(plans)),
        _share([one.exact for one in done], len(plans)),
    )
    pairs = patterns_of(Rated(one.plan, (one.gold, one.rater)) for one in done)
    against_chance = figure(lambda some: kappa(some, WEIGHTS), pairs)
    return Calibration(
        plans=len(plans),
        within_one=within,
        exact=exact,
        kappa=against_chance,
        by_criterion=_by_criterion(done),
        why_not=tuple(_why_not(len(plans), within, against_chance)),
    )


def rated_in_full(ratings: Iterable[GoldRating]) -> frozenset[str]:
    """The gold plans of which the rater has answered every criterion."""
    ratings = tuple(ratings)
    return frozenset(one.plan for one in ratings) - {
        one.plan for one in ratings if one.rater is None
    }


def _share(met: Sequence[bool], plans: int) -> Share | None:
    return Share.of_plans(sum(met) / len(met), plans) if met else None


def _by_criterion(done: Sequence[GoldRating]) -> tuple[OfCriterion, ...]:
    of: dict[str, list[GoldRating]] = {}
    for one in done:
        of.setdefault(one.criterion, []).append(one)
    return tuple(
        OfCriterion(
            criterion,
            len(every),
            sum(one.within_one for one in every),
            sum(one.exact for one in every),
        )
        for criterion, every in of.items()
    )


def _why_not(plans: int, within: Share | None, against_chance: Figure) -> Iterable[str]:
    if plans < GOLD_PLANS:
        yield f"{plans} gold plans are rated in full. Rate {GOLD_PLANS - plans} more."
    if within is not None and within.value < WITHIN_ONE_BAR:
        yield "Fewer than four in five ratings lie within one step. Talk through where they differ."
    if against_chance.value is None and plans:
        yield "These gold plans are too alike to tell. Ask for others."
    elif against_chance.value is not None and against_chance.value < KAPPA_BAR:
        yield "The order of the plans is not yet read alike. Talk through two plans, and rate more."
