"""Hostile text: the work grows as the text does, and no expression can be made to try again.

The steps of Python are counted; what they can't see, the inside of regular expressions, is read
from the expressions.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

from facilitator import plain_language
from facilitator.plain_language import Scope, check, reading
from tests.steps import steps as steps_of

SMALL, MANY = 60, 4
PIECES = (
    "and ",
    "not unless ",
    "is not been ",
    "A B ",
    "a/",
    "(a ",
    '"a b c d" ',
    "“a ",
    "the family to ",
    "Take it and ",
    "take, ",
    "next week ",
    "Tuesday 3 March 2027 ",
    "every now and ",
    "1/1/",
    "7-9pm ",
    "AB ",
    "SHOUT ",
    "the provision of ",
    "undertake ",
    "not be ",
    "e.g. ",
    "1. ",
    "a. B ",
    "?! ",
    "\n- a",
    "x@y. ",
    "a-",
    "failed to ",
    "mother ",
    "at risk of ",
)


def steps(typed: str, scope: Scope) -> int:
    """How many lines of Python are run to check a text."""
    return steps_of(lambda: (check(typed, scope), reading([typed])))


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    check(piece)  # What is read once only, the list and the names, is read now.
    for scope in (Scope.ALL, Scope.ACTIONS):
        small = steps(piece * SMALL, scope)
        assert steps(piece * SMALL * MANY, scope) <= small * MANY * 1.25


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every regular expression that stands in a file of this room."""
    for found in pkgutil.walk_packages(plain_language.__path__, f"{plain_language.__name__}."):
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{found.name}.{name}", value


def tries_again(parsed: Any, *, inside: bool = False) -> bool:
    """Whether a part that may be repeated without end stands in another that may give it back."""
    for kind, value in parsed:
        name = str(kind)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            endless = int(value[1]) > len("a few")
            if endless and inside:
                return True
            if tries_again(value[2], inside=inside or endless):
                return True
        parts = [value[3]] if name == "SUBPATTERN" else value[1] if name == "BRANCH" else []
        if any(tries_again(one, inside=inside) for one in parts):
            return True
    return False


def parsed(pattern: str) -> Any:
    """An expression as its parts."""
    return re._parser.parse(pattern)  # type: ignore[attr-defined]  # noqa: SLF001 -- no other way


def test_no_expression_repeats_a_repetition_that_it_could_give_back() -> None:
    found = dict(patterns())
    assert found
    assert [name for name, one in found.items() if tries_again(parsed(one.pattern))] == []


def test_an_expression_that_could_be_made_slow_is_seen() -> None:
    assert tries_again(parsed(r"(?:a+)+b"))
    assert tries_again(parsed(r"(?:x|(?:a*b?)*)$"))
    assert not tries_again(parsed(r"(?:a++)++b"))
    assert not tries_again(parsed(r"a+b+(?:ab){1,3}"))


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 100_000,
        "a." * 50_000,
        "a-" * 50_000,
        "1/" * 50_000,
        "9" * 100_000,
        "'" * 100_000,
        "(" * 100_000,
        '"a' * 50_000,
        "@" * 100_000,
        "\u0301" * 100_000,
        "\n" * 100_000,
        "e.g." * 25_000,
    ],
    ids=lambda typed: typed[:4].encode("unicode_escape").decode(),
)
def test_a_hundred_thousand_characters_without_a_space_are_read_to_the_end(typed: str) -> None:
    for one in check(typed):
        assert typed[one.start : one.end] == one.words
    assert reading([typed]).words <= len(typed)
