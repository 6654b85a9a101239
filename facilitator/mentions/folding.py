"""A text taken apart once: its words as they look, as they are meant, and where each stands.

People write one thing in many ways. Here capitals, accents, wide and borrowed letters, other
scripts' digits, invisible characters, apostrophes, plurals, short forms and numbers in words are
all brought to one form; every word keeps its place in the text as typed, in code points.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property, lru_cache

from facilitator.mentions.letters import fold, key_of
from facilitator.mentions.strange import StrangeWords
from facilitator.mentions.streams import Letters, words_between
from facilitator.mentions.units import Unit, Word, units_of
from facilitator.mentions.words import SHORT_FOR

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[0-9]+")
_CUT_SHORT = frozenset((*SHORT_FOR, *SHORT_FOR.values()))
_KEPT = 5000  # characters: a longer text is not kept in memory
_SHOUTING = 4  # words: fewer in capitals are a name or its initials


class Told:
    """A text that has been taken apart; each way of reading it is worked out when first asked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded, self._at = fold(text)
        self._starts: list[int] = []
        self.words = tuple(self._words())

    def _words(self) -> Iterator[Word]:
        before = 0
        last = ""
        for match in _WORD.finditer(self.folded):
            start, end = match.span()
            shown = match[0]
            small = shown.lower()
            self._starts.append(start)
            key = key_of(small)
            yield Word(
                start=self._at[start],
                end=_with_marks(self.text, self._at[end - 1] + 1),
                plain=small.replace("'", ""),
                key=key,
                capital=shown[0].isupper(),
                shouted=shown.isupper(),
                opens=not last or _opens(self.folded[before:start], last),
                touches=start == before and bool(last),
            )
            before, last = end, key

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The words as they are meant, numbers in words made into figures."""
        return tuple(units_of(self.words))

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every key that stands in the text."""
        return frozenset([unit.key for unit in self.units])

    @cached_property
    def letters(self) -> Letters:
        """Its letters, run together."""
        return Letters(self.folded, self._starts, self.words, self.units)

    def words_between(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last word of a piece of the folded text."""
        return words_between(self._starts, start, end)

    @cached_property
    def sentence(self) -> tuple[str, list[int]]:
        """The keys with single spaces between and around, and where each begins."""
        starts, at = [], 1
        for unit in self.units:
            starts.append(at)
            at += len(unit.key) + 1
        return f" {' '.join([unit.key for unit in self.units])} ", starts

    @cached_property
    def strange(self) -> StrangeWords:
        """Those of its words that are no everyday words."""
        return StrangeWords(self.words, self.units)

    @cached_property
    def shouts(self) -> bool:
        """Whether it is all capitals, so that they say nothing."""
        return len(self.words) >= _SHOUTING and self.text.isupper()

    @cached_property
    def whispers(self) -> bool:
        """Whether it has no capital at all, so that small letters say nothing."""
        return all(not word.capital for word in self.words)


def told(text: str) -> Told:
    """A text taken apart; a line is kept for the next question about it."""
    return _kept(text) if len(text) < _KEPT else Told(text)


@lru_cache(maxsize=2048)
def _kept(text: str) -> Told:
    return Told(text)


def _opens(gap: str, last: str) -> bool:
    """Whether a sentence ends in what stands between two words."""
    if any(mark in gap for mark in "!?:\n"):
        return True
    return "." in gap and len(last) > 1 and last not in _CUT_SHORT


def _with_marks(text: str, end: int) -> int:
    """The end of a letter, with the accents and vowel signs that stand after it."""
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end
