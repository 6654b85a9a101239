"""What may not be said, prepared once: its phrases, names, numbers, times, initials and sounds.

A hidden item is a few words of a family's: "clinic at Moor House", "12 Elm Road, EX4 3PQ",
"Tuesdays at 4.30pm". Here it is decided which of its parts give it away by themselves.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from facilitator.mentions import figures as fig
from facilitator.mentions.item_words import ItemWords, Row
from facilitator.mentions.letters import key_of
from facilitator.mentions.phrases import Phrase, phrases
from facilitator.mentions.sounds import latin_letters, latin_sounds
from facilitator.mentions.strange import SLIPPED, named_by_sound, shortened
from facilitator.mentions.units import Word
from facilitator.mentions.words import STOP, TITLES, WEEKDAYS

_QUOTED = re.compile(r"[\"\u201c\u2018']([^\W\d_]+)[\"\u201d\u2019']")
_WORD_IS = re.compile(r"word(?:\s+is\b|:)\s*([^\W\d_]+)", re.IGNORECASE)
_LEAST_SOUNDS = 3  # consonants
_LEAST_SPELT = 3  # letters of a name that is known letter by letter, or with a figure in it
_LEAST_NUMBER, _YEAR = 3, 4  # digits
_MOST_INITIALS = 5
_MOST_NAMES = 3  # of one person


@dataclass(frozen=True)
class Figures:
    """The numbers, days and times of an item."""

    numbers: frozenset[str]
    phones: frozenset[str]  # without what stands for the country, or the first nought
    postcodes: frozenset[str]
    moments: tuple[fig.Moment, ...]
    dates: tuple[fig.Date, ...]
    weekdays: frozenset[str]
    only_when: bool  # the item is nothing but days and times


@dataclass(frozen=True)
class Prepared:
    """One item, ready to be looked for."""

    phrases: tuple[Phrase, ...]
    names: frozenset[str]  # keys that count alone, in any writing
    plain_names: frozenset[str]  # names that are words too: "Moor", "Grace"
    commons: frozenset[str]  # keys that warn
    spelt: frozenset[str]  # names to be found with spaces or figures in them
    long_names: frozenset[str]  # names to be found with a slip of the pen in them
    short_names: frozenset[str]  # names of three letters
    slips: frozenset[str]  # those, and each with one letter left out
    initials: frozenset[str]
    cut: frozenset[tuple[str, str]]  # ("m", "house") for "M. House"
    titled: Mapping[str, bool]  # letters that say a name after "Mr", and whether surely
    sounds: frozenset[str]
    short_sounds: frozenset[str]  # of names with few consonants, vowels and all
    alike: frozenset[tuple[str, str]]  # first letter and sounds of a name spelt otherwise
    figures: Figures
    known: frozenset[str]  # keys that are no slip of the pen


@lru_cache(maxsize=1024)
def prepare(text: str, known: frozenset[str]) -> Prepared:
    """The parts of an item that are looked for."""
    item = ItemWords(text, known)
    alone = _alone(item)
    named = [
        unit for unit in item.told.units if item.is_name(unit) and not _sainted(item, unit.first)
    ]
    plain = frozenset(unit.key for unit in named if item.is_a_word_too(unit)) - alone
    names = frozenset(unit.key for unit in named) - plain | alone
    typed = frozenset(item.plain(unit) for unit in named)
    long = frozenset(name for name in names | plain | typed if len(name) in SLIPPED)
    theirs = {unit.first for unit in named}
    others = [unit for unit in item.told.units if unit.first not in theirs]
    return Prepared(
        phrases=phrases(item),
        names=names,
        plain_names=plain,
        commons=frozenset(unit.key for unit in others if item.warns(unit)) - alone,
        spelt=frozenset(name for name in names if len(name) >= _LEAST_SPELT),
        long_names=long,
        short_names=frozenset(name for name in names if len(name) == _LEAST_SPELT),
        slips=frozenset(short for name in long for short in shortened(name)),
        initials=frozenset(_initials(item)),
        cut=frozenset(_cut(item)),
        titled=dict(_titled(item)),
        sounds=frozenset(_sounds(item)),
        short_sounds=frozenset(_short_sounds(item)),
        alike=frozenset(way for name in typed - plain for way in named_by_sound(name)),
        figures=_figures(item),
        known=item.known,
    )


def _figures(item: ItemWords) -> Figures:
    return Figures(
        numbers=frozenset(_numbers(item)),
        phones=frozenset(number for number, _ in item.phones),
        postcodes=frozenset(postcode for postcode, _ in item.postcodes),
        moments=tuple(moment for moment, _ in item.moments),
        dates=tuple(date for date, _ in item.dates),
        weekdays=frozenset(day for day, _ in fig.weekdays(item.told)),
        only_when=_only_when(item),
    )


def _sainted(item: ItemWords, at: int) -> bool:
    """Whether a name stands after "St": many people are called Mary."""
    return at > 0 and item.told.words[at - 1].key == "st"


def _alone(item: ItemWords) -> frozenset[str]:
    """A word that is the whole item, or is quoted in it, counts in any writing."""
    text = item.told.text
    found = {key_of(word.lower()) for word in (*_QUOTED.findall(text), *_WORD_IS.findall(text))}
    if len(item.told.units) == 1 and not item.is_number(item.told.units[0]):
        found.add(item.told.units[0].key)
    return frozenset(found) - STOP


def _initials(item: ItemWords) -> Iterator[str]:
    yield from (word.plain for word in item.told.words if _is_letters(word, item))
    for run in item.runs:
        before = item.told.words[run[0].first - 1] if run[0].first else None
        the = "t" if before and before.plain == "the" and before.capital else ""
        content = item.content(run)
        for part in (content, run, content[:-1]):
            letters = "".join([unit.key[0] for unit in part])
            if 1 < len(letters) <= _MOST_INITIALS and not item.known.issuperset(_keys(part)):
                yield from (letters, the + letters)


def _is_letters(word: Word, item: ItemWords) -> bool:
    """Whether a word is the letters of a name: "KFC"."""
    short = 1 < len(word.plain) <= _MOST_INITIALS and word.plain.isalpha()
    return short and word.shouted and not item.told.shouts and word.key not in item.known


def _keys(part: Row) -> list[str]:
    return [unit.key for unit in part]


def _cut(item: ItemWords) -> Iterator[tuple[str, str]]:
    for run in item.runs:
        content = item.content(run)
        for one, other in pairwise(content):
            if not item.known.issuperset((one.key, other.key)):
                yield one.key[0], other.key


def _titled(item: ItemWords) -> Iterator[tuple[str, bool]]:
    """Whom "Mr W." may be; where a title is hidden too, "Dr O." surely is."""
    content = item.content(item.told.units)
    person = 1 < len(content) <= _MOST_NAMES and all(item.is_name(unit) for unit in content)
    titled = any(unit.key in TITLES for unit in content)
    for unit in content if person or titled else ():
        if item.is_name(unit):
            yield unit.key[0], titled


def _short_sounds(item: ItemWords) -> Iterator[str]:
    for unit in item.told.units:
        plain = item.plain(unit)
        if item.is_name(unit) and all(len(way) < _LEAST_SOUNDS for way in latin_sounds(plain)):
            heard = latin_letters(plain)
            if len(heard) >= _LEAST_SOUNDS:
                yield heard


def _sounds(item: ItemWords) -> Iterator[str]:
    """The sounds of each name, and of each name with what stands beside it."""
    for run in item.runs:
        content = item.content(run)
        if any(item.is_name(unit) for unit in content):
            yield from _sounding(item, content)
        for pair in pairwise(content):
            if any(item.is_name(unit) for unit in pair):
                yield from _sounding(item, pair)
    for unit in item.told.units:
        if item.is_name(unit):
            yield from _sounding(item, (unit,))


def _sounding(item: ItemWords, units: Row) -> Iterator[str]:
    ways = [""]
    for unit in units:
        ways = [way + sound for way in ways for sound in latin_sounds(item.plain(unit))][:8]
    yield from (way for way in ways if len(way) >= _LEAST_SOUNDS)


def _numbers(item: ItemWords) -> Iterator[str]:
    """Numbers of three digits or more that are no year and nothing round."""
    for unit in item.told.units:
        key = unit.key
        if unit.first not in item.spent and key.isdigit() and len(key) >= _LEAST_NUMBER:
            year = len(key) == _YEAR and key[:2] in ("19", "20")
            if not year and key.rstrip("0")[1:]:
                yield key


def _only_when(item: ItemWords) -> bool:
    said = {unit.key for unit in item.told.units if unit.first not in item.spent}
    return said <= WEEKDAYS | STOP | {"every"}
