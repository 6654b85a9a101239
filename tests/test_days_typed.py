"""Days and times that were typed as people write them are read only where they are sure."""

import doctest
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import days, days_typed
from facilitator.days_typed import sure_day, sure_time

SATURDAY = date(2027, 2, 27)
LATER = st.dates(min_value=SATURDAY, max_value=date(2028, 2, 26))


def test_the_examples_beside_the_code_are_true() -> None:
    result = doctest.testmod(days_typed)
    assert result.attempted > 5
    assert result.failed == 0


@given(LATER)
def test_a_day_written_as_we_write_it_is_read_back(day: date) -> None:
    assert sure_day(days.day(day), after=SATURDAY) == day
    assert sure_day(days.day_short(day), after=SATURDAY) == day
    assert sure_day(day.isoformat(), after=SATURDAY) == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("by Fri 5 March", date(2027, 3, 5)),
        ("5th of March.", date(2027, 3, 5)),
        ("on the 5th March", date(2027, 3, 5)),
        ("from 5 Mar 2028", date(2028, 3, 5)),
        ("5/3", date(2027, 3, 5)),
        ("5.3.27", date(2027, 3, 5)),
        ("26 February", date(2028, 2, 26)),  # the next one after the meeting
        ("27 February", SATURDAY),
        ("29 February 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_the_next_such_day_from_the_meeting_on(typed: str, meant: date) -> None:
    assert sure_day(typed, after=SATURDAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "Monday",
        "next week",
        "every 5 March",
        "5 March at 10am",
        "Monday 5 March",  # a Friday: the name or the number is wrong
        "31 February",
        "13/13",
        "30 February",
        "5 to 6 March",
        "99999999",
    ],
)
def test_what_may_mean_another_day_stays_words(typed: str) -> None:
    assert sure_day(typed, after=SATURDAY) is None


@given(st.text(max_size=40))
def test_any_words_at_all_get_an_answer(typed: str) -> None:
    sure_day(typed, after=date.max)
    sure_time(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10am", "10:00"),
        ("10.30 am", "10:30"),
        ("12am", "00:00"),
        ("12.15pm", "12:15"),
        ("19:45", "19:45"),
        ("Midday", "12:00"),
        ("10", None),
        ("25:00", None),
        ("13pm", None),
        ("after tea", None),
    ],
)
def test_a_time_is_read_where_it_is_sure(typed: str, meant: str | None) -> None:
    assert sure_time(typed) == meant
