"""The figures in words: what a page and a paper say of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator import days
from facilitator.audits import GATES, Criterion, Rubric
from facilitator.audits.statistics import Spread, Suppressed
from facilitator.audits.statistics.charts import Chart
from facilitator.five_rs import COMMITMENTS
from facilitator.quarterly import periods
from facilitator.quarterly.drawn.dots import Dots, dots
from facilitator.quarterly.drawn.lines import LineChart, lettered, line_chart
from facilitator.quarterly.drawn.maps import NOTHING, HeatDrawing, heading, heat_drawing
from facilitator.quarterly.figures import Figures
from facilitator.quarterly.gathering import Shown
from facilitator.quarterly.heat import HeatMap
from facilitator.quarterly.small import how_many
from facilitator.quarterly.trends import HUNDRED, Trend

TOO_FEW = Suppressed().because
QUIET = "Nothing on it stands out from chance."
TOO_YOUNG = "The newest points have no limits yet: that takes twelve months."
CALLS = "Something on it is worth a conversation."


@dataclass(frozen=True)
class CriterionTold:
    """One criterion: its dots, or the sentence where there are too few."""

    criterion: Criterion
    dots: Dots | None
    because: str


@dataclass(frozen=True)
class TrendRow:
    """One month of a chart as a row of its table."""

    month: str
    plans: int
    value: str
    about: str


@dataclass(frozen=True)
class TrendTold:
    """A chart with its words; ``drawn`` is None where fewer than twelve months have a point."""

    name: str
    title: str
    about: str
    drawn: LineChart | None
    rows: tuple[TrendRow, ...]
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class HeatTold:
    """The map with its table: headings, then a row for each commitment."""

    about: str
    drawn: HeatDrawing
    headings: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    by_month: bool


def counts(shown: Shown) -> tuple[str, ...]:
    """How many plans, what is not counted and why, and how often somebody had to act."""
    return tuple(_counts(shown))


def _counts(shown: Shown) -> Iterator[str]:
    yield f"This quarter: {plans_told(shown.quarter)}"
    yield f"The twelve months up to its end: {plans_told(shown.year)}"
    if shown.year.waiting:
        yield "A team or a quarter with fewer than five plans is left out until there are more."
    aside = (f"{how_many(n)}, because {why.value}" for why, n in shown.quarter.aside.items())
    if told := "; ".join(aside):
        yield f"Looks that do not count this quarter: {told}."
    yield f"“Act today” was written down this quarter: {how_many(shown.acted_today)}."


def plans_told(figures: Figures) -> str:
    """How many plans count."""
    if isinstance(figures.plans, Suppressed):
        return "fewer than five plans count. We show nothing of so few."
    return f"{figures.plans} plans count, all of them drawn by chance."


def gates(figures: Figures) -> tuple[str, ...]:
    """How many plans did not pass each gate; nothing where the plans are too few."""
    if isinstance(figures.gates, Suppressed):
        return ()
    return tuple(
        f"{words[:1].upper()}{words[1:]}: {figures.gates[gate]} of {figures.plans} plans"
        for gate, words in GATES.items()
    )


def cards(shown: Shown) -> tuple[str, ...]:
    """What families said on their cards, by what the statements are about; nothing of few."""
    if shown.cards is None:
        return ()
    return tuple(
        f"{one.factor.heading}: "
        + ", ".join(f"“{answer.words}” {times}" for answer, times in one.answers.items() if times)
        for one in shown.cards.factors
        if one.given
    )


def criteria(figures: Figures, rubric: Rubric) -> tuple[CriterionTold, ...]:
    """Every criterion of the rubric that somebody rated, in its own order and never by rating."""
    found = ((one, figures.spreads.get(one.id)) for one in rubric.criteria)
    return tuple(
        CriterionTold(one, dots(spread), "")
        if isinstance(spread, Spread)
        else CriterionTold(one, None, spread.because)
        for one, spread in found
        if spread is not None
    )


def trends(shown: Shown, *, low: bool = False) -> tuple[TrendTold, TrendTold]:
    """Both figures over time; ``low`` for paper, where there is little room."""
    return _rated(shown, low=low), _days(shown, low=low)


def _rated(shown: Shown, *, low: bool) -> TrendTold:
    """How plans were rated, month by month."""
    about = (
        "The mean of the six ratings that every look gives, month by month, out of all that "
        "they could be."
    )
    found = shown.rated
    drawn = line_chart(found.chart, found.span, highest=HUNDRED, low=low) if found.chart else None
    return _trend("rated", "How plans were rated, out of 100", about, found, drawn)


def _days(shown: Shown, *, low: bool) -> TrendTold:
    """How long families waited for their paper."""
    about = "The mean of the days from the meeting until the family had its plan, month by month."
    found = shown.days
    drawn = line_chart(found.chart, found.span, low=low) if found.chart else None
    return _trend("days", "Days until the family had its paper", about, found, drawn)


def _trend(name: str, title: str, about: str, found: Trend, drawn: LineChart | None) -> TrendTold:
    marked = found.chart.changes if found.chart else ()
    return TrendTold(
        name=name,
        title=title,
        about=f"{about} {_says(found.chart)}".strip(),
        drawn=drawn,
        rows=tuple(_rows(found)),
        changes=tuple((letter, days.day(one.on), one.what) for letter, one in lettered(marked)),
    )


def _says(chart: Chart | None) -> str:
    if chart is None:
        return ""
    young = f" {TOO_YOUNG}" if chart.stretches[-1].limits is None else ""
    return f"{CALLS if chart.worth_a_conversation else QUIET}{young}"


def _rows(found: Trend) -> Iterator[TrendRow]:
    stretches = found.chart.stretches if found.chart else ()
    calls = {seen.point.on: seen.signals for one in stretches for seen in one.points}
    for point, plans in zip(found.points, found.plans, strict=True):
        about = "; ".join(signal.value for signal in calls.get(point.on, ()))
        month = periods.month_told(point.on)
        yield TrendRow(month, plans, f"{point.value:.1f}", about)


def heat_told(found: HeatMap, *, wide: bool = False) -> HeatTold | None:
    """The map with its table; None where nothing may be shown."""
    if found.is_empty:
        return None
    by = "month" if found.by_month else "quarter, because some months hold fewer than five plans"
    return HeatTold(
        about=f"Of a hundred plans, how many show anything for each commitment, by {by}.",
        drawn=heat_drawing(found, wide=wide),
        headings=tuple(heading(one, by_month=found.by_month) for one in found.columns),
        rows=tuple(
            (kept.we_are, tuple(_cell(one.shares[key]) for one in found.columns))
            for key, kept in COMMITMENTS.items()
        ),
        by_month=found.by_month,
    )


def _cell(share: int | None) -> str:
    return NOTHING if share is None else str(share)
