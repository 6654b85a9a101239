"""Rules about the shape of a sentence: its length, its ideas, its noes, its nouns, its brackets."""

import pytest

from facilitator.plain_language import Level, Reason, Scope
from tests.plain_language.finding_rules import SAID, findings, levels, places


def long(words: int) -> str:
    return " ".join(["Nan", *["sings"] * (words - 1)]) + "."


@pytest.mark.parametrize(
    ("scope", "fine", "ask"),
    [
        (Scope.ALL, 20, 21),
        (Scope.ACTIONS, 15, 16),
        (Scope.GOALS, 15, 16),
        (Scope.CONTINGENCY, 15, 16),
        (Scope.PROMPT, 15, 16),
        (Scope.SCREEN, 15, 16),
        (Scope.CHILD, 10, 11),
    ],
)
def test_a_sentence_may_be_longer_where_people_tell_than_where_they_do(
    scope: Scope, fine: int, ask: int
) -> None:
    assert levels(Reason.LONG_SENTENCE, long(fine), scope, SAID) == []
    assert levels(Reason.LONG_SENTENCE, long(ask), scope, SAID) == [Level.ASK]


@pytest.mark.parametrize(
    ("scope", "words", "level"),
    [
        (Scope.ALL, 80, Level.ASK),
        (Scope.ACTIONS, 80, Level.ASK),
        (Scope.CHILD, 15, Level.ASK),
        (Scope.CHILD, 16, Level.STOP),
        (Scope.PROMPT, 25, Level.ASK),
        (Scope.PROMPT, 26, Level.STOP),
        (Scope.SCREEN, 26, Level.STOP),
    ],
)
def test_length_stops_nobody_but_us_and_a_childs_page(
    scope: Scope, words: int, level: Level
) -> None:
    assert levels(Reason.LONG_SENTENCE, long(words), scope, SAID) == [level]


def test_only_the_long_sentence_of_a_line_is_found() -> None:
    assert places(Reason.LONG_SENTENCE, f"Ring Nan. {long(21)} Then rest.") == [long(21)]


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("Sit with Tiana at bedtime and tell her who is there.", Level.ASK),
        ("Take Jaydon to his visits, and change his batteries.", Level.ASK),
        ("Nan will cook and Leon will drive.", Level.ASK),
        ("Nan cooks, then she washes up.", Level.ASK),
        ("Book the van; ring the school.", Level.ASK),
        ("Ring Nan, collect the kids and take them home.", Level.STOP),
        ("Get up and make tea and then take the bins out.", Level.STOP),
    ],
)
def test_a_step_holds_one_thing_to_do(typed: str, level: Level) -> None:
    assert levels(Reason.TWO_IDEAS, typed, Scope.ACTIONS, SAID) == [level]


@pytest.mark.parametrize(
    "typed",
    [
        "Wash and plait Tiana's hair with Kay.",
        "Go and see Nan.",
        "Ring Kay each night and listen.",
        "Buy food and drink for the party.",
        "Bring Tiana and Jaydon to see Kay.",
        "Have Tiana and Jaydon to stay, so that Nan and Leon rest.",
        "Write to Nan, Leon and Kay to say what comes next.",
        "Before bed, read to Tiana.",
        "Nan and Leon share the school run.",
        "Bring bread, milk and eggs.",
    ],
)
def test_an_and_is_no_second_thing_to_do(typed: str) -> None:
    assert places(Reason.TWO_IDEAS, typed, Scope.ACTIONS, SAID) == []


def test_a_story_may_hold_as_much_as_it_likes() -> None:
    assert places(Reason.TWO_IDEAS, "Nan came and took us home and made tea.") == []


