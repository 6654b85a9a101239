"""How long a kind of record is kept, and on which day it goes. Pure: days in, days out."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.meetings.meeting import DEFAULT_ZONE

YEAR = 12
SHORTEST = 1  # month
LONGEST = 1200  # months
WITHOUT_A_REASON = 36  # months; whoever keeps longer says why
GRACE = timedelta(days=14)
SOON = timedelta(days=90)


@dataclass(frozen=True, kw_only=True)
class KeepingChoice:
    """How long somebody chose to keep a kind of record.

    ``team_id`` is None for a choice of the house. ``months`` counts from the day that the kind
    counts from; None: from then on this kind goes with the family's record. ``on`` is the civil day
    of the choice. ``revision`` counts the choices of one team and kind, from 1 on.
    """

    id: UUID
    team_id: UUID | None
    kind: str
    months: int | None
    reason: str
    by: UUID
    at: datetime
    revision: int

    @property
    def on(self) -> date:
        """The civil day of the choice, where the service is."""
        return civil_day(self.at)

    @property
    def told(self) -> str:
        """The period in words."""
        return period(self.months)


def civil_day(at: datetime, zone: str = "") -> date:
    """The civil day of a moment: where the meeting was, else where the service is."""
    try:
        return at.astimezone(ZoneInfo(zone or DEFAULT_ZONE)).date()
    except (ZoneInfoNotFoundError, ValueError):
        return at.astimezone(ZoneInfo(DEFAULT_ZONE)).date()


def months_later(day: date, months: int) -> date:
    """The day of the same number so many months later; the last of a month that is shorter.

    >>> months_later(date(2028, 2, 29), 12), months_later(date(2027, 11, 30), 3)
    (datetime.date(2029, 2, 28), datetime.date(2028, 2, 29))
    """
    years, month = divmod(day.month - 1 + months, YEAR)
    year = min(day.year + years, date.max.year)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def day_it_goes(counts_from: date, choices: Iterable[KeepingChoice]) -> date | None:
    """The day on which a record goes, by the choices in their order; None while it is kept.

    The first choice, and each that makes the time shorter, lets nothing go before 14 days have
    passed: somebody may have slipped. What would have gone sooner anyway still does.
    """
    goes: date | None = None
    for one in choices:
        if one.months is None:
            goes = None
            continue
        then = months_later(counts_from, one.months)
        if goes is None or then < goes:
            late = max(then, one.on + GRACE)
            goes = late if goes is None else min(goes, late)
        else:
            goes = then
    return goes


def last_day_gone(today: date, choices: Iterable[KeepingChoice]) -> date | None:
    """The last day of which everything has gone by today; None where nothing has."""
    chosen = tuple(choices)
    tried = {months_later(today, -one.months) for one in chosen if one.months}
    gone = [one for one in tried if (goes := day_it_goes(one, chosen)) and goes <= today]
    return max(gone, default=None)


def begins(day: date) -> datetime:
    """The first moment of a civil day, where the service is."""
    return datetime.combine(day, time(), ZoneInfo(DEFAULT_ZONE))


def soonest(*days: date | None) -> date | None:
    """The first of those days; None where there is none."""
    return min((one for one in days if one is not None), default=None)


def period(months: int | None) -> str:
    """A period as people say it.

    >>> period(12), period(18), period(36), period(1)
    ('1 year', '18 months', '3 years', '1 month')
    >>> period(None)
    "as long as the family's record"
    """
    if months is None:
        return "as long as the family's record"
    years, rest = divmod(months, YEAR)
    if rest or not years:
        return "1 month" if months == 1 else f"{months} months"
    return "1 year" if years == 1 else f"{years} years"
