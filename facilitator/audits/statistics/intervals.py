"""How sure a figure is: its 95 % interval.

Shares: Wilson's score interval. Source: Wilson, E. B. (1927), Probable inference, the law of
succession, and statistical inference, JASA 22, 209-212. It says something sensible at 0 and at
100 % too. Where a plan adds a part of one (several raters), it is wider than it need be.

Coefficients: the delete-one-plan jackknife on the scale of log(1 - figure), with Student's t for
the number of plans rated twice or more, less one. Source: Efron and Stein (1981), The jackknife
estimate of variance, Annals of Statistics 9, 586-596. On that scale an interval never reaches
above 1, and it is more honest near 1: over simulated pairs of raters and 20 plans it held the true
AC2 in 91 to 99 % of draws, an interval straight around the figure in 84 to 91 %. Alpha's held in
92 to 98 %. Kappa's held in 92 to 98 %, but in 88 % where three in four plans get the same level.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import atan2, cos, exp, fsum, log1p, pi, sin, sqrt

from facilitator.audits.statistics.coefficients import TINY, Pattern, Patterns, plans_in

SURE = 0.95
NORMAL = 1.959963984540054  # What 95 % of a normal distribution lies within.

Coefficient = Callable[[Patterns], float | None]


@dataclass(frozen=True)
class Interval:
    """From ``low`` to ``high``: where the figure lies, 95 times in a hundred."""

    low: float
    high: float


@dataclass(frozen=True)
class Share:
    """A part of a whole number of plans: ``value`` from 0 to 1, and its interval."""

    value: float
    of: int
    interval: Interval

    @classmethod
    def of_plans(cls, value: float, of: int) -> "Share":
        """That share of so many plans; there must be one at least."""
        return cls(value, of, wilson(value, of))


@dataclass(frozen=True)
class Figure:
    """A coefficient, with its interval; None where the plans can't say, and then why."""

    value: float | None
    interval: Interval | None
    cannot_say: str = ""


def wilson(share: float, of: int) -> Interval:
    """The 95 % interval of a share of so many plans."""
    z2 = NORMAL**2
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = NORMAL / (1 + z2 / of) * sqrt(share * (1 - share) / of + z2 / (4 * of**2))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def figure(coefficient: Coefficient, patterns: Patterns) -> Figure:
    """The coefficient over those plans, with its interval."""
    value = coefficient(patterns)
    if value is None:
        return Figure(None, None, "All got the same rating. Nothing shows what chance would do.")
    if 1 - value < TINY:
        return Figure(1.0, None, "No two ratings differ. Nothing shows how far they could.")
    error = jackknife_error(coefficient, patterns)
    if error is None:
        return Figure(value, None, "One plan decides this figure. More plans are needed.")
    return Figure(value, _on_the_log_scale(value, error, plans_in(patterns, 2)))


def jackknife_error(coefficient: Coefficient, patterns: Patterns) -> float | None:
    """The standard error by leaving out one plan at a time; None where one plan decides all.

    Plans with the same ratings are left out alike, so each pattern is worked out once.
    """
    plans = sum(patterns.values())
    without = [(coefficient(_less(patterns, one)), count) for one, count in patterns.items()]
    values = [(value, count) for value, count in without if value is not None]
    if len(values) < len(without):
        return None
    mean = fsum(value * count for value, count in values) / plans
    return sqrt((plans - 1) / plans * fsum(count * (one - mean) ** 2 for one, count in values))


def _less(patterns: Patterns, one: Pattern) -> Patterns:
    fewer = {**patterns, one: patterns[one] - 1}
    return {pattern: count for pattern, count in fewer.items() if count}


def _on_the_log_scale(value: float, error: float, plans: int) -> Interval:
    reach = student(plans - 1) * error / (1 - value)
    here = log1p(-value)
    return Interval(1 - exp(here + reach), 1 - exp(here - reach))


@cache
def student(freedom: int) -> float:
    """What 95 % of Student's t with that many degrees of freedom lies within."""
    low, high = 0.0, pi / 2
    for _ in range(80):  # Halving an angle so often leaves nothing of it.
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < SURE else (low, middle)
    return sin(low) / cos(low) * sqrt(freedom)


def _within(angle: float, freedom: int) -> float:
    """The share of Student's t within tan(angle) * sqrt(freedom).

    Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
    """
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    terms = [term] if freedom > 1 else []
    for power in range(3 if odd else 2, freedom, 2):
        term *= cos(angle) ** 2 * (power - 1) / power
        terms.append(term)
    series = sin(angle) * fsum(terms)
    return 2 / pi * (atan2(sin(angle), cos(angle)) + series) if odd else series
