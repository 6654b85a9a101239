"""On which days a step comes: what its words surely say, and no more."""

from datetime import date
from typing import Any

import pytest

from facilitator.agreeing.week_days import Comes, comes, is_sure, rhythms
from facilitator.contributions import Contribution
from tests.builders import step

MONDAY, TUESDAY, SATURDAY = date(2027, 3, 8), date(2027, 3, 9), date(2027, 3, 13)
START = date(2027, 3, 6)


def often(words: str, **known: Any) -> Contribution:
    return step(how_often=words, **{"start": START, **known})


@pytest.mark.parametrize(
    ("words", "on_tuesday", "on_saturday"),
    [
        ("every night at 7.45pm", Comes.YES, Comes.YES),
        ("daily", Comes.YES, Comes.YES),
        ("every school day", Comes.YES, Comes.NO),
        ("on weekdays", Comes.YES, Comes.NO),
        ("Tuesdays", Comes.YES, Comes.NO),
        ("every Tuesday and Friday at 10am", Comes.YES, Comes.NO),
        ("every Wednesday 4pm to 6pm and every Saturday 11am to 3pm", Comes.NO, Comes.YES),
        ("each visit; batteries every Saturday", Comes.NOT_SAID, Comes.YES),
        ("weekly from 8 March", Comes.NOT_SAID, Comes.NOT_SAID),
        ("every other Tuesday", Comes.NOT_SAID, Comes.NOT_SAID),
        ("second weekend of each month", Comes.NOT_SAID, Comes.NOT_SAID),
        ("as needed", Comes.NOT_SAID, Comes.NOT_SAID),
        ("every day but Tuesday", Comes.NOT_SAID, Comes.NOT_SAID),
        ("when Tuesday is hard", Comes.NOT_SAID, Comes.NOT_SAID),
        ("", Comes.NOT_SAID, Comes.NOT_SAID),
    ],
)
def test_only_what_the_words_surely_say_counts(
    words: str, on_tuesday: Comes, on_saturday: Comes
) -> None:
    assert comes(often(words), TUESDAY) is on_tuesday
    assert comes(often(words), SATURDAY) is on_saturday


def test_nothing_comes_before_it_starts_or_after_it_ends() -> None:
    assert comes(often("every day", start=SATURDAY), TUESDAY) is Comes.LATER
    assert comes(often("every day", due=MONDAY), TUESDAY) is Comes.NO


def test_what_is_done_once_comes_on_its_day_or_on_one_that_is_not_said() -> None:
    assert comes(often("once", start=TUESDAY), TUESDAY) is Comes.YES
    assert comes(often("once", start=MONDAY), TUESDAY) is Comes.NO
    assert comes(often("once", start=MONDAY, due=SATURDAY), TUESDAY) is Comes.NOT_SAID
    assert comes(often("", start=None, due=SATURDAY), SATURDAY) is Comes.YES
    assert is_sure(often("once"))
    assert not is_sure(often("as needed"))
    assert not is_sure(often("each visit; batteries every Monday"))


def test_a_time_belongs_to_the_days_that_it_stands_with() -> None:
    wednesday, saturday = rhythms(often("every Wednesday 4pm to 6pm and every Saturday at 11am"))
    assert (wednesday.on, wednesday.at, wednesday.to) == (frozenset({2}), "16:00", "18:00")
    assert (saturday.on, saturday.at, saturday.to) == (frozenset({5}), "11:00", "")


def test_what_was_written_for_a_calendar_wins_over_the_words() -> None:
    said = often("now and then", repeats={"each": "week", "on": ("tue",), "at": "16:00"})
    assert comes(said, TUESDAY) is Comes.YES
    assert comes(said, MONDAY) is Comes.NO
    assert rhythms(said)[0].at == "16:00"
    every_day = often("", repeats={"each": "day", "on": ()})
    assert comes(every_day, SATURDAY) is Comes.YES


@pytest.mark.parametrize("each", ["fortnight", "month"])
def test_of_a_fortnight_or_a_month_nobody_knows_which(each: str) -> None:
    said = often("", repeats={"each": each, "on": ("tue",)})
    assert comes(said, TUESDAY) is Comes.NOT_SAID
