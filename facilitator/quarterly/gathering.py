"""All that the page of a quarter shows, asked for in a number of questions that never grows."""

from dataclasses import dataclass
from datetime import timedelta

from facilitator.auditing.act_today import store as act_today
from facilitator.audits.statistics.small_numbers import FEWEST
from facilitator.database import Session
from facilitator.feedback import store as feedback
from facilitator.feedback.counting import CardCounts
from facilitator.quarterly import periods, store, trends
from facilitator.quarterly.asked import Asked
from facilitator.quarterly.counted import SeenPlan
from facilitator.quarterly.figures import Figures, figures
from facilitator.quarterly.heat import HeatMap, heat_map
from facilitator.quarterly.kept import KeptChange, KeptQuote, QuarterWords
from facilitator.quarterly.trends import Trend, trend
from facilitator.quarterly.words import store as words_store


@dataclass(frozen=True)
class Shown:
    """What the page shows. ``words`` are empty where all teams stand together.

    ``cards`` is what families said on their cards this quarter; None where all teams stand
    together, or where the cards are of fewer than five plans.
    """

    asked: Asked
    quarter: Figures
    year: Figures
    acted_today: int
    heat: HeatMap
    rated: Trend
    days: Trend
    changes: tuple[KeptChange, ...]
    words: QuarterWords
    cards: CardCounts | None
    quotes: tuple[KeptQuote, ...]


def gather(session: Session, asked: Asked) -> Shown:
    """The whole of it. Eight queries."""
    span, year = periods.span_of(asked.quarter), periods.up_to(asked.quarter, 12)
    long = periods.up_to(asked.quarter, periods.MONTHS_ON_A_CHART)
    plans = store.plans_that_count(session, asked.ids, long)
    ratings = store.ratings_that_count(session, asked.ids, year)
    aside = store.looks_that_do_not_count(session, asked.ids, year)
    changes = store.changes_of(session, asked.ids)
    return Shown(
        asked=asked,
        quarter=figures(span, plans, ratings, aside),
        year=figures(year, plans, ratings, aside),
        acted_today=act_today.count(session, asked.ids, span.start, span.end),
        heat=heat_map(plans, year),
        rated=_trend(asked, plans, trends.share_of_points, changes),
        days=_trend(asked, plans, trends.days_to_plan, changes),
        changes=changes,
        words=_words(session, asked),
        cards=_cards(session, asked),
        quotes=words_store.quotes_of(session, asked.ids, asked.quarter),
    )


def _trend(
    asked: Asked,
    plans: tuple[SeenPlan, ...],
    figure: trends.Figure,
    changes: tuple[KeptChange, ...],
) -> Trend:
    drawn = tuple(one.drawn for one in changes if one.stands)
    marked = drawn if asked.team else trends.without_new_limits(drawn)
    return trend(plans, periods.up_to(asked.quarter, periods.MONTHS_ON_A_CHART), figure, marked)


def _words(session: Session, asked: Asked) -> QuarterWords:
    if asked.team is None:
        return QuarterWords()
    return words_store.words_of(session, asked.team.id, asked.quarter)


def _cards(session: Session, asked: Asked) -> CardCounts | None:
    if asked.team is None:
        return None  # One team's few could be had by taking the others from the whole.
    span = periods.span_of(asked.quarter)
    found = feedback.counts(session, asked.ids, span.start, span.end - timedelta(days=1))
    return found if found.plans >= FEWEST else None
