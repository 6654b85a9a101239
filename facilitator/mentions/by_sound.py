"""Looks for an item's names in other scripts, by how they sound."""

from collections.abc import Iterator

from facilitator.mentions.folding import Told
from facilitator.mentions.items import Prepared
from facilitator.mentions.mention import Mention, Strength
from facilitator.mentions.sounds import foreign_sounds

_WHY = "In another script this sounds like a hidden name."
_LONGEST = 5  # words of a name
_FEW = 4


def mentions(item: Prepared, told: Told) -> Iterator[Mention]:
    """Every row of words in another script that sounds like one of the item's names."""
    if not item.sounds or told.text.isascii():
        return
    heard = [foreign_sounds(told.text[word.start : word.end]) for word in told.words]
    # Three consonants are chance in a text of that script, and none in a text of ours.
    least = 3 if sum(1 for ways in heard if ways) < _FEW else 4
    for first in range(len(heard)):
        for sounds, last in _rows(heard, first):
            if len(sounds) >= least and sounds in item.sounds:
                start, end = told.words[first].start, told.words[last].end
                yield Mention(start, end, Strength.SURE, _WHY)


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
