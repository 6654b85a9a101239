"""Dates and times as people say them: "Saturday 27 February 2027", "7.45pm", "4pm to 6pm".

The style is that of GOV.UK and the NHS: months spelled out, no "th", no leading nought, "to" in a
range and never a dash. Names are written here, so that no locale of a machine can change a plan.
Nothing here asks what day it is: whoever calls says so.
"""

import re
from datetime import date, time, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NOON = 12
WEEK = timedelta(days=7)

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def find_day(text: str) -> date | None:
    """The day that "2027-02-27" means, or None where it means none.

    >>> find_day("2027-02-27")
    datetime.date(2027, 2, 27)
    >>> find_day("2027-02-30") is None
    True
    """
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def load_day(text: str) -> date:
    """The day that "2027-02-27" means; ValueError, fit to show, where it means none."""
    found = find_day(text)
    if found is None:
        raise ValueError(f"'{text}' is not a day. Write it as year-month-day: 2027-02-27.")
    return found


def find_time(text: str) -> time | None:
    """The time that "19:45" means, or None where it means none.

    >>> find_time("19:45")
    datetime.time(19, 45)
    >>> find_time("25:00") is None
    True
    """
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    try:
        return time(int(match[1]), int(match[2]))
    except ValueError:
        return None


def load_time(text: str) -> time:
    """The time that "19:45" means; ValueError, fit to show, where it means none."""
    found = find_time(text)
    if found is None:
        raise ValueError(f"'{text}' is not a time. Write it with four figures: 19:45.")
    return found


def weekday(value: date) -> str:
    """The name of the day of the week.

    >>> weekday(date(2027, 2, 27))
    'Saturday'
    """
    return WEEKDAYS[value.weekday()]


def month(value: date) -> str:
    """The name of the month.

    >>> month(date(2027, 2, 27))
    'February'
    """
    return MONTHS[value.month - 1]


def day(value: date) -> str:
    """The whole of a day, with its year.

    >>> day(date(2027, 2, 27))
    'Saturday 27 February 2027'
    """
    return f"{day_short(value)} {value.year}"


def day_short(value: date) -> str:
    """A day where the year is clear.

    >>> day_short(date(2027, 3, 1))
    'Monday 1 March'
    """
    return f"{weekday(value)} {value.day} {month(value)}"


def day_beside(value: date, known: date) -> str:
    """A day as it is said beside another: the year only where it is not the year of ``known``.

    >>> day_beside(date(2027, 5, 22), date(2027, 2, 27))
    'Saturday 22 May'
    >>> day_beside(date(2028, 1, 8), date(2027, 12, 11))
    'Saturday 8 January 2028'
    """
    return day_short(value) if value.year == known.year else day(value)


def time_of_day(value: str | time) -> str:
    """A time by the clock of twelve hours; ValueError where a text is not a time.

    >>> time_of_day("19:45"), time_of_day("10:00"), time_of_day("09:05")
    ('7.45pm', '10am', '9.05am')
    >>> time_of_day("12:00"), time_of_day("00:00"), time_of_day("12:30"), time_of_day("00:30")
    ('midday', 'midnight', '12.30pm', '12.30am')
    """
    clock = value if isinstance(value, time) else load_time(value)
    if clock.minute == 0 and clock.hour in (0, NOON):
        return "midday" if clock.hour else "midnight"
    hour = clock.hour % NOON or NOON
    minutes = f".{clock.minute:02}" if clock.minute else ""
    return f"{hour}{minutes}{'am' if clock.hour < NOON else 'pm'}"


def times(start: str | time, end: str | time) -> str:
    """From one time to another.

    >>> times("16:00", "18:00"), times("11:00", "12:00")
    ('4pm to 6pm', '11am to midday')
    """
    return f"{time_of_day(start)} to {time_of_day(end)}"


def day_and_time(value: date, at: str | time) -> str:
    """A day and a time as one breath.

    >>> day_and_time(date(2027, 5, 22), "10:00")
    'Saturday 22 May 2027 at 10am'
    """
    return f"{day(value)} at {time_of_day(at)}"


def from_to(first: date, last: date) -> str:
    """A range of days; the year is said once where both days share it.

    >>> from_to(date(2027, 2, 27), date(2027, 3, 5))
    'from Saturday 27 February to Friday 5 March 2027'
    >>> from_to(date(2027, 12, 31), date(2028, 1, 1))
    'from Friday 31 December 2027 to Saturday 1 January 2028'
    >>> from_to(date(2027, 3, 5), date(2027, 3, 5))
    'on Friday 5 March 2027'
    """
    if last < first:
        raise ValueError(f"{day(last)} is before {day(first)}. Give the earlier day first.")
    if first == last:
        return f"on {day(first)}"
    return f"from {day_beside(first, last)} to {day(last)}"


def this_week(from_day: date) -> tuple[date, ...]:
    """The seven days that begin with ``from_day``, which need not be a Monday.

    >>> [weekday(each)[:3] for each in this_week(date(2027, 2, 27))]
    ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri']
    """
    return tuple(from_day + timedelta(days=ahead) for ahead in range(WEEK.days))


def in_week(value: date, start: date) -> bool:
    """Whether a day is one of the seven that begin with ``start``.

    >>> in_week(date(2027, 3, 5), date(2027, 2, 27)), in_week(date(2027, 3, 6), date(2027, 2, 27))
    (True, False)
    """
    return timedelta(0) <= value - start < WEEK


def days_between(first: date, last: date) -> int:
    """How many nights lie between two days; less than nought where ``last`` is the earlier.

    >>> days_between(date(2027, 2, 27), date(2027, 5, 22))
    84
    """
    return (last - first).days
