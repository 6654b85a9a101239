"""Days and times are said as people say them, and read as they are written in a record."""

import doctest
import locale
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import days

SATURDAY = date(2027, 2, 27)
WEEKS_START = st.dates(max_value=date.max - timedelta(days=7))


def test_the_examples_beside_the_code_are_true() -> None:
    result = doctest.testmod(days)
    assert result.attempted > 15
    assert result.failed == 0


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("00:00", "midnight"),
        ("00:01", "12.01am"),
        ("7:30", "7.30am"),
        ("11:59", "11.59am"),
        ("12:00", "midday"),
        ("12:01", "12.01pm"),
        ("13:00", "1pm"),
        ("23:59", "11.59pm"),
    ],
)
def test_a_time_is_said_by_the_clock_of_twelve_hours(written: str, said: str) -> None:
    assert days.time_of_day(written) == said


@pytest.mark.parametrize(
    "text",
    ["", "7.45pm", "24:00", "12:60", "1945", "19:45:00", " 19:45", "19:45\n", "\u0661\u0669:45"],
)
def test_what_is_not_a_time_is_refused_with_the_value_shown(text: str) -> None:
    assert days.find_time(text) is None
    with pytest.raises(ValueError, match=r"is not a time\. Write it with four figures") as refused:
        days.time_of_day(text)
    assert f"'{text}'" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    ["", "27/02/2027", "2027-2-27", "2027-02-29", "0000-01-01", "2027-02-27T10:00", "2027-02-27\n"],
)
def test_what_is_not_a_day_is_refused_with_the_value_shown(text: str) -> None:
    assert days.find_day(text) is None
    with pytest.raises(ValueError, match=r"is not a day\. Write it as year-month-day") as refused:
        days.load_day(text)
    assert f"'{text}'" in str(refused.value)


@given(st.dates())
def test_every_day_is_read_back_as_it_was_written(value: date) -> None:
    assert days.load_day(value.isoformat()) == value


@given(st.times())
def test_every_time_is_read_back_to_the_minute(value: time) -> None:
    assert days.load_time(f"{value:%H:%M}") == value.replace(second=0, microsecond=0)


@given(st.times(), st.times())
def test_two_minutes_of_one_day_are_never_said_alike(one: time, other: time) -> None:
    same = (one.hour, one.minute) == (other.hour, other.minute)
    assert (days.time_of_day(one) == days.time_of_day(other)) is same


@given(WEEKS_START, st.integers(min_value=-400, max_value=400))
def test_a_week_holds_its_seven_days_and_no_other(start: date, ahead: int) -> None:
    week = days.this_week(start)
    assert week[0] == start
    assert len(set(week)) == 7
    if 0 <= start.toordinal() + ahead - 1 < date.max.toordinal():
        value = date.fromordinal(start.toordinal() + ahead)
        assert days.in_week(value, start) is (value in week)
        assert days.days_between(start, value) == ahead


def test_the_last_week_that_there_is_can_be_asked_about() -> None:
    assert days.in_week(date.max, date.max)


def test_a_range_must_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="is before Saturday 27 February 2027"):
        days.from_to(SATURDAY, SATURDAY - timedelta(days=1))


@given(st.dates())
def test_the_weekday_and_the_month_are_those_of_the_calendar(value: date) -> None:
    before = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, "C")
        assert days.day(value) == f"{value:%A} {value.day} {value:%B} {value.year}"
    finally:
        locale.setlocale(locale.LC_TIME, before)
