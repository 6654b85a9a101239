"""The family sees where hidden words stand, and what happens there, before anybody prints."""

import pytest

from facilitator.contributions import Contribution
from facilitator.people import HiddenItem
from facilitator.preparing.safety.standing import Standing, listed, readers_of, where_it_stands
from tests.builders import hidden, meeting, people, said, step

MOOR = hidden("Moor House", "nan", "ellie_page")


def stands(*lines: Contribution, item: HiddenItem = MOOR, **known: str) -> tuple[Standing, ...]:
    return where_it_stands(item, meeting(**known), people(), lines)


def test_words_that_nobody_has_said_stand_nowhere() -> None:
    assert stands(said("strength", "Nan bakes on Sundays.")) == ()


def test_a_line_that_says_them_is_left_out_whole() -> None:
    line = said("strength", "Mum goes to Moor House each week.")
    assert stands(line) == (
        Standing("Strength", line.words, "The whole line is left out for Nan and Ellie's page."),
    )


def test_fields_of_a_line_are_looked_through_too() -> None:
    (found,) = stands(said("bottom_line", "Mum sleeps at home.", reason="Moor House says so."))
    assert found.words == "Mum sleeps at home.\nMoor House says so."


def test_the_place_of_the_meeting_stops_an_invitation() -> None:
    (found,) = stands(place="Moor House, Exeter")
    assert found.where == "The place of the meeting"
    assert found.done.startswith("No invitation goes to Nan or Ellie's page")


def test_somebodys_own_step_and_the_title_stop_their_copy() -> None:
    own, title = step("Drive to Moor House.", who=("nan",)), said("title", "Back from Moor House")
    assert [one.done for one in stands(own, title)] == [
        "It is their own step: no copy for Nan until it has other words.",
        "No copy for Nan or Ellie's page until the family finds other words here.",
    ]


def test_what_only_comes_near_is_shown_last_and_is_not_left_out() -> None:
    near = said("worry", "The clinic rang twice.")
    sure = said("worry", "The clinic at Moor House rang twice.")
    found = stands(near, sure, item=hidden("clinic at Moor House", "nan"))
    assert [(one.words, one.is_sure) for one in found] == [(sure.words, True), (near.words, False)]
    assert "not left out" in found[1].done


def test_a_hidden_name_is_found_where_somebody_is_called_so() -> None:
    (found,) = stands(item=hidden("Priya", "nan"))
    assert found.where == "What Priya Nair is called"
    assert "No invitation to Nan lists them" in found.done


def test_a_childs_page_is_named_by_its_child() -> None:
    assert readers_of(hidden("x", "nan", "ellie", "ellie_page"), people()) == (
        "Nan",
        "Ellie",
        "Ellie's page",
    )


@pytest.mark.parametrize(
    ("names", "words"),
    [((), ""), (("Nan",), "Nan"), (("Nan", "Bev"), "Nan and Bev"), (("A", "B", "C"), "A, B and C")],
)
def test_names_are_listed_as_people_say_them(names: tuple[str, ...], words: str) -> None:
    assert listed(names) == words
