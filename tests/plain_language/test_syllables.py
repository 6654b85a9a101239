"""Syllables by the letters of a word."""

import pytest

from facilitator.plain_language.syllables import breaks, syllables

SAID = {
    1: "nan mum school night made moved walked eyes clothes league vague shoes fire friend",
    2: (
        "baby table little wanted houses quiet going lion evening every something careful safety"
        " people Grace's other worries happy player churches grown-up"
    ),
    3: "family hospital element idea radio together library whoever easier period settlement",
    4: "experience available material librarian community participate",
    5: "university opportunity immediately communication",
    6: "responsibility",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in SAID.items() for word in words.split()]
)
def test_a_word_has_the_syllables_that_people_say(word: str, count: int) -> None:
    assert syllables(word) == count


def test_figures_and_signs_count_as_one() -> None:
    assert [syllables(word) for word in ("27", "-", "x3", "", "'")] == [1, 1, 1, 1, 1]


def test_capitals_and_curly_apostrophes_change_nothing() -> None:
    assert syllables("FAMILY’S") == syllables("family's") == 3


@pytest.mark.parametrize(
    ("word", "count"),
    [("about", 1), ("copy", 1), ("pages", 1), ("video", 2), ("family", 3), ("every", 2)],
)
def test_hyphenation_breaks_off_no_lone_vowel(word: str, count: int) -> None:
    assert breaks(word) == count
