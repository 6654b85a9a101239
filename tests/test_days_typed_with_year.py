"""Days as people type them: read where they are sure, refused with the right way to write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import days
from facilitator.days_typed import load_dated

DAY = date(2027, 2, 27)


@pytest.mark.parametrize(
    "typed",
    [
        "27/2/2027",
        "27.02.27",
        "27 2 2027",
        "27-2-2027",
        "27 February 2027",
        "27th of Feb, 2027",
        "Saturday 27 February 2027",
        "sat, 27 FEB 2027",
        "2027-02-27",
    ],
)
def test_a_day_may_be_written_in_many_ways(typed: str) -> None:
    assert load_dated(typed) == DAY


@pytest.mark.parametrize(
    "typed", ["2/27/2027", "30 February 2027", "27 February", "soon", "1/1/1/1"]
)
def test_what_is_no_day_is_refused_and_shown(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a day") as refused:
        load_dated(typed)
    assert f"'{typed}'" in str(refused.value)


def test_a_day_of_the_wrong_name_is_refused_with_the_right_one() -> None:
    with pytest.raises(ValueError, match="that is a Saturday"):
        load_dated("Friday 27 February 2027")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_as_we_show_it_is_read_as_that_day(day: date) -> None:
    assert load_dated(days.day(day)) == day


@given(st.text(max_size=40))
def test_any_words_are_a_day_or_are_refused_with_how_to_write_one(typed: str) -> None:
    said = ""
    try:
        load_dated(typed)
    except ValueError as refused:
        said = str(refused)
    assert said == "" or said.endswith("27 February 2027.")
