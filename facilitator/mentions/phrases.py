"""Those words of an item that give it away when they stand together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from facilitator.mentions.everyday import EVERYDAY
from facilitator.mentions.folding import told
from facilitator.mentions.item_words import (
    EVERYDAY_KEYS,
    INSTITUTION_KEYS,
    STREET_KEYS,
    ItemWords,
    Row,
)
from facilitator.mentions.units import Unit
from facilitator.mentions.words import STOP

_EVERY_TOWN = (("high", "st"), ("main", "road"), ("main", "st"), ("new", "road"), ("old", "road"))
_DWELLINGS = frozenset(("flat", "unit", "room", "plot", "block", "ward", "caravan", "pitch"))
_NUMBERED = frozenset(("year", "class", "platform", "bay", "locker", "bus", "tram"))  # may do
_HYPHENED = re.compile(r"\b[^\W\d_]{1,24}(?:-[^\W\d_]{1,24})+")
_HANDLE = re.compile(r"@(\w[\w.-]+)")
_LETTERED = re.compile(r"\b([A-Z]) ?(?:&|\+|and|n) ?([A-Z])\b")
_PAIR, _MOST = 2, 6  # words of a name, or of a part of one
_LONG = 8  # letters that no chance brings together, even inside a longer word


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that count when they stand together, run together in two ways."""

    meant: str  # by their keys, joining words left out
    typed: str  # by their letters
    words: tuple[tuple[str, str], ...]  # the key and the letters of each
    sure: bool
    anywhere: bool  # also inside a longer word: "moorhouseclinic.org"


def phrases(item: ItemWords) -> tuple[Phrase, ...]:
    """The whole item, its parts between commas, its names, its numbers with their words."""
    found = (
        *_whole(item),
        *_parts(item),
        *_names(item),
        *_joined(item),
        *_lettered(item),
        *_pairs(item),
    )
    return tuple(dict.fromkeys(found))


def _joined(item: ItemWords) -> Iterator[Phrase]:
    """A name with a hyphen, which people leave out: "Co-op"; and "@star_noor"."""
    for match in _HYPHENED.finditer(item.told.text):
        words = told(match[0]).words
        if words[0].capital and not item.known.issuperset([word.key for word in words]):
            typed = "".join([word.plain for word in words])
            sure = not all(word.plain in EVERYDAY for word in words)
            yield Phrase("", typed, (), sure=sure, anywhere=False)
    for match in _HANDLE.finditer(item.told.text):
        typed = "".join([word.plain for word in told(match[1]).words])
        yield Phrase("", typed, (), sure=True, anywhere=len(typed) >= _LONG)


def _pairs(item: ItemWords) -> Iterator[Phrase]:
    """Two words of a description, which may give it away together: "safe house"."""
    for segment in item.segments:
        for one, other in pairwise(segment):
            keys = {one.key, other.key}
            plain = keys.isdisjoint(STOP | item.known) and not keys <= INSTITUTION_KEYS
            figure = item.is_number(one) or item.is_number(other)
            if plain and not figure and item.spent.isdisjoint((one.first, other.first)):
                yield _phrase(item, (one, other), sure=False)


def _lettered(item: ItemWords) -> Iterator[Phrase]:
    """Two letters that are one name: "B&Q", "B and Q"."""
    for match in _LETTERED.finditer(item.told.folded):
        for typed in (match[1] + match[2], f"{match[1]}and{match[2]}", f"{match[1]}n{match[2]}"):
            yield Phrase("", typed.lower(), (), sure=True, anywhere=False)


def _whole(item: ItemWords) -> Iterator[Phrase]:
    content = item.content(item.told.units)
    if len(content) > 1:
        yield _phrase(item, content, sure=True)
    elif content and len(item.told.units) > 1:
        typed = item.told.letters.as_typed.text
        yield Phrase("", typed, (), sure=True, anywhere=False)


def _parts(item: ItemWords) -> Iterator[Phrase]:
    for segment in item.segments:
        content = item.content(unit for unit in segment if unit.first not in item.spent)
        keys = {unit.key for unit in content}
        if len(item.segments) > 1 and len(content) > 1 and keys - EVERYDAY_KEYS - item.known:
            telling = any(item.is_name(unit) or item.is_number(unit) for unit in content)
            yield _phrase(item, content, sure=telling)
        yield from _numbered(item, content)


def _numbered(item: ItemWords, content: Row) -> Iterator[Phrase]:
    """A number with the name after it, or a kind of dwelling with its number."""
    for one, other in pairwise(content):
        if item.is_number(one) and not item.is_number(other):
            if other.key not in EVERYDAY_KEYS or item.told.words[other.first].capital:
                yield _phrase(item, (one, other), sure=True)
        elif item.is_number(other) and one.key in _DWELLINGS | _NUMBERED:
            yield _phrase(item, (one, other), sure=one.key in _DWELLINGS)


def _names(item: ItemWords) -> Iterator[Phrase]:
    for run in item.runs:
        content = item.content(run)
        for size in range(_PAIR, min(len(content), _MOST) + 1):
            for at in range(len(content) - size + 1):
                part = content[at : at + size]
                keys = tuple(unit.key for unit in part)
                if _tells(item, part, begins=at == 0) and not item.known.issuperset(keys):
                    yield _phrase(item, part, sure=keys not in _EVERY_TOWN)


def _tells(item: ItemWords, part: Row, *, begins: bool) -> bool:
    """Whether part of a name says more than "Primary School" does."""
    street = len(part) == _PAIR and part[-1].key in STREET_KEYS
    named = any(item.is_name(unit) for unit in part)
    return named or street or (begins and any(u.key not in INSTITUTION_KEYS for u in part))


def _phrase(item: ItemWords, units: tuple[Unit, ...], *, sure: bool) -> Phrase:
    words = tuple((unit.key, item.plain(unit)) for unit in units)
    typed = "".join([plain for _, plain in words])
    long = len(typed) >= _LONG and typed.isalpha()
    return Phrase("".join([key for key, _ in words]), typed, words, sure=sure, anywhere=long)
