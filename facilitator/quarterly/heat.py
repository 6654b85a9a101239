"""The map of commitments: of how many plans in a hundred each shows anything, over a year."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from facilitator.audits.statistics.small_numbers import FEWEST
from facilitator.five_rs import COMMITMENTS
from facilitator.quarterly.counted import SeenPlan
from facilitator.quarterly.periods import Span, first_of, first_of_quarter
from facilitator.quarterly.small import may_join

HUNDRED = 100


@dataclass(frozen=True)
class Column:
    """A month or a quarter by its first day; ``plans`` is None below five, where nothing is said.

    ``shares`` gives for each commitment how many plans in a hundred show anything, rounded.
    """

    start: date
    plans: int | None
    shares: Mapping[str, int | None]


@dataclass(frozen=True)
class HeatMap:
    """Fifteen commitments by month, or by quarter where months hold too few plans."""

    columns: tuple[Column, ...]
    by_month: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all may be shown."""
        return all(one.plans is None for one in self.columns)


def heat_map(plans: Iterable[SeenPlan], year: Span) -> HeatMap:
    """The map of that year. By month where every month that has plans has five or more."""
    seen = [one for one in plans if year.holds(one.on) and one.shown]
    months = _columns(seen, year.months, first_of)
    sizes = Counter(first_of(one.on) for one in seen)
    if seen and all(one.plans == sizes[one.start] for one in months if sizes[one.start]):
        return HeatMap(months, by_month=True)
    quarters = tuple(dict.fromkeys(map(first_of_quarter, year.months)))
    return HeatMap(_columns(seen, quarters, first_of_quarter), by_month=False)


def _columns(
    seen: Sequence[SeenPlan], starts: Sequence[date], start_of: Callable[[date], date]
) -> tuple[Column, ...]:
    held: dict[date, list[SeenPlan]] = {start: [] for start in starts}
    for one in seen:
        held[start_of(one.on)].append(one)
    return tuple(_column(start, plans) for start, plans in held.items())


def _column(start: date, plans: Sequence[SeenPlan]) -> Column:
    """Teams with few plans come in where they may, as in every figure of several teams."""
    sizes = Counter(one.team for one in plans)
    joined = may_join(sizes)
    counted = [one for one in plans if one.team in joined]
    if len(counted) < FEWEST:
        return Column(start, None, dict.fromkeys(COMMITMENTS))
    showing = Counter(key for one in counted for key, lines in one.shown.items() if lines)
    shares = {one: round(HUNDRED * showing[one] / len(counted)) for one in COMMITMENTS}
    return Column(start, len(counted), shares)
