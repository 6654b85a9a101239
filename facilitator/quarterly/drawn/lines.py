"""A figure over time: points, the middle, how far chance alone goes, and what we changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil
from string import ascii_uppercase

from facilitator.audits.statistics.charts import Chart, ProcessChange, Seen, Stretch
from facilitator.quarterly.periods import MONTHS_OF_A_YEAR, Span, first_of, month_short

WIDTH = 360
_LEFT, _RIGHT, _TOP = 36, 350, 22
_HIGH = 154  # between the axis and the top
_LOW = 92  # the same on paper, where there is little room
_FOOT = 34
_NICE = (4, 6, 10, 20, 30, 40, 60, 80, 100, 200, 300, 400)


@dataclass(frozen=True)
class Dot:
    """One point; ``calls`` where something about it is worth a conversation."""

    x: float
    y: float
    calls: bool


@dataclass(frozen=True)
class Rule:
    """A level line over one stretch: the middle, or a limit."""

    x1: float
    x2: float
    y: float
    is_limit: bool


@dataclass(frozen=True)
class Mark:
    """An upright line where we changed how we work, with its letter."""

    x: float
    letter: str
    told: str


@dataclass(frozen=True)
class Tick:
    """A word beside an edge."""

    place: float
    text: str
    anchor: str = "end"


@dataclass(frozen=True)
class LineChart:
    """A whole chart, ready to be drawn."""

    runs: tuple[tuple[Dot, ...], ...]
    rules: tuple[Rule, ...]
    marks: tuple[Mark, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    bottom: int
    width: int = WIDTH
    left: int = _LEFT
    right: int = _RIGHT
    top: int = _TOP

    @property
    def height(self) -> int:
        """With the words under the axis."""
        return self.bottom + _FOOT

    @property
    def dots(self) -> Iterator[Dot]:
        """Every point."""
        return (dot for run in self.runs for dot in run)


def line_chart(
    chart: Chart, span: Span, *, highest: float | None = None, low: bool = False
) -> LineChart:
    """The drawing of a chart over that stretch; ``highest`` where the figure can't be more.

    ``low`` draws it less high, for paper.
    """
    frame = _Frame(span, highest or _highest(chart), _TOP + (_LOW if low else _HIGH))
    return LineChart(
        runs=tuple(tuple(frame.dot(seen) for seen in one.points) for one in chart.stretches),
        rules=tuple(rule for one in chart.stretches for rule in frame.rules(one)),
        marks=tuple(
            Mark(frame.change(one.on), letter, one.what) for letter, one in lettered(chart.changes)
        ),
        across=frame.months(),
        up=tuple(Tick(frame.y(value), f"{value:g}") for value in (0, frame.top / 2, frame.top)),
        bottom=frame.bottom,
    )


def lettered(changes: tuple[ProcessChange, ...]) -> tuple[tuple[str, ProcessChange], ...]:
    """The changes by their letters; after Z they begin again, for few years hold so many."""
    letters = len(ascii_uppercase)
    return tuple((ascii_uppercase[at % letters], one) for at, one in enumerate(changes))


@dataclass(frozen=True)
class _Frame:
    """Where a day and a value stand."""

    span: Span
    top: float
    bottom: int

    def x(self, month: date) -> float:
        """The middle of a month."""
        return self._at(self._nth(month) + 0.5)

    def change(self, day: date) -> float:
        """Left of the first whole month after it: that is the first point that it speaks for."""
        return self._at(self._nth(first_of(day)) + (day.day > 1))

    def y(self, value: float) -> float:
        """A value; what lies outside stands at the edge."""
        part = min(1.0, max(0.0, value / self.top))
        return round(self.bottom - part * (self.bottom - _TOP), 1)

    def dot(self, seen: Seen) -> Dot:
        """One point."""
        return Dot(self.x(seen.point.on), self.y(seen.point.value), bool(seen.signals))

    def rules(self, stretch: Stretch) -> Iterator[Rule]:
        """The middle and the limits of a stretch; a limit below nought says nothing."""
        if stretch.limits is None:
            return
        x1, x2 = (self.x(stretch.points[at].point.on) for at in (0, -1))
        yield Rule(x1, x2, self.y(stretch.limits.centre), is_limit=False)
        for value in (stretch.limits.low, stretch.limits.high):
            if 0 < value < self.top:
                yield Rule(x1, x2, self.y(value), is_limit=True)

    def months(self) -> tuple[Tick, ...]:
        """The first month, the one in the middle, and the last."""
        months = self.span.months
        middle = months[len(months) // 2]
        told = ((months[0], "start"), (middle, "middle"), (months[-1], "end"))
        edges = {"start": _LEFT, "middle": self.x(middle), "end": _RIGHT}
        return tuple(
            Tick(edges[anchor], f"{month_short(month)} {month.year}", anchor)
            for month, anchor in told
        )

    def _nth(self, month: date) -> int:
        start = self.span.start
        return (month.year - start.year) * MONTHS_OF_A_YEAR + month.month - start.month

    def _at(self, months: float) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * months / len(self.span.months), 1)


def _highest(chart: Chart) -> float:
    """A round number above every point and limit."""
    seen = [one.point.value for stretch in chart.stretches for one in stretch.points]
    limits = [one.limits.high for one in chart.stretches if one.limits]
    most = max(*seen, *limits, 1.0)
    return next((nice for nice in _NICE if nice >= most), ceil(most / 100) * 100)
