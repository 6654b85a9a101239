"""A chart of one figure over time (XmR): its centre, its limits, and what is worth a talk.

Limits are the mean plus and minus 2.66 times the mean of the moving ranges: how far each point is
from the one before. Source: Wheeler, D. J. (1993), Understanding Variation; the 2.66 is 3 / 1.128
and stands rounded in the NHS's own charts, so in ours.

On twenty-four points of pure noise the four rules find something on about one chart in six. What
they find is worth a conversation, and is never a failing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import fsum

from facilitator.audits.statistics.signals import Signal, runs_on_one_side, trends, two_of_three
from facilitator.refusals import Refusal

FEWEST_POINTS = 12
REACH = 2.66
NEAR = REACH * 2 / 3
ROUNDING = 1e-9  # Sums of tenths miss by less than this; a point so near the centre is on it.


@dataclass(frozen=True)
class Point:
    """One figure and the day that it belongs to."""

    on: date
    value: float


@dataclass(frozen=True)
class ProcessChange:
    """From this day on we worked in another way: marked on the chart, with what changed.

    ``new_limits`` begins the limits afresh there. Somebody decides that, and says why; no rule
    does. A change without words is refused.
    """

    on: date
    what: str
    new_limits: bool = False

    def __post_init__(self) -> None:
        if not self.what.strip():
            raise Refusal.because(
                "This change has no words.", "Say what changed, in a sentence.", "change"
            )


@dataclass(frozen=True)
class Limits:
    """The centre of a stretch of points, and how far from it chance alone may carry one."""

    centre: float
    low: float
    high: float
    near_low: float
    near_high: float


@dataclass(frozen=True)
class Seen:
    """One point and the rules that it is part of, in the order of the rules."""

    point: Point
    signals: tuple[Signal, ...]


@dataclass(frozen=True)
class Stretch:
    """The points under one set of limits; fewer than twelve have neither limits nor signals.

    ``begun_by`` is the change that began it; None for the first.
    """

    points: tuple[Seen, ...]
    limits: Limits | None
    begun_by: ProcessChange | None


@dataclass(frozen=True)
class Chart:
    """One figure over time, in stretches, with every change of process."""

    stretches: tuple[Stretch, ...]
    changes: tuple[ProcessChange, ...]

    @property
    def worth_a_conversation(self) -> bool:
        """Whether any rule found anything."""
        return any(seen.signals for stretch in self.stretches for seen in stretch.points)


def chart(points: Iterable[Point], changes: Iterable[ProcessChange] = ()) -> Chart:
    """The chart of those points, in the order of their days.

    Two points of one day are refused, and two changes of one day that both begin new limits.
    """
    ordered = sorted(points, key=lambda point: point.on)
    marked = tuple(sorted(changes, key=lambda change: change.on))
    begun: list[ProcessChange | None] = [None, *(one for one in marked if one.new_limits)]
    _refuse_twice("points", [point.on for point in ordered])
    _refuse_twice("changes with new limits", [one.on for one in begun if one])
    days = [*(one.on for one in begun if one), date.max]
    starts = [date.min, *days[:-1]]
    stretches = tuple(
        _stretch([point for point in ordered if start <= point.on < end], change)
        for change, start, end in zip(begun, starts, days, strict=True)
    )
    return Chart(tuple(one for one in stretches if one.points), marked)


def limits_of(values: Sequence[float]) -> Limits:
    """The centre and limits of two values or more."""
    centre = fsum(values) / len(values)
    range_ = fsum(abs(after - before) for before, after in pairwise(values)) / (len(values) - 1)
    return Limits(
        centre,
        centre - REACH * range_,
        centre + REACH * range_,
        centre - NEAR * range_,
        centre + NEAR * range_,
    )


def signals_of(values: Sequence[float], limits: Limits) -> tuple[tuple[Signal, ...], ...]:
    """For each value the rules that it is part of."""
    slack = ROUNDING * max(1.0, *(abs(value) for value in values))
    sides = [_side(value, limits.centre, slack) for value in values]
    outside = [_beyond(value, limits.low, limits.high, slack) for value in values]
    near = [
        not far and _beyond(value, limits.near_low, limits.near_high, slack)
        for value, far in zip(values, outside, strict=True)
    ]
    found = {
        Signal.OUTSIDE: outside,
        Signal.ONE_SIDE: runs_on_one_side(sides),
        Signal.TREND: trends(values),
        Signal.TWO_OF_THREE: two_of_three(near, sides),
    }
    return tuple(
        tuple(signal for signal, where in found.items() if where[place])
        for place in range(len(values))
    )


def _stretch(points: Sequence[Point], begun_by: ProcessChange | None) -> Stretch:
    values = [point.value for point in points]
    if len(points) < FEWEST_POINTS:
        return Stretch(tuple(Seen(point, ()) for point in points), None, begun_by)
    limits = limits_of(values)
    each = zip(points, signals_of(values, limits), strict=True)
    return Stretch(tuple(Seen(point, signals) for point, signals in each), limits, begun_by)


def _side(value: float, centre: float, slack: float) -> int:
    return 0 if abs(value - centre) <= slack else (1 if value > centre else -1)


def _beyond(value: float, low: float, high: float, slack: float) -> bool:
    return value < low - slack or value > high + slack


def _refuse_twice(what: str, days: Sequence[date]) -> None:
    twice = {day for day, after in pairwise(days) if day == after}
    if twice:
        raise Refusal.because(
            f"There are two {what} on {min(twice).isoformat()}.", "Keep one for each day.", "chart"
        )
