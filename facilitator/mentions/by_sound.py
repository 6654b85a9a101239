"""Looks for an item's names by how they sound: in other scripts, and spelt in another way."""

from collections.abc import Iterator

from facilitator.mentions.folding import Told
from facilitator.mentions.items import Prepared
from facilitator.mentions.mention import Mention, Strength
from facilitator.mentions.sounds import foreign_letters, foreign_sounds

_WHY = "In another script this sounds like a hidden name."
_ALIKE = "This sounds like a hidden name."
_LONGEST = 5  # words of a name
_FEW = 4


def mentions(item: Prepared, told: Told) -> Iterator[Mention]:
    """Every place where words sound like one of the item's names."""
    if item.alike:
        yield from _alike(item, told)
    if not told.text.isascii():
        if item.sounds:
            yield from _foreign(item, told)
        if item.short_sounds:
            yield from _short(item, told)


def _alike(item: Prepared, told: Told) -> Iterator[Mention]:
    """A name in our own letters, spelt otherwise: "Muhammad" for "Mohammed"."""
    for way in item.alike & told.strange.sounding.keys():
        for index in told.strange.sounding[way]:
            unit = told.units[index]
            if unit.key not in item.known and told.words[unit.first].capital:
                start, end = told.words[unit.first].start, told.words[unit.last].end
                yield Mention(start, end, Strength.NEAR, _ALIKE)


def _foreign(item: Prepared, told: Told) -> Iterator[Mention]:
    """Every row of words in another script that sounds like one of the item's names."""
    heard = [foreign_sounds(told.text[word.start : word.end]) for word in told.words]
    # Three consonants are chance in a text of that script, and none in a text of ours.
    least = 3 if sum(1 for ways in heard if ways) < _FEW else 4
    for first in range(len(heard)):
        for sounds, last in _rows(heard, first):
            if len(sounds) >= least and sounds in item.sounds:
                start, end = told.words[first].start, told.words[last].end
                yield Mention(start, end, Strength.SURE, _WHY)


def _short(item: Prepared, told: Told) -> Iterator[Mention]:
    """A name of few consonants, by its vowels too: "Ханна"."""
    for word in told.words:
        if foreign_letters(told.text[word.start : word.end]) in item.short_sounds:
            yield Mention(word.start, word.end, Strength.SURE, _WHY)


def _rows(heard: list[tuple[str, ...]], first: int) -> Iterator[tuple[str, int]]:
    """The sounds of the words from one on, taken together, and the index of the last."""
    rows = [(way, first) for way in heard[first]]
    for _ in range(_LONGEST):
        yield from rows
        rows = [
            (row + heard[last + 1][0], last + 1)
            for row, last in rows
            if last + 1 < len(heard) and heard[last + 1]
        ]
