"""What is hidden is found in other writing, and everyday lines are left alone."""

import sys

import pytest

from facilitator.mentions import Item, Mention, Strength, find
from tests.mentions.planted import (
    CLEAN,
    EVERYDAY,
    EVERYDAY_HELD_OUT,
    HELD_OUT,
    PLANTED,
    SECOND,
    Planted,
)

SETS = {"first": PLANTED, "second": SECOND, "held out": HELD_OUT}
CLEAN_FOR = {"first": CLEAN, "second": EVERYDAY, "held out": EVERYDAY_HELD_OUT}


def variants(planted: Planted) -> tuple[tuple[str, str], ...]:
    return tuple((item, line) for item, lines in planted for line in lines)


def share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.1f} in 100)"


def sure(mentions: tuple[Mention, ...]) -> bool:
    return any(mention.strength is Strength.SURE for mention in mentions)


def test_the_sets_are_as_large_as_is_promised() -> None:
    assert len(set(variants(PLANTED))) >= 200
    assert len(set(variants(SECOND))) >= 300
    assert len(set(variants(HELD_OUT))) >= 200
    assert len(set(CLEAN)) >= 500
    assert len(set(EVERYDAY)) >= 500


def test_no_item_of_one_set_is_in_another() -> None:
    items = [item for planted in SETS.values() for item, _ in planted]
    assert len(set(items)) == len(items)


@pytest.mark.parametrize("name", SETS)
def test_at_least_95_in_100_planted_variants_are_found_and_nearly_all_surely(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = variants(SETS[name])
    found = [find(Item(item), line) for item, line in whole]
    surely = sum(map(sure, found))
    missed = [one for one, held in zip(whole, found, strict=True) if not held]
    with capsys.disabled():
        sys.stdout.write(
            f"\n{name} set: planted variants found {share(len(whole) - len(missed), len(whole))}, "
            f"surely {share(surely, len(whole))}\n"
        )
    assert len(missed) <= 0.05 * len(whole), missed
    assert surely >= 0.93 * len(whole)


@pytest.mark.parametrize("name", SETS)
def test_at_most_5_in_100_clean_lines_are_flagged_by_any_item_at_all(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    people = frozenset(("Nan", "Grace", "Ivy", "Noor", "Auntie Bev", "Pastor Joy"))
    items = [Item(item, people) for item, _ in SETS[name]]
    lines = CLEAN_FOR[name]
    flagged = [line for line in lines if any(find(item, line) for item in items)]
    with capsys.disabled():
        sys.stdout.write(
            f"\n{name} set: clean lines flagged, even as near: {share(len(flagged), len(lines))}\n"
        )
    assert len(flagged) <= 0.05 * len(lines), flagged


def test_a_mention_stands_where_it_says() -> None:
    for planted in SETS.values():
        for item, line in variants(planted):
            for mention in find(Item(item), line):
                assert 0 <= mention.start < mention.end <= len(line)
                assert line[mention.start].isalnum()
                assert not line[mention.end - 1].isspace()
