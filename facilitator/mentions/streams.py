"""A text's letters run together, so that spaces, dots and signs cannot hide anything."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from facilitator.mentions.letters import figures
from facilitator.mentions.units import Unit, Word, letters_of
from facilitator.mentions.words import STOP

_MIX = re.compile(r"[^\W\d_][0-9@$!|\u20ac]|[0-9@$!|\u20ac][^\W\d_]")
_MIXED = re.compile(r"[@$]?[^\W_]+(?:[@$!|\u20ac]+[^\W_]+)*")


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


class Letters:
    """The letters of one text, run together in four ways; each is worked out when first asked."""

    def __init__(
        self, folded: str, starts: Sequence[int], words: tuple[Word, ...], units: tuple[Unit, ...]
    ) -> None:
        """``starts``: where each word begins in the folded text."""
        self._folded = folded
        self._starts = starts
        self._words = words
        self._units = units

    @cached_property
    def as_typed(self) -> Stream:
        """All letters and figures, run together."""
        return Stream([(word.plain, index, index) for index, word in enumerate(self._words)])

    @cached_property
    def as_meant(self) -> Stream:
        """All keys run together, joining words left out."""
        return Stream([(u.key, u.first, u.last) for u in self._units if u.key not in STOP])

    @cached_property
    def as_counted(self) -> Stream:
        """The letters as typed and numbers in figures: "PL seven two BN"."""
        plain = (
            unit.key if unit.key.isdigit() else letters_of(self._words, unit)
            for unit in self._units
        )
        return Stream([(s, u.first, u.last) for s, u in zip(plain, self._units, strict=True)])

    @cached_property
    def in_figures(self) -> Stream:
        """Letters that figures and signs can stand for, as those figures; see :func:`figures`.

        Empty unless some word of the text mixes letters with figures or signs.
        """
        if not self._words or not _MIX.search(self._folded):
            return Stream([])
        return Stream(
            [
                (figures(match[0].lower()), *words_between(self._starts, *match.span()))
                for match in _MIXED.finditer(self._folded)
            ],
            ("", figures("s"), figures("es")),
        )


def words_between(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The first and the last of the words that begin there, for a piece of their text."""
    first = max(0, bisect_right(starts, start) - 1)
    return first, max(first, bisect_left(starts, end) - 1)
