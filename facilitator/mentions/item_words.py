"""The words of a hidden item, judged: which are names, which only join, which would warn."""

import re
from collections.abc import Iterable, Iterator

from facilitator.mentions import figures
from facilitator.mentions.everyday import COMMON, EVERYDAY
from facilitator.mentions.folding import Told, told
from facilitator.mentions.letters import key_of
from facilitator.mentions.units import Unit, letters_of
from facilitator.mentions.words import (
    GENERIC,
    INSTITUTIONS,
    MONTHS,
    STOP,
    STREETS,
    TELLING,
    WEEKDAYS,
)

_PARTS = re.compile(r"[,;\n/|()\[\]\u2013\u2014\"\u201c\u201d]|:\s| - |\bword is\b|\bcalled\b")
_JOINS = frozenset(("of", "and", "the", "on", "in", "by", "upon", "for", "at", "n"))
_LEAST_WORD = 3  # letters
_generic = frozenset(key_of(word) for word in GENERIC)
_common = frozenset(key_of(word) for word in COMMON)
_telling = frozenset(key_of(word) for word in TELLING)
INSTITUTION_KEYS = frozenset(key_of(word) for word in INSTITUTIONS)
STREET_KEYS = frozenset(key_of(word) for word in STREETS)
EVERYDAY_KEYS = frozenset(key_of(word) for word in EVERYDAY) | _generic

Row = tuple[Unit, ...]


class ItemWords:
    """An item taken apart, with what each of its words is worth.

    ``known``: names whose words don't count alone; see :class:`facilitator.mentions.Item`.
    """

    def __init__(self, text: str, known: frozenset[str]) -> None:
        self.told = told(text)
        self.known = frozenset(unit.key for name in known for unit in told(name).units)
        self.careful = not self.told.whispers and not self.told.shouts
        self.phones = figures.phones(self.told)
        self.dates = tuple(figures.dates(self.told))
        dated = _inside(self.dates)
        self.moments = tuple(
            (moment, span) for moment, span in figures.moments(self.told) if span[0] not in dated
        )
        self.postcodes = tuple(figures.postcodes(self.told))
        self.spent = _inside(self.phones, self.moments, self.dates, self.postcodes)
        self.segments = tuple(_segments(self.told))
        self.runs = tuple(self._runs())

    def content(self, units: Iterable[Unit]) -> Row:
        """Those words that don't only join others."""
        return tuple(unit for unit in units if unit.key not in STOP)

    def plain(self, unit: Unit) -> str:
        """A word's letters as they were typed."""
        return letters_of(self.told.words, unit)

    def is_number(self, unit: Unit) -> bool:
        """Whether it is a number, in figures or in words."""
        return unit.key[0].isdigit()

    def is_name(self, unit: Unit) -> bool:
        """Whether a word is the name of something, and would give it away alone."""
        return self._could_be(unit) and unit.key not in self.known and unit.key not in _generic

    def is_a_word_too(self, unit: Unit) -> bool:
        """Whether a name is also a common word: "Moor", "Grace"."""
        return unit.key in EVERYDAY_KEYS or unit.key in _common

    def warns(self, unit: Unit) -> bool:
        """Whether a common word is seldom enough to be worth a look: "clinic", not "house"."""
        if unit.key in _telling:
            return True
        silent = unit.key in STOP or unit.key in EVERYDAY_KEYS or unit.key in self.known
        return (
            not (silent or self.is_number(unit) or unit.first in self.spent)
            and len(unit.key) >= _LEAST_WORD
        )

    def is_capital(self, unit: Unit) -> bool:
        """Whether it may be part of a name of several words: "House" in "Moor House"."""
        if unit.key in WEEKDAYS or unit.key in MONTHS:
            return False
        generic = unit.key in _generic and unit.first not in self.spent
        word = self.told.words[unit.first]
        shown = not self.careful or (word.capital and (unit.first > 0 or self._led(unit)))
        return self._could_be(unit) or (generic and shown)

    def _could_be(self, unit: Unit) -> bool:
        if unit.key in STOP or self.is_number(unit) or unit.first in self.spent:
            return False
        strange = not self.is_a_word_too(unit)
        if len(unit.key) == 1 or not self.careful:
            return len(unit.key) > 1 and (strange or self.told.shouts)
        first_of_all = unit.first == 0 and not self._led(unit)
        return self.told.words[unit.first].capital and (strange or not first_of_all)

    def _led(self, unit: Unit) -> bool:
        """Whether the first word of the item has a capital because a name begins there."""
        after = unit.last + 1
        return after < len(self.told.words) and self.told.words[after].capital

    def _runs(self) -> Iterator[Row]:
        """Names of several words: "Moor House", "St Mary's Primary School", "House of Hope"."""
        for segment in self.segments:
            run: list[Unit] = []
            for unit in (*segment, None):
                if unit and (self.is_capital(unit) or (run and unit.key in _JOINS)):
                    run.append(unit)
                    continue
                while run and run[-1].key in STOP:
                    run.pop()
                content = self.content(run)
                if len(content) > 1 and any(u.key not in INSTITUTION_KEYS for u in content):
                    yield tuple(run)
                run = []


def _segments(item: Told) -> Iterator[Row]:
    """The item cut at commas, brackets, quotes and new lines."""
    cuts = [match.start() for match in _PARTS.finditer(item.text)] + [len(item.text)]
    begin = 0
    for cut in cuts:
        part = tuple(u for u in item.units if begin <= item.words[u.first].start < cut)
        if part:
            yield part
        begin = cut


def _inside(*groups: Iterable[tuple[object, figures.Span]]) -> frozenset[int]:
    return frozenset(
        index for group in groups for _, (first, last) in group for index in range(first, last + 1)
    )
