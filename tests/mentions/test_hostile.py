"""No text, however odd or long, makes the search slow; `make bench` times an everyday one."""

from functools import partial

import pytest

from facilitator.mentions import Item, find
from tests.steps import steps

ITEM = Item("clinic at Moor House, 12 Elm Road, EX4 3PQ, 07700 900142, Tuesdays at 4.30pm")
LINE = "Sit with Tiana at bedtime and tell her which grown-up is looking after Mum tonight."
PIECES = (
    "a",
    "a ",
    "moor",
    "Moor House ",
    "m.",
    "M H ",
    "0",
    "1 2 ",
    "double ",
    "one hundred and ",
    "half past ",
    "' ",
    "a'",
    "@a",
    "m0",
    "\u0301",
    "\u202e",
    "\u043c\u0443\u0440 ",
    "\u0645\u0648\u0631 ",
    "\ud800",
    "EX4 3P",
    "Mo or",
)


# What is done once, however long the text is.
ONCE = 500


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    small, large = (piece * (length // len(piece)) for length in (1000, 4000))
    find(ITEM, LINE)  # What is read once only is read now.
    looked_in = [steps(partial(find, ITEM, text)) for text in (small, large)]
    looked_for = [steps(partial(find, Item(text), LINE)) for text in (small, large)]
    assert looked_in[1] <= 5 * looked_in[0] + ONCE
    assert looked_for[1] <= 5 * looked_for[0] + ONCE
