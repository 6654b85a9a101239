"""What is hidden is found in other writing, and everyday lines are left alone."""

import sys

import pytest

from facilitator.mentions import Item, Mention, Strength, find
from tests.mentions.planted import CLEAN, PLANTED

VARIANTS = tuple((item, line) for item, lines in PLANTED for line in lines)


def share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.1f} in 100)"


def sure(mentions: tuple[Mention, ...]) -> bool:
    return any(mention.strength is Strength.SURE for mention in mentions)


def test_the_sets_are_as_large_as_is_promised() -> None:
    assert len(set(VARIANTS)) >= 200
    assert len(PLANTED) >= 25
    assert len(set(CLEAN)) >= 500


def test_at_least_95_in_100_planted_variants_are_surely_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    missed = [(item, line) for item, line in VARIANTS if not sure(find(Item(item), line))]
    found = len(VARIANTS) - len(missed)
    with capsys.disabled():
        sys.stdout.write(f"\nplanted variants surely found: {share(found, len(VARIANTS))}\n")
    assert found >= 0.95 * len(VARIANTS), missed


def test_at_most_5_in_100_clean_lines_are_flagged_by_any_item_at_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    people = frozenset(("Nan", "Grace", "Ivy", "Noor", "Auntie Bev", "Pastor Joy"))
    items = [Item(item, people) for item, _ in PLANTED]
    flagged = [line for line in CLEAN if any(find(item, line) for item in items)]
    with capsys.disabled():
        sys.stdout.write(
            f"\nclean lines flagged, even as near: {share(len(flagged), len(CLEAN))}\n"
        )
    assert len(flagged) <= 0.05 * len(CLEAN), flagged


def test_a_mention_stands_where_it_says() -> None:
    for item, line in VARIANTS:
        for mention in find(Item(item), line):
            assert 0 <= mention.start < mention.end <= len(line)
            assert line[mention.start].isalnum()
            assert not line[mention.end - 1].isspace()
