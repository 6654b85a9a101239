"""The balance is told in counts, and asks about what came short."""

import doctest

import pytest

from facilitator.leading.breather import balance
from facilitator.leading.breather.balance import Balance
from tests.builders import said


def test_the_examples_beside_the_code_are_true() -> None:
    assert doctest.testmod(balance) == (0, 3)


def test_strengths_needs_and_worries_are_counted_and_nothing_else() -> None:
    kinds = ("strength", "strength", "need", "worry", "hope", "bottom_line", "unsorted")
    lines = [said(kind, f"{number}") for number, kind in enumerate(kinds)]
    assert Balance.of(lines) == Balance(strengths=2, needs=1, worries=1)


@pytest.mark.parametrize(
    ("counts", "ending"),
    [
        (Balance(strengths=1, needs=4, worries=4), "ask about what goes well?"),
        (Balance(strengths=4, needs=4, worries=1), "ask about worries?"),
        (Balance(strengths=0, needs=0, worries=1), "ask about needs?"),
        (Balance(strengths=2, needs=4, worries=3), "4 needs."),  # half as many is even enough
    ],
)
def test_what_has_less_than_half_of_the_longest_is_asked_about(
    counts: Balance, ending: str
) -> None:
    assert counts.sentence.endswith(ending)


def test_the_sentence_holds_no_score() -> None:
    assert "%" not in Balance(strengths=5, needs=1, worries=4).sentence
