"""No text, however odd or long, makes the search slow; `make bench` times an everyday one."""

import time
from collections.abc import Callable

import pytest

from facilitator.mentions import Item, find

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


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_ten_thousand_characters_are_looked_through_in_two_seconds(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    assert seconds(lambda: find(ITEM, text)) < 2
    assert seconds(lambda: find(Item(text[:5000]), LINE)) < 2
