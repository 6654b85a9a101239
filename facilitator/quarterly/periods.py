"""The stretches of time that a quarter's page speaks of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facilitator import days
from facilitator.audits.sampling import Quarter

MONTHS_OF_A_YEAR = 12
MONTHS_OF_A_QUARTER = 3
MONTHS_ON_A_CHART = 24
_KEY = re.compile(r"([0-9]{4})-([1-4])")


@dataclass(frozen=True)
class Span:
    """From ``start`` up to, and without, ``end``; both are the first day of a month."""

    start: date
    end: date

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month in it."""
        return tuple(self._months())

    def holds(self, day: date) -> bool:
        """Whether that day lies in it."""
        return self.start <= day < self.end

    def _months(self) -> Iterator[date]:
        month = self.start
        while month < self.end:
            yield month
            month = moved(month, 1)


def moved(month: date, by: int) -> date:
    """The first day of the month that is so many months later; earlier below nought.

    >>> moved(date(2027, 1, 1), -1)
    datetime.date(2026, 12, 1)
    """
    years, at = divmod(month.year * MONTHS_OF_A_YEAR + month.month - 1 + by, MONTHS_OF_A_YEAR)
    return date(years, at + 1, 1)


def first_of(day: date) -> date:
    """The first day of the month that a day lies in."""
    return day.replace(day=1)


def first_of_quarter(day: date) -> date:
    """The first day of the quarter that a day lies in.

    >>> first_of_quarter(date(2027, 6, 30))
    datetime.date(2027, 4, 1)
    """
    return date(day.year, day.month - (day.month - 1) % MONTHS_OF_A_QUARTER, 1)


def span_of(quarter: Quarter) -> Span:
    """The three months of a quarter."""
    start = date(quarter.year, MONTHS_OF_A_QUARTER * (quarter.number - 1) + 1, 1)
    return Span(start, moved(start, MONTHS_OF_A_QUARTER))


def up_to(quarter: Quarter, months: int) -> Span:
    """So many months that end with that quarter."""
    end = span_of(quarter).end
    return Span(moved(end, -months), end)


def key_of(quarter: Quarter) -> str:
    """The quarter as it stands in an address.

    >>> key_of(Quarter(2027, 1))
    '2027-1'
    """
    return f"{quarter.year}-{quarter.number}"


def find(key: str) -> Quarter | None:
    """The quarter of that key, or None.

    >>> find("2027-5") is None, find("0000-1") is None
    (True, True)
    """
    match = _KEY.fullmatch(key)
    # What lies this far away has no months before or after it that a computer could name.
    if match is None or not date.min.year + 10 <= int(match[1]) <= date.max.year - 10:
        return None
    return Quarter(int(match[1]), int(match[2]))


def before(quarter: Quarter, how_many: int) -> tuple[Quarter, ...]:
    """That quarter and those before it, the newest first."""
    start = span_of(quarter).start
    return tuple(Quarter.of(moved(start, -MONTHS_OF_A_QUARTER * ago)) for ago in range(how_many))


def told(quarter: Quarter) -> str:
    """The quarter as people say it.

    >>> told(Quarter(2027, 1))
    'January to March 2027'
    """
    months = span_of(quarter).months
    return f"{days.month(months[0])} to {days.month(months[-1])} {quarter.year}"


def month_told(month: date) -> str:
    """A month with its year.

    >>> month_told(date(2027, 2, 1))
    'February 2027'
    """
    return f"{days.month(month)} {month.year}"


def month_short(month: date) -> str:
    """A month in three letters, where room is short.

    >>> month_short(date(2027, 9, 1))
    'Sep'
    """
    return days.month(month)[:3]
