"""What no field can hold stays at the end of the words, and is found there again."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.leading.typing_up import left_over
from facilitator.leading.typing_up.left_over import LeftOver, joined, parted

WORDS = st.text("abc .,'", max_size=20).map(str.strip)
LEFT = st.builds(
    LeftOver,
    st.sampled_from(["who", "who said it", "by when", "ring first"]),
    st.text("abcde ", min_size=1, max_size=12).filter(str.strip).map(str.strip),
)


def test_the_examples_beside_the_code_are_true() -> None:
    assert doctest.testmod(left_over).failed == 0


@given(WORDS, st.lists(LEFT, max_size=3))
def test_what_was_joined_is_parted_again(words: str, left: list[LeftOver]) -> None:
    assert parted(joined(words, left)) == (words, tuple(left))


@pytest.mark.parametrize(
    "words", ["Ring Bev (at work)", "Ask (who?)", "(who: )", "Say (who: Flo) again", "(who: (Flo)"]
)
def test_brackets_of_peoples_own_are_words(words: str) -> None:
    assert parted(words) == (words, ())


def test_a_bracket_inside_a_name_stays_with_it() -> None:
    assert parted("Ring. (who: Flo (next door))")[1] == (LeftOver("who", "Flo (next door)"),)
