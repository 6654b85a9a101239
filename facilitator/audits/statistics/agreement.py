"""How far raters agree on one criterion: counts first, figures from 10 plans on, words above 30.

The scale is ordered, 0 to 3. Differences cost by their square, in weighted kappa and in AC2: one
step apart is everyday, two or more is what raters are asked to talk through. Kappa falls where
nearly every plan gets the same rating, and AC2 rises there, so neither is shown without the other
(Feinstein and Cicchetti 1990, High agreement but low kappa, J Clin Epidemiol 43, 543-549).

"Not applicable" has no place between 0 and 3. It is left out of the figures on the scale like a
rating that is missing, and whether raters agree that a criterion applies is a share of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.audits.statistics.coefficients import (
    Patterns,
    ac2,
    agreement_seen,
    alpha,
    kappa,
    plans_in,
    said,
    shares,
)
from facilitator.audits.statistics.intervals import Figure, Share, figure
from facilitator.audits.statistics.ratings import LEVELS, Rated, level_patterns, patterns_of
from facilitator.audits.statistics.weights import Weighting, Weights

FIGURES_FROM = 10
WORDS_ABOVE = 30
CLOSE, FAIR = 0.6, 0.4
APART = 0.3  # So far apart, kappa and AC2 tell two stories of the same plans.

WEIGHTS = Weighting.BY_SQUARES.table(LEVELS)
EXACT = Weighting.ALL_ALIKE.table(LEVELS)
WITHIN_ONE: Weights = tuple(
    tuple(float(abs(one - other) <= 1) for other in range(LEVELS)) for one in range(LEVELS)
)


@dataclass(frozen=True)
class TooFew:
    """Fewer than ten plans have two ratings: the plans to talk through, and no figure."""

    plans: int
    differ: tuple[Rated, ...]


@dataclass(frozen=True)
class Agreement:
    """How far raters agree on one criterion, over ``plans`` with two ratings or more.

    ``prevalence`` is the share of each level, 0 to 3, among all ratings, each plan counting once.
    ``applies`` is how often they agree that the criterion applies at all. ``words`` is empty
    unless there are more than thirty plans.
    """

    plans: int
    exact: Share
    within_one: Share
    applies: Share
    prevalence: tuple[Share, ...]
    kappa: Figure
    ac2: Figure
    alpha: Figure
    differ: tuple[Rated, ...]
    words: str


def agreement(rated: Sequence[Rated]) -> Agreement | TooFew:
    """What those ratings of one criterion say about agreement."""
    patterns = patterns_of(rated)
    plans = plans_in(patterns, 2)
    differ = tuple(one for one in rated if one.differs)
    if plans < FIGURES_FROM:
        return TooFew(plans, differ)
    by_chance = _figures(patterns)
    return Agreement(
        plans=plans,
        exact=_share(patterns, EXACT),
        within_one=_share(patterns, WITHIN_ONE),
        applies=_share(level_patterns(rated), Weighting.ALL_ALIKE.table(2)),
        prevalence=tuple(
            Share.of_plans(one, plans_in(patterns)) for one in shares(patterns, LEVELS)
        ),
        kappa=by_chance[0],
        ac2=by_chance[1],
        alpha=by_chance[2],
        differ=differ,
        words=in_words(*by_chance) if plans > WORDS_ABOVE else "",
    )


def in_words(by_kappa: Figure, by_ac2: Figure, by_alpha: Figure) -> str:
    """What the figures say, from the low end of their intervals: never more than is sure.

    The lower of kappa's and alpha's low ends decides. AC2 never makes the words kinder.
    """
    if _two_stories(by_kappa, by_ac2):
        return "Most plans got the same rating, so these figures tell little. Read the plans."
    lows = [one.interval.low for one in (by_kappa, by_alpha) if one.interval]
    if not lows:
        return "The ratings are too alike for these figures to tell much. Read the plans."
    if min(lows) >= CLOSE:
        return "We read this closely alike."
    if min(lows) >= FAIR:
        return "We read this fairly alike. Talk through the plans where we differ."
    return "We may read this in different ways. Talk through the plans where we differ."


def _two_stories(by_kappa: Figure, by_ac2: Figure) -> bool:
    if by_kappa.value is None or by_ac2.value is None:
        return False
    return by_ac2.value - by_kappa.value > APART


def _figures(patterns: Patterns) -> tuple[Figure, Figure, Figure]:
    return (
        figure(lambda some: kappa(some, WEIGHTS), patterns),
        figure(lambda some: ac2(some, WEIGHTS), patterns),
        figure(lambda some: alpha(some, LEVELS), patterns),
    )


def _share(patterns: Patterns, weights: Weights) -> Share:
    """The share of agreeing pairs over the plans that have one."""
    twice = {one: plans for one, plans in patterns.items() if len(said(one)) > 1}
    return Share.of_plans(agreement_seen(twice, weights) or 0.0, plans_in(twice))
