"""The check as a whole: the list and the rules over each other, exact words, the family's words."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.plain_language import (
    OF_WORDS,
    Finding,
    Given,
    Level,
    OwnWords,
    Reason,
    Scope,
    check,
    shipped,
)
from tests.plain_language.test_reading import called, printed
from tests.records import CAMPBELL, PEARCE

ALL_SAID = Given(who=True, day=True, how_often=True)


def test_a_line_that_anybody_understands_has_no_finding() -> None:
    assert check("Sit with Tiana at bedtime and read her book.") == ()


def test_findings_come_in_the_order_in_which_they_stand() -> None:
    typed = "Mother failed to engage on 12/02/27 at 19:30 and/or the family must comply."
    found = check(typed)
    assert len(found) > 4
    assert all(one.start <= other.start for one, other in pairwise(found))
    assert all(typed[one.start : one.end] == one.words for one in found)


def test_what_is_found_is_shown_in_code_points() -> None:
    typed = "🎂🎂 é “Nan” rings at 19:30"
    (found,) = check(typed)
    assert (found.start, found.end) == (typed.index("19:30"), len(typed))


def test_one_place_is_found_by_the_list_or_by_a_rule_and_not_by_both() -> None:
    found = check("Ask CAMHS about it.")
    assert [one.words for one in found] == ["CAMHS"]


def test_a_sentence_may_be_long_and_hold_a_hard_word_too() -> None:
    typed = f"Mother failed to engage {'and then she came home to us ' * 5}."
    reasons = [one.reason for one in check(typed)]
    assert Reason.LONG_SENTENCE in reasons
    assert Reason.BLAME in reasons


def test_somebodys_exact_words_are_never_put_right() -> None:
    typed = "The ICPC said he FAILED TO ENGAGE at 19:30 and/or he is a naughty, chaotic alcoholic."
    assert any(one.level is Level.STOP for one in check(typed))
    found = check(typed, exact=True)
    assert [one.words for one in found] == ["ICPC"]
    assert found[0].instead.startswith("Add a line to explain? It means: ")
    assert {one.level for one in found} == {Level.EXPLAIN}
    assert all(one.ready is None for one in found)


def test_exact_words_without_a_hard_one_have_no_finding() -> None:
    assert check("I was NEVER EVER EVER naughty, he was, on 12/02/27!", exact=True) == ()


def test_words_that_somebody_said_are_exact_inside_a_line_too() -> None:
    assert check('Tiana said "I hate that he failed to engage".') == ()
    (found,) = check("She calls it “contact”.")
    assert (found.level, found.instead) == (Level.EXPLAIN, "Add a line to explain?")


def test_words_held_at_a_distance_are_the_writers_own() -> None:
    for typed in ('Mum "failed to engage".', "Mum “failed to engage”."):
        assert [one.level for one in check(typed)] == [Level.STOP]


def test_a_family_is_never_corrected_for_the_words_that_it_uses() -> None:
    typed = "We call it respite, and the XYZ helps."
    assert {one.words for one in check(typed)} == {"respite", "XYZ"}
    assert check(typed, own=OwnWords(uses=("respite", "XYZ club"))) == ()


def test_a_family_is_told_of_the_words_that_it_does_not_want() -> None:
    own = OwnWords(avoids=(("poorly", "in bed with it"),))
    (found,) = check("Mum is poorly.", own=own)
    assert (found.words, found.level) == ("poorly", Level.ASK)
    assert "in bed with it" in found.instead


def test_the_ways_in_which_people_are_called_are_no_letters_and_no_hard_words() -> None:
    assert [one.reason for one in check("BJK rings Mr Sibling.")][:1] == [Reason.ACRONYM]
    assert check("BJK rings Mr Sibling.", names=("BJK", "Mr Sibling")) == ()


def test_words_in_small_letters_inside_a_name_are_no_names() -> None:
    (found,) = check("The family must comply.", names=("the subject of this", "Jo of the hill"))[:1]
    assert found.words == "The family"


def test_a_service_that_switched_letters_off_does_not_see_them_found_as_unknown() -> None:
    lists = shipped().changed((), frozenset(("CAMHS",)))
    assert check("Ask CAMHS about it.", lists=lists) == ()


def test_regular_is_a_stop_in_a_step_whose_box_does_not_say_how_often() -> None:
    def levels(given_: Given) -> list[Level]:
        found = check(
            "Nan will ring regularly on Fridays.", Scope.ACTIONS, names=["Nan"], given=given_
        )
        return [one.level for one in found if one.words == "regularly"]

    assert levels(Given()) == [Level.STOP]
    assert levels(ALL_SAID) == [Level.ASK]


def test_nothing_typed_is_no_finding() -> None:
    for typed in ("", " \n\t", "...", "🎂", "\u200b"):
        for scope in Scope:
            assert check(typed, scope) == ()


@given(
    st.text(st.sampled_from("aA1C .,/:-'’\"“”()%&\n?!é🎂\u0301\u00ad"), max_size=40),
    st.sampled_from(Scope),
)
def test_whatever_is_typed_every_place_is_inside_it(typed: str, scope: Scope) -> None:
    for one in (*check(typed, scope), *check(typed, scope, exact=True)):
        assert 0 <= one.start < one.end <= len(typed)
        assert one.words == typed[one.start : one.end]
        assert one.why.endswith((".", "!", "?"))
        assert one.instead


def found_in_steps(path: Path) -> list[Finding]:
    document = json.loads(path.read_bytes())
    names = called(document)
    return [
        finding
        for step in document["plan"]["actions"]
        for finding in check(step["what"], Scope.ACTIONS, names=names, given=ALL_SAID)
    ]


def test_the_good_recording_has_no_stop_and_at_most_two_words_to_ask_about() -> None:
    document = json.loads(CAMPBELL.read_bytes())
    names = called(document)
    found = [one for line in printed(document) for one in check(line, names=names)]
    found += found_in_steps(CAMPBELL)
    assert [one.words for one in found if one.level is Level.STOP] == []
    asked = [one for one in found if one.level is Level.ASK]
    worded = {one.words for one in asked if one.reason in OF_WORDS}
    assert len(worded) <= 2


def test_the_poor_recording_has_its_stops_found() -> None:
    document = json.loads(PEARCE.read_bytes())
    found = [one for line in printed(document) for one in check(line)]
    stops = {one.words.lower() for one in found if one.level is Level.STOP}
    assert {"c", "disguised compliance", "lacks insight", "challenging behaviour"} <= stops


@pytest.mark.parametrize("scope", Scope)
def test_every_reason_is_given_in_one_short_sentence(scope: Scope) -> None:
    typed = (
        "Mother failed to engage on 12/02/27 at 19:30 and/or C was seen, not unlawfully,"
        " by the XYZ. It is not uncommon. THE FAMILY MUST COMPLY. Why did you go?"
        " The provision of it."
    )
    for one in check(typed, scope):
        assert len(one.why) < 120
        assert one.why.count(".") - one.why.count("...") <= 2
