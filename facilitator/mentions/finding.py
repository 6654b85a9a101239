"""Finds an item in a text, in all the ways in which people write it."""

from bisect import bisect_right
from collections.abc import Iterable

from facilitator.mentions import by_figures, by_sound, by_words
from facilitator.mentions.folding import told
from facilitator.mentions.items import prepare
from facilitator.mentions.mention import Item, Mention, Strength


def find(item: Item, text: str) -> tuple[Mention, ...]:
    """Every place where a text says the item, in order; none inside another as strong."""
    read = told(text)
    if not read.words:
        return ()
    wanted = prepare(item.text, item.known)
    found = [
        *by_words.mentions(wanted, read),
        *by_figures.mentions(wanted, read),
        *by_sound.mentions(wanted, read),
    ]
    return _tidy(found) if found else ()


def says(item: Item, text: str) -> bool:
    """Whether a text surely says the item."""
    return any(mention.strength is Strength.SURE for mention in find(item, text))


def _tidy(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Each place once, by its strongest and longest mention."""
    ordered = sorted(set(found), key=lambda one: (one.start, -one.end, one.why))
    sure = _outermost(one for one in ordered if one.strength is Strength.SURE)
    near = _outermost(one for one in ordered if one.strength is Strength.NEAR)
    starts = [one.start for one in sure]
    beside = [
        one
        for one in near
        if (at := bisect_right(starts, one.start)) == 0 or sure[at - 1].end < one.end
    ]
    return tuple(sorted([*sure, *beside]))


def _outermost(ordered: Iterable[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in ordered:
        if not kept or mention.end > kept[-1].end:
            kept.append(mention)
    return kept
