"""Two figures over time, a point for each month: how plans were rated, and days to the paper.

A month is the sum of many plans, so that no family is a point. Months with fewer than five plans
have no point, and one more month of their quarter is hidden where they could be had by subtraction.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from math import fsum
from uuid import UUID

from facilitator.audits.statistics import Chart, Point, ProcessChange, chart
from facilitator.audits.statistics.charts import FEWEST_POINTS
from facilitator.quarterly.counted import DAYS_TO_PLAN, SeenPlan
from facilitator.quarterly.periods import Span, first_of, first_of_quarter
from facilitator.quarterly.small import may_join, may_stand

HUNDRED = 100
HIGHEST = 3


@dataclass(frozen=True)
class Trend:
    """One figure over time. ``plans`` gives for each month with a point how many stand behind it.

    ``chart`` is None where fewer than twelve months have a point: a chart would say too much.
    """

    span: Span
    points: tuple[Point, ...]
    plans: tuple[int, ...]
    chart: Chart | None


Figure = Callable[[SeenPlan], float | None]


def share_of_points(plan: SeenPlan) -> float | None:
    """The ratings of the six criteria of a first look, out of all that they could be, in hundred.

    Every look asks these six, so that a full audit and a first look can stand in one figure.
    """
    return HUNDRED * plan.points / (HIGHEST * plan.rated) if plan.rated else None


def days_to_plan(plan: SeenPlan) -> float | None:
    """How many days after the meeting the family had its paper."""
    return plan.shown.get(DAYS_TO_PLAN)


def trend(
    plans: Iterable[SeenPlan], span: Span, figure: Figure, changes: Iterable[ProcessChange] = ()
) -> Trend:
    """The mean of that figure, month by month."""
    months = _shown(_months(plans, span, figure))
    points = tuple(Point(month, fsum(values) / len(values)) for month, values in months.items())
    inside = [one for one in changes if span.start <= one.on < span.end]
    drawn = chart(points, inside) if len(points) >= FEWEST_POINTS else None
    return Trend(span, points, tuple(map(len, months.values())), drawn)


def without_new_limits(changes: Iterable[ProcessChange]) -> tuple[ProcessChange, ...]:
    """The changes of several teams: one team's new beginning is not that of the others."""
    return tuple(replace(one, new_limits=False) for one in changes)


@dataclass(frozen=True)
class _Month:
    """The values of the teams that may join, and how many plans of others are left out."""

    start: date
    values: tuple[float, ...]
    left_out: int


def _months(plans: Iterable[SeenPlan], span: Span, figure: Figure) -> list[_Month]:
    by_team: dict[date, dict[UUID, list[float]]] = {}
    for one in plans:
        value = figure(one) if span.holds(one.on) else None
        if value is not None:
            by_team.setdefault(first_of(one.on), {}).setdefault(one.team, []).append(value)
    return [_month(month, teams) for month, teams in sorted(by_team.items())]


def _month(start: date, teams: dict[UUID, list[float]]) -> _Month:
    sizes = {team: len(values) for team, values in teams.items()}
    joined = may_join(sizes)
    values = tuple(value for team in teams if team in joined for value in teams[team])
    return _Month(start, values, sum(sizes.values()) - len(values))


def _shown(months: Iterable[_Month]) -> dict[date, tuple[float, ...]]:
    """The months that may stand; what is left out of one counts as hidden in its quarter."""
    quarters: dict[date, dict[tuple[date, bool], int]] = {}
    held = {one.start: one for one in months}
    for one in held.values():
        sizes = quarters.setdefault(first_of_quarter(one.start), {})
        sizes[one.start, True] = len(one.values)
        sizes[one.start, False] = one.left_out
    standing = {month for sizes in quarters.values() for month, _ in may_stand(sizes)}
    return {month: one.values for month, one in held.items() if month in standing}
