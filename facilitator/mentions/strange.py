"""Words of a text that nobody knows: they may be names, with a slip or spelt otherwise."""

from functools import cached_property

from facilitator.mentions.sounds import latin_sounds
from facilitator.mentions.units import Unit, Word
from facilitator.mentions.words import KNOWN

SLIPPED = range(4, 25)  # letters of a word in which a slip of the pen is looked for
_LEAST_SOUNDS = 3  # consonants that chance seldom brings together


class StrangeWords:
    """The words of a text that are no everyday words; each answer is worked out when asked."""

    def __init__(self, words: tuple[Word, ...], units: tuple[Unit, ...]) -> None:
        self._words = words
        self._units = units

    @cached_property
    def shortened(self) -> dict[str, list[int]]:
        """Each with any one letter left out: whose units?"""
        found: dict[str, list[int]] = {}
        for index, unit in enumerate(self._units):
            if len(unit.key) in SLIPPED and unit.key not in KNOWN and unit.key.isalpha():
                for short in shortened(unit.key) | shortened(self._plain(unit)):
                    found.setdefault(short, []).append(index)
        return found

    @cached_property
    def sounding(self) -> dict[tuple[str, str], list[int]]:
        """By first letter and sounds: whose units?"""
        found: dict[tuple[str, str], list[int]] = {}
        for index, unit in enumerate(self._units):
            plain = self._plain(unit)
            if len(plain) in SLIPPED and not KNOWN.intersection((unit.key, plain)):
                for way in named_by_sound(plain):
                    found.setdefault(way, []).append(index)
        return found

    @cached_property
    def named(self) -> tuple[int, ...]:
        """Those with a capital: the indices of the words."""
        return tuple(
            index
            for index, word in enumerate(self._words)
            if word.capital and not KNOWN.intersection((word.key, word.plain))
        )

    def _plain(self, unit: Unit) -> str:
        return self._words[unit.first].plain


def shortened(word: str) -> frozenset[str]:
    """A word, and it with each one of its letters left out."""
    return frozenset([word, *(word[:at] + word[at + 1 :] for at in range(len(word)))])


def named_by_sound(plain: str) -> frozenset[tuple[str, str]]:
    """The first letter and the consonants of a word, as it may be said."""
    if not (plain.isascii() and plain.isalpha()):
        return frozenset()
    first = "k" if plain[0] == "c" else plain[0]
    return frozenset((first, way) for way in latin_sounds(plain) if len(way) >= _LEAST_SOUNDS)
