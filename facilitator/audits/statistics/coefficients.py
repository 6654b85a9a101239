"""Agreement beyond chance: weighted kappa, Gwet's AC2, Krippendorff's alpha for an ordered scale.

Each takes the plans as ``Patterns``: what the raters said of a plan, in the raters' order, with
how many plans got just that. A rating is a level from 0 up, or None where there is none. The
answer is None where the figure is not defined: fewer than two ratings of any plan, or no
difference that chance could make.

Sources: Gwet, K. L. (2014), Handbook of Inter-Rater Reliability, 4th edition, chapters 2 to 5, for
missing ratings and for kappa (as Conger 1980 has it for several raters) and AC2; Krippendorff, K.
(2011), Computing Krippendorff's Alpha-Reliability, for alpha.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate, product
from math import fsum

from facilitator.audits.statistics.weights import Weights

Pattern = tuple[int | None, ...]
Patterns = Mapping[Pattern, int]
# Sums of many small parts are right to about this; what is nearer to nought is nought.
TINY = 1e-12


@lru_cache(maxsize=4_096)  # A few hundred plans share a few dozen patterns.
def said(pattern: Pattern) -> tuple[int, ...]:
    """The ratings that are there."""
    return tuple(one for one in pattern if one is not None)


def plans_in(patterns: Patterns, at_least: int = 1) -> int:
    """How many plans have that many ratings or more."""
    return sum(plans for pattern, plans in patterns.items() if len(said(pattern)) >= at_least)


def shares(patterns: Patterns, levels: int) -> tuple[float, ...]:
    """How much of the ratings each level got; each plan counts once, however many rated it."""
    parts: list[list[float]] = [[] for _ in range(levels)]
    for pattern, plans in patterns.items():
        ratings = said(pattern)
        for rating in ratings:
            parts[rating].append(plans / len(ratings))
    of = plans_in(patterns)
    return tuple(fsum(part) / of if of else 0.0 for part in parts)


def alike(pattern: Pattern, weights: Weights) -> float:
    """How alike the ratings of one plan are: the mean weight of its pairs."""
    ratings = said(pattern)
    pairs = len(ratings) * (len(ratings) - 1)
    every = fsum(weights[one][other] for one, other in product(ratings, ratings))
    return (every - len(ratings)) / pairs


def agreement_seen(patterns: Patterns, weights: Weights) -> float | None:
    """The mean of ``alike`` over the plans with two ratings or more."""
    of = plans_in(patterns, 2)
    if not of:
        return None
    several = [(one, plans) for one, plans in patterns.items() if len(said(one)) > 1]
    return fsum(plans * alike(one, weights) for one, plans in several) / of


def kappa(patterns: Patterns, weights: Weights) -> float | None:
    """Weighted kappa: Cohen's for two raters, Conger's for more."""
    return _beyond(agreement_seen(patterns, weights), kappa_by_chance(patterns, weights))


def kappa_by_chance(patterns: Patterns, weights: Weights) -> float | None:
    """The agreement that chance gives two raters who each keep to their own habits.

    It is the mean over the pairs of raters; None where fewer than two raters rated anything.
    """
    habits = [one for one in habits_of(patterns, len(weights)) if any(one)]
    if len(habits) < 2:  # noqa: PLR2004 -- it takes two to agree
        return None
    pairs = [
        _together(one, other, weights)
        for number, one in enumerate(habits)
        for other in habits[number + 1 :]
    ]
    return fsum(pairs) / len(pairs)


def habits_of(patterns: Patterns, levels: int) -> tuple[tuple[float, ...], ...]:
    """How often each rater gave each level, as shares; all nought for one who rated nothing."""
    raters = max((len(pattern) for pattern in patterns), default=0)
    counts = [[0] * levels for _ in range(raters)]
    for pattern, plans in patterns.items():
        for rater, rating in enumerate(pattern):
            if rating is not None:
                counts[rater][rating] += plans
    return tuple(tuple(one / max(sum(given), 1) for one in given) for given in counts)


def ac2(patterns: Patterns, weights: Weights) -> float | None:
    """Gwet's AC2 (AC1 where all differences cost alike)."""
    return _beyond(agreement_seen(patterns, weights), ac2_by_chance(patterns, weights))


def ac2_by_chance(patterns: Patterns, weights: Weights) -> float:
    """The agreement that chance gives on the plans that are hard to rate."""
    levels = len(weights)
    hard = fsum(share * (1 - share) for share in shares(patterns, levels))
    return spread(weights) * hard


def spread(weights: Weights) -> float:
    """The sum of the weights over the number of ordered pairs of different levels."""
    return fsum(fsum(row) for row in weights) / (len(weights) * (len(weights) - 1))


def alpha(patterns: Patterns, levels: int) -> float | None:
    """Krippendorff's alpha, with the distances of an ordered scale."""
    several = {one: plans for one, plans in patterns.items() if len(said(one)) > 1}
    used = [0] * levels
    for pattern, plans in several.items():
        for rating in said(pattern):
            used[rating] += plans
    apart = distances(used)
    ratings = sum(used)
    seen = fsum(
        plans * _sum_apart(said(one), apart) / (len(said(one)) - 1)
        for one, plans in several.items()
    )
    by_chance = fsum(
        used[one] * used[other] * apart[one][other]
        for one, other in product(range(levels), repeat=2)
    )
    return None if by_chance < TINY else 1 - (ratings - 1) * seen / by_chance


def distances(used: Iterable[int]) -> Weights:
    """How far apart two levels are, by how many ratings lie between their middles; squared."""
    counts = list(used)
    up_to = list(accumulate(counts))
    middles = [top - count / 2 for top, count in zip(up_to, counts, strict=True)]
    return tuple(tuple((one - other) ** 2 for other in middles) for one in middles)


def _sum_apart(ratings: tuple[int, ...], apart: Weights) -> float:
    return fsum(apart[one][other] for one, other in product(ratings, ratings))


def _together(one: tuple[float, ...], other: tuple[float, ...], weights: Weights) -> float:
    levels = range(len(weights))
    return fsum(weights[a][b] * one[a] * other[b] for a, b in product(levels, levels))


def _beyond(seen: float | None, by_chance: float | None) -> float | None:
    if seen is None or by_chance is None or 1 - by_chance < TINY:
        return None
    return (seen - by_chance) / (1 - by_chance)
