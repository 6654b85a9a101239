"""A text taken apart once: its words as they look, as they are meant, and where each stands.

People write one thing in many ways. Here capitals, accents, wide and borrowed letters, other
scripts' digits, invisible characters, apostrophes, plurals, short forms and numbers in words are
all brought to one form; every word keeps its place in the text as typed, in code points.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

from facilitator.mentions.letters import figures, fold, key_of
from facilitator.mentions.strange import StrangeWords
from facilitator.mentions.units import Unit, Word, units_of
from facilitator.mentions.words import SHORT_FOR, STOP

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[0-9]+")
_MIX = re.compile(r"[^\W\d_][0-9@$!|\u20ac]|[0-9@$!|\u20ac][^\W\d_]")
_MIXED = re.compile(r"[@$]?[^\W_]+(?:[@$!|\u20ac]+[^\W_]+)*")
_CUT_SHORT = frozenset((*SHORT_FOR, *SHORT_FOR.values()))
_KEPT = 5000  # characters: a longer text is not kept in memory
_SHOUTING = 4  # words: fewer in capitals are a name or its initials


class Stream:
    """Words run together, so that spaces and dots cannot hide anything."""

    def __init__(
        self, pieces: list[tuple[str, int, int]], endings: tuple[str, ...] = ("", "s", "es")
    ) -> None:
        """``pieces`` are (letters, index of first word, index of last word).

        ``endings``: what makes one of them many.
        """
        self.endings = endings
        self.text = "".join(piece for piece, _, _ in pieces)
        self.pieces = pieces
        self.starts: list[int] = []
        at = 0
        for piece, _, _ in pieces:
            self.starts.append(at)
            at += len(piece)

    def find(self, wanted: str, *, whole: bool) -> Iterator[tuple[int, int]]:
        """(first word, last word) of each place that holds the letters.

        ``whole``: only where they begin with a word and end with one, or with its "s".
        """
        at = self.text.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            first = bisect_right(self.starts, at) - 1
            last = bisect_right(self.starts, end - 1) - 1
            tail = self.starts[last] + len(self.pieces[last][0]) - end
            over = self.text[end : end + tail]
            if not whole or (self.starts[first] == at and over in self.endings):
                yield self.pieces[first][1], self.pieces[last][2]
            at = self.text.find(wanted, end if tail == 0 else at + 1)


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
    def as_typed(self) -> Stream:
        """All letters and figures, run together."""
        return Stream([(word.plain, index, index) for index, word in enumerate(self.words)])

    @cached_property
    def as_meant(self) -> Stream:
        """All keys run together, joining words left out."""
        return Stream([(u.key, u.first, u.last) for u in self.units if u.key not in STOP])

    @cached_property
    def as_counted(self) -> Stream:
        """The letters as typed and numbers in figures: "PL seven two BN"."""
        plain = (
            unit.key if unit.key.isdigit() else letters_of(self.words, unit) for unit in self.units
        )
        return Stream([(s, u.first, u.last) for s, u in zip(plain, self.units, strict=True)])

    @cached_property
    def in_figures(self) -> Stream:
        """Letters that figures and signs can stand for, as those figures; see :func:`figures`.

        Empty unless some word of the text mixes letters with figures or signs.
        """
        if not self.words or not _MIX.search(self.folded):
            return Stream([])
        return Stream(
            [
                (figures(match[0].lower()), *self.words_between(*match.span()))
                for match in _MIXED.finditer(self.folded)
            ],
            ("", figures("s"), figures("es")),
        )

    def words_between(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last word of a piece of the folded text."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return first, max(first, bisect_left(self._starts, end) - 1)

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


def letters_of(words: tuple[Word, ...], unit: Unit) -> str:
    """The letters of one step of the meaning, as they were typed."""
    return "".join([word.plain for word in words[unit.first : unit.last + 1]])


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