def test_why_with_you_is_blame_in_a_question_that_we_ask() -> None:
    asked = "Why did you leave?"
    assert places(Reason.BLAME, f"Hello. {asked}", Scope.PROMPT) == [asked]
    assert levels(Reason.BLAME, asked, Scope.PROMPT) == [Level.STOP]
    for fine in (
        "What happened?",
        "Who else is in your family?",
        "You may ask why the sky is blue?",
    ):
        assert places(Reason.BLAME, fine, Scope.PROMPT) == []
    assert places(Reason.BLAME, asked) == []


def test_two_questions_are_asked_one_after_the_other() -> None:
    both = "What went well? Who helped?"
    assert places(Reason.TWO_IDEAS, f"Think back. {both}", Scope.PROMPT) == [both]
    assert places(Reason.TWO_IDEAS, "Think back. What went well?", Scope.PROMPT) == []
    assert places(Reason.TWO_IDEAS, both) == []


@pytest.mark.parametrize(
    "typed",
    [
        "It is not uncommon.",
        "He was never left unattended.",
        "No unreasonable rules.",
        "Contact should not take place unsupervised.",
        "The child must not be seen unless Jo is there.",
        "This can't be inappropriate.",
    ],
)
def test_two_noes_are_found(typed: str) -> None:
    assert levels(Reason.DOUBLE_NEGATIVE, typed) == [Level.ASK]


@pytest.mark.parametrize(
    "typed",
    [
        "I can't sleep without my teddy.",
        "Don't go without me!",
        "He can't come, she is unwell.",
        "I don't want no help.",
        "He did not know that it was unsafe.",
        "We don't talk about it unless Mum does.",
        "The uncle of the unicorn under the bed is not united.",
        "She should not, without a doubt, be blamed.",
    ],
)
def test_one_no_and_the_talk_of_families_are_left_alone(typed: str) -> None:
    assert places(Reason.DOUBLE_NEGATIVE, typed) == []


def test_a_step_that_says_not_unless_is_found_where_somebody_acts_by_it() -> None:
    typed = "Tiana does not go out unless Nan is there."
    assert places(Reason.DOUBLE_NEGATIVE, typed, Scope.ACTIONS) == ["not go out unless"]
    assert places(Reason.DOUBLE_NEGATIVE, typed) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("The provision of help starts soon.", ["provision of"]),
        ("Undertake an assessment soon.", ["Undertake an assessment"]),
        ("The arrangement of times and the payment of rent.", ["arrangement of", "payment of"]),
        ("The payment of rent is late.", []),
        ("At the station of our dreams, a portion of chips and a moment of peace.", []),
        ("We had a conversation of an hour in the garden of the mansion.", []),
    ],
)
def test_nouns_that_hide_a_verb_are_found(typed: str, expected: list[str]) -> None:
    assert places(Reason.NOUNS, typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Nan and/or Leon", ["and/or"]),
        ("He/she will come", ["He/she"]),
        ("if s/he wants", ["s/he"]),
        ("red/amber/green", ["red/amber/green"]),
        ("Come (if you can) with Leon (or Nan).", ["(if you can) with Leon (or Nan)"]),
        ("Come (if you can). Bring Leon (or Nan).", []),
        ("It is 24/7, on 12/02/2027, at w/e or c/o Nan (our nan).", []),
        ("Nan/Leon said so", []),
    ],
)
def test_slashes_and_brackets_that_leave_the_choice_to_the_reader_are_found(
    typed: str, expected: list[str]
) -> None:
    assert places(Reason.BRACKETS, typed) == expected


def test_two_people_with_a_slash_leave_a_step_to_nobody() -> None:
    assert places(Reason.BRACKETS, "Nan/Leon cooks.", Scope.ACTIONS) == ["Nan/Leon"]


def test_a_pair_is_ready_to_be_changed_where_the_sentence_stays_right() -> None:
    ready = {one.words: one.ready for one in findings("his/her he/she parent/carer and/or")}
    assert ready == {
        "his/her": "their",
        "he/she": None,
        "parent/carer": "parent or carer",
        "and/or": None,
    }
