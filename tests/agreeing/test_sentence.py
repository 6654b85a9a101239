"""A step as a sentence to read aloud."""

from datetime import date
from typing import Any

import pytest

from facilitator.agreeing.sentence import of_step, plain, who_and_what
from tests.builders import MEETING_DAY, people, step


def told(words: str, **known: Any) -> str:
    return plain(of_step(step(words, **known), people(), MEETING_DAY))


def test_a_step_is_a_sentence_of_who_what_how_often_and_from_when() -> None:
    assert told("Sit with Ellie at bedtime.", how_often="every night at 7.45pm") == (
        "Nan will sit with Ellie at bedtime, every night at 7.45pm, from Saturday 6 March."
    )


def test_a_day_of_another_year_is_told_with_its_year_and_an_end_has_its_own_words() -> None:
    assert told("Ring Mum", how_often="", start=None, due=date(2028, 1, 8)) == (
        "Nan will ring Mum, done by Saturday 8 January 2028."
    )


def test_what_comes_again_and_again_has_an_end_and_what_is_done_once_a_day_to_be_done_by() -> None:
    due = date(2027, 5, 22)
    again, once = (
        told("Ring Mum", how_often="daily", due=due),
        told("Ring Mum", due=due, how_often=""),
    )
    assert again.endswith("from Saturday 6 March, until Saturday 22 May.")
    assert once.endswith("from Saturday 6 March, done by Saturday 22 May.")


@pytest.mark.parametrize(
    "words",
    [
        "I will sit with Ellie",  # In their own words: not "Nan will I will".
        "Mum's tea is on the table",  # A name keeps its capital.
        "The gate stays shut",
        "GP visits",
        "Bring her home. Stay for tea.",  # Two sentences don't stand in one.
        "Ring her\nand listen",
    ],
)
def test_words_that_do_not_bear_it_stand_as_they_were_said(words: str) -> None:
    assert told(words, how_often="every night").startswith(f"Nan: {words}")


def test_after_such_words_how_often_begins_a_sentence() -> None:
    assert told("We cook", how_often="every night") == (
        "Nan: We cook. Every night, from Saturday 6 March."
    )
    assert told("We cook!", how_often="") == "Nan: We cook! From Saturday 6 March."


def test_exact_words_and_words_of_another_language_are_never_touched() -> None:
    assert told("Sit with Ellie", exact=True).startswith("Nan: Sit with Ellie. ")
    assert told("Siedzieć z Ellie", lang="pl").startswith("Nan: Siedzieć z Ellie. ")
    assert told("Sit with Ellie", lang="en-GB").startswith("Nan will sit with Ellie,")


def test_what_is_missing_is_asked_for_within_the_sentence() -> None:
    pieces = of_step(step("Ring Mum", who=(), start=None, how_often=""), people(), MEETING_DAY)
    assert plain(pieces) == "Who will ring Mum, from which day."
    assert [one.part for one in pieces if one.is_missing] == ["who", "start"]


def test_each_part_that_can_be_changed_is_a_piece_of_its_own() -> None:
    pieces = of_step(step("Ring Mum", due=date(2027, 4, 1)), people(), MEETING_DAY)
    parts = [one.part for one in pieces if one.part]
    assert parts == ["who", "words", "how_often", "start", "due"]


def test_a_list_of_one_day_leaves_the_days_out() -> None:
    assert plain(who_and_what(step("Ring Mum."), people())) == "Nan will ring Mum."
    assert plain(who_and_what(step("We cook!"), people())) == "Nan: We cook!"
