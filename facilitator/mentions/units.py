"""Words one by one, and those that are one number taken together."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.mentions.words import ORDINALS, TENS, UNITS

_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_TEN, _HUNDRED = 10, 100


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands, how it looks, what it is compared by."""

    start: int
    end: int
    plain: str  # small letters or digits, no apostrophes
    key: str
    capital: bool
    shouted: bool  # all capitals
    opens: bool  # the first of a sentence, where a capital says nothing
    touches: bool  # stands against the word before it with nothing between


@dataclass(frozen=True, slots=True)
class Unit:
    """One step of the meaning: a word, or several that are one number."""

    key: str
    first: int  # index of the first word
    last: int  # index of the last word


def units_of(words: tuple[Word, ...]) -> Iterator[Unit]:
    """The words as they are meant, numbers in words made into figures."""
    at = 0
    while at < len(words):
        value, last = _number(words, at)
        if value is None:
            yield Unit(words[at].key, at, at)
        else:
            yield Unit(value, at, last)
        at = last + 1


def letters_of(words: tuple[Word, ...], unit: Unit) -> str:
    """The letters of one step of the meaning, as they were typed."""
    return "".join([word.plain for word in words[unit.first : unit.last + 1]])


def _number(words: tuple[Word, ...], at: int) -> tuple[str | None, int]:
    """A number in figures or words that begins here, and the index of its last word."""
    plain = words[at].plain
    if plain.isdigit():
        after = at + 1
        ordinal = after < len(words) and words[after].touches
        return plain, after if ordinal and words[after].plain in _ORDINAL_ENDINGS else at
    if plain in ORDINALS:
        return str(ORDINALS[plain]), at
    if plain == "a" and _plain(words, at + 1) == "hundred":
        small, last = 1, at
    else:
        small, last = _below_hundred(words, at)
        if last < at:
            return None, at
    if _plain(words, last + 1) != "hundred":
        return str(small), last
    last += 1
    joined = last + 2 if _plain(words, last + 1) == "and" else last + 1
    rest, end = _below_hundred(words, joined)
    return (str(small * _HUNDRED), last) if end < joined else (str(small * _HUNDRED + rest), end)


def _plain(words: tuple[Word, ...], at: int) -> str:
    return words[at].plain if at < len(words) else ""


def _below_hundred(words: tuple[Word, ...], at: int) -> tuple[int, int]:
    """Its value and the index of its last word, which is before ``at`` where there is none."""
    first = _plain(words, at)
    if first in UNITS:
        return UNITS[first], at
    if first not in TENS:
        return 0, at - 1
    then = _plain(words, at + 1)
    more = UNITS.get(then, 0) or ORDINALS.get(then, 0)
    return (TENS[first] + more, at + 1) if 0 < more < _TEN else (TENS[first], at)
