"""Days and times as they stand on a flip chart, read only where they are sure.

"Monday" may be any Monday, and "soon" is no day at all: such words stay words.
"""

import re
from datetime import date

from facilitator import days

_WEEKDAYS = {name[:3].casefold(): number for number, name in enumerate(days.WEEKDAYS)}
_MONTHS = {name[:3].casefold(): number for number, name in enumerate(days.MONTHS, 1)}
_BEFORE = r"(?:(?:by|on|from|until|till)\s+)?"
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_IN_WORDS = re.compile(
    _BEFORE
    + _WEEKDAY
    + r"(?:the\s+)?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    + r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    + r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
    + r"(?:,?\s+(?P<year>[0-9]{4}))?",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(
    _BEFORE + _WEEKDAY + r"(?P<day>[0-9]{1,2})[./](?P<month>[0-9]{1,2})"
    r"(?:[./](?P<year>[0-9]{4}|[0-9]{2}))?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?\s*(?P<half>am|pm)?", re.IGNORECASE
)
_CENTURY = 2000
_TWO_FIGURES = 100
_NOON = 12
_LATEST_YEAR = 9999
_EARLIEST_YEAR = 1000
_LONGEST_SHOWN = 60
_BETWEEN = re.compile(r"(?<=[0-9])[ -](?=[0-9])")
AS_SUCH = "Such as 27/2/2027, or 27 February 2027."  # beside each box for a day
_HOW = "Write it with its year: 27/2/2027, or 27 February 2027."


def sure_day(typed: str, *, after: date) -> date | None:
    """The day that these words surely mean, or None.

    Without a year it is the first such day from ``after`` on, which is the day of the meeting.

    >>> sure_day("by Fri 5 March", after=date(2027, 2, 27))
    datetime.date(2027, 3, 5)
    >>> sure_day("5/3", after=date(2027, 2, 27)), sure_day("22nd of May 2027", after=date.min)
    (datetime.date(2027, 3, 5), datetime.date(2027, 5, 22))
    >>> sure_day("Monday", after=date(2027, 2, 27)) is None
    True
    >>> sure_day("Monday 5 March", after=date(2027, 2, 27)) is None  # That is a Friday.
    True
    """
    day, weekday = _read(typed, after)
    if day is None or (weekday and _WEEKDAYS[weekday] != day.weekday()):
        return None  # Where the name and the number of a day disagree, somebody has to look.
    return day


def load_dated(typed: str) -> date:
    """The day that was typed with its year; ValueError, fit to show, where it is none.

    >>> load_dated("27 2 2027"), load_dated("Saturday 27 February 2027")
    (datetime.date(2027, 2, 27), datetime.date(2027, 2, 27))
    """
    shown = typed[:_LONGEST_SHOWN]
    text = " ".join(typed.split())
    # Without a year it would be of the year 1, which nobody means.
    day, weekday = _read(text if days.find_day(text) else _BETWEEN.sub("/", text), date.min)
    if day is None or day.year < _EARLIEST_YEAR:
        raise ValueError(f"'{shown}' is not a day. {_HOW}")
    if weekday and _WEEKDAYS[weekday] != day.weekday():
        raise ValueError(f"'{shown}' does not fit: that is a {days.weekday(day)}. {_HOW}")
    return day


def _read(typed: str, after: date) -> tuple[date | None, str]:
    """The day, and the first letters of the weekday that was typed with it, "" for none."""
    text = " ".join(typed.split()).rstrip(".")
    found = _IN_WORDS.fullmatch(text) or _IN_FIGURES.fullmatch(text)
    if found is None:
        return days.find_day(text), ""
    month = found["month"].casefold()
    number = int(month) if month.isdigit() else _MONTHS[month[:3]]
    day = _dated(int(found["day"]), number, found["year"], after)
    return day, (found["weekday"] or "")[:3].casefold()


def sure_time(typed: str) -> str | None:
    """The time that these words surely mean, as "HH:MM", or None.

    >>> sure_time("10am"), sure_time("2.30 pm"), sure_time("14:30"), sure_time("midday")
    ('10:00', '14:30', '14:30', '12:00')
    >>> sure_time("10") is None, sure_time("after tea") is None
    (True, True)
    """
    text = " ".join(typed.split()).casefold().rstrip(".")
    if text in ("midday", "noon"):
        return "12:00"
    found = _TIME.fullmatch(text)
    if found is None or not (found["half"] or found["minute"]):
        return None
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"] == "pm" else 0)
    written = f"{hour:02}:{found['minute'] or '00'}"
    return written if days.find_time(written) else None


def _dated(day: int, month: int, year: str | None, after: date) -> date | None:
    if year is not None:
        number = int(year)
        return _day(number + _CENTURY if number < _TWO_FIGURES else number, month, day)
    found = _day(after.year, month, day)
    if found is not None and found >= after:
        return found
    return _day(after.year + 1, month, day) if after.year < _LATEST_YEAR else None


def _day(year: int, month: int, day: int) -> date | None:
    return days.find_day(f"{year:04}-{month:02}-{day:02}")
