"""Rules about people: who does a step, who is spoken of, and letters in place of names."""

import pytest

from facilitator.plain_language import Given, Level, Reason, Scope
from tests.plain_language.finding_rules import SAID, levels, places


@pytest.mark.parametrize(
    "typed",
    [
        "Nan will cook.",
        "I'll ring her.",
        "We meet at the park.",
        "Kay rings the clinic.",
        "Auntie Bev brings the shopping.",
        "The social worker will write.",
        "Dr Khan will check his ears.",
        "My sister will babysit.",
        "Both our nans cook.",
        "Zofia brings soup.",
        "Mum to book a dentist.",
    ],
)
def test_a_step_begins_with_somebody(typed: str) -> None:
    assert places(Reason.NO_PERSON, typed, Scope.ACTIONS) == []


@pytest.mark.parametrize(
    "typed",
    [
        "Take Jaydon to school.",
        "Referral to be made.",
        "Contact will be arranged.",
        "The school will ring.",
        "Letters will be sent by Jo.",
        "The children stay at home.",
    ],
)
def test_a_step_that_begins_with_nobody_asks_for_a_name(typed: str) -> None:
    assert levels(Reason.NO_PERSON, typed, Scope.ACTIONS) == [Level.ASK]
    assert places(Reason.NO_PERSON, typed, Scope.ACTIONS, Given(who=True)) == []
    assert places(Reason.NO_PERSON, typed) == []


@pytest.mark.parametrize(
    "who", ["All", "Family", "Professionals", "Everyone", "The family", "Parents"]
)
def test_what_everybody_is_to_do_is_a_stop(who: str) -> None:
    typed = f"{who} to help Kay."
    assert levels(Reason.NO_PERSON, typed, Scope.ACTIONS) == [Level.STOP]
    assert places(Reason.NO_PERSON, typed, Scope.ACTIONS, SAID) == []


def test_all_day_and_family_time_are_no_groups() -> None:
    for typed in ("All day on Friday Nan cooks.", "Family tea at Nan's."):
        assert Level.STOP not in levels(Reason.NO_PERSON, typed, Scope.ACTIONS)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Home conditions to be improved.", ["be improved"]),
        ("Letters will be sent by Friday.", ["be sent"]),
        ("Jaydon is not yet taken to school.", ["is not yet taken"]),
        ("Kay is supported by Nan.", []),
        ("The letter is read out by the teacher.", []),
        ("Nan is tired and Kay is married.", []),
        ("Nan stays until he is picked up.", []),
        ("Nan makes sure that they are washed.", []),
        ("There is a red bed in the shed.", []),
    ],
)
def test_a_step_in_which_nobody_does_anything_is_found(typed: str, expected: list[str]) -> None:
    assert places(Reason.PASSIVE, typed, Scope.ACTIONS, SAID) == expected


def test_a_story_may_say_what_was_done() -> None:
    assert places(Reason.PASSIVE, "He was taken to hospital and was born there.") == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("The family must engage.", ["The family"]),
        ("The family has been advised.", ["The family"]),
        ("The parents failed to come.", ["The parents"]),
        ("We met the parent.", ["the parent"]),
        ("The family had a lovely day.", []),
        ("The family next door feed our cat.", []),
        ("The family court will decide.", []),
        ("The family's car is red.", []),
        ("The parents at the gate all talk.", []),
        ("A sign class for the family.", []),
        ("She is the parent governor.", []),
    ],
)
def test_people_in_the_room_are_not_spoken_about(typed: str, expected: list[str]) -> None:
    assert places(Reason.COLD, typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("C displays upset.", ["C"]),
        ("Time with K is short.", ["K"]),
        ("Tom will see C's room.", ["C's"]),
        ("J will sleep here.", ["J"]),
        ("Plan B is the bus. Vitamin D helps.", []),
        ("J. Smith and Mr T came.", []),
        ("I got an A in maths, a B in art and a C in PE.", []),
        ("From A to B, and X for a kiss.", []),
        ("H&M and B 12 and K I N G.", []),
        ("She is in Year 6 C.", []),
    ],
)
def test_a_letter_in_place_of_a_name_is_a_stop(typed: str, expected: list[str]) -> None:
    found = [place for place in places(Reason.ACRONYM, typed) if len(place) < 4]
    assert found == expected
    assert levels(Reason.ACRONYM, typed) == [Level.STOP] * len(expected)


@pytest.mark.parametrize("typed", ["The XYZ met.", "Ask the LADO's office.", "Two IROs came."])
def test_letters_that_few_people_know_are_found(typed: str) -> None:
    assert levels(Reason.ACRONYM, typed) == [Level.ASK]


@pytest.mark.parametrize(
    "typed",
    [
        "The GP and the NHS on TV.",
        "My GCSEs, my PIN, my PJs and a DVD.",
        "I do NOT want that. STOP it.",
        "Come home, KAY.",
        "Henry VIII and XX from Nan. HA HA.",
        "Postcode EX4 3PT, the M5, a PS4.",
        "AJ and TJ are twins.",
    ],
)
def test_letters_that_everybody_knows_need_no_words(typed: str) -> None:
    assert places(Reason.ACRONYM, typed) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("We must NEVER EVER DO THAT again.", ["NEVER EVER DO THAT"]),
        ("THE CHILD MUST STAY.", ["THE CHILD MUST STAY"]),
        ("I do NOT want it. PLEASE STOP.", []),
        ("NHS, GP and BBC TV.", []),
    ],
)
def test_three_words_in_capitals_are_shouting(typed: str, expected: list[str]) -> None:
    assert places(Reason.SHOUTING, typed) == expected
    assert places(Reason.ACRONYM, typed) == []
