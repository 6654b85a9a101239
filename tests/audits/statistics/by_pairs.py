"""The coefficients a second time, straight from what they mean: pair by pair, and slowly.

Nothing is shared with the product: no weights, no patterns, no sums by level.
"""

from collections.abc import Iterator
from itertools import combinations, permutations
from statistics import fmean

from tests.audits.statistics.tables import LEVELS, Rows

WIDEST = (LEVELS - 1) ** 2


def likeness(one: int, other: int) -> float:
    return 1 - (one - other) ** 2 / WIDEST


def answers(row: tuple[int | None, ...]) -> list[int]:
    return [one for one in row if one is not None]


def seen(rows: Rows) -> float | None:
    """Take a plan with two ratings at random, and two of its ratings: how alike are they?"""
    several = [answers(row) for row in rows if len(answers(row)) > 1]
    if not several:
        return None
    return fmean([fmean([likeness(a, b) for a, b in combinations(row, 2)]) for row in several])


def beyond(seen_: float | None, chance: float | None) -> float | None:
    if seen_ is None or chance is None or chance > 1 - 1e-12:
        return None
    return (seen_ - chance) / (1 - chance)


def kappa(rows: Rows) -> float | None:
    """Chance: two raters, and of each one rating taken from any plan at all."""
    columns = [answers(column) for column in zip(*rows, strict=True)]
    if len(columns) < 2:
        return None
    pairs = combinations(columns, 2)
    chance = fmean([fmean([likeness(a, b) for a in one for b in other]) for one, other in pairs])
    return beyond(seen(rows), chance)


def ac2(rows: Rows) -> float | None:
    """Chance: a plan is hard as often as a rating and one of another level take its place."""
    if not rows:
        return None
    each = [answers(row) for row in rows]
    share = [fmean([row.count(level) / len(row) for row in each]) for level in range(LEVELS)]
    everything = sum(likeness(a, b) for a in range(LEVELS) for b in range(LEVELS))
    hard = sum(one * (1 - one) for one in share)
    return beyond(seen(rows), everything / (LEVELS * (LEVELS - 1)) * hard)


def alpha(rows: Rows) -> float | None:
    """Differences within plans beside differences among all ratings that have a partner."""
    several = [answers(row) for row in rows if len(answers(row)) > 1]
    every = sorted(one for row in several for one in row)
    between = {(a, b): apart(every, a, b) for a in set(every) for b in set(every)}
    within = [between[a, b] / (len(row) - 1) for row in several for a, b in permutations(row, 2)]
    among = sum(between[a, b] for a, b in permutations(every, 2))
    if not among:
        return None
    return 1 - (sum(within) / len(every)) / (among / (len(every) * (len(every) - 1)))


def apart(every: list[int], one: int, other: int) -> float:
    """How many ratings lie from the middle of one level to the middle of another; squared."""
    low, high = sorted((one, other))
    between = sum(low <= rating <= high for rating in every)
    return (between - (every.count(low) + every.count(high)) / 2) ** 2


def leaving_one_out(rows: Rows) -> Iterator[Rows]:
    for place in range(len(rows)):
        yield (*rows[:place], *rows[place + 1 :])
