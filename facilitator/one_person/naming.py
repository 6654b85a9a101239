"""Whom a text names: the person whose file it is, and anybody else."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from facilitator import days, mentions
from facilitator.mentions.everyday import COMMON, EVERYDAY
from facilitator.people import People, Person
from facilitator.plain_language.rules.everyday import KIN

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?…:\n“\"(]\s*$")
# Somebody is meant, and it does not say who.
_SOMEBODY = frozenset(
    "he him his himself she her hers herself they them their theirs themselves".split()
)
_NOT_NAMES = frozenset(
    word.casefold()
    for word in (*days.WEEKDAYS, *days.MONTHS, "I", "I'm", "I'll", "I've", "I'd", "English", "OK")
)
_ORDINARY = frozenset(word.casefold() for word in EVERYDAY | COMMON)
_FEWEST_FIGURES = 6


@dataclass(frozen=True)
class Naming:
    """Everybody of one meeting as texts name them, seen from one person."""

    people: People
    person: Person
    _ways: Mapping[str, tuple[str, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        ways = {one.id: mentions.ways_to_name(one.name, one.called) for one in self.people}
        object.__setattr__(self, "_ways", ways)

    def name(self, person_id: str) -> str:
        """What that person is called; "you" for the person themself, "" for nobody."""
        if person_id == self.person.id:
            return "you"
        found = self.people.find(person_id)
        return found.short_name if found else person_id

    def names_them(self, *texts: str) -> bool:
        """Whether a text surely names that person, or says their telephone number."""
        mine = {self.person.id: self._ways[self.person.id]}
        return any(mentions.names_in(text, mine) or self._rings(text) for text in texts)

    def may_name_them(self, *texts: str) -> bool:
        """Whether a text says their last name, which others may have too."""
        last = {"": mentions.surnames([self.person.name])}
        return any(mentions.names_in(text, last) for text in texts)

    def names_others(self, *texts: str) -> bool:
        """Whether a text surely names somebody else of this meeting."""
        return any(mentions.names_in(text, self._others) for text in texts)

    def says_a_number_of_others(self, *texts: str) -> bool:
        """Whether a text says somebody else's telephone number, however it is written."""
        return any(mentions.says(one, text) for one in self._numbers for text in texts)

    def may_name_others(self, *texts: str) -> bool:
        """Whether somebody else, or a place, may be meant: look at it."""
        return any(self._may(text) for text in texts)

    @cached_property
    def _others(self) -> Mapping[str, Iterable[str]]:
        mine = {way.casefold() for way in self._ways[self.person.id]}
        return {
            who: tuple(way for way in ways if way.casefold() not in mine)
            for who, ways in self._ways.items()
            if who != self.person.id
        }

    @cached_property
    def _numbers(self) -> tuple[mentions.Item, ...]:
        theirs = _figures(self.person.phone)
        numbers = (one.phone for one in self.people if one.id != self.person.id)
        return tuple(
            mentions.Item(one)
            for one in numbers
            if len(_figures(one)) >= _FEWEST_FIGURES and _figures(one) != theirs
        )

    def _rings(self, text: str) -> bool:
        number = self.person.phone
        return len(_figures(number)) >= _FEWEST_FIGURES and mentions.says(
            mentions.Item(number), text
        )

    def _may(self, text: str) -> bool:
        if mentions.looks_like_address(text) or mentions.looks_like_phone(text):
            return True
        return any(self._is_strange(text, found) for found in _WORD.finditer(text))

    def _is_strange(self, text: str, found: re.Match[str]) -> bool:
        word = found[0].replace("’", "'")
        plain = word.casefold().removesuffix("'s")
        if plain in self._own or plain in _NOT_NAMES or word.casefold() in _NOT_NAMES:
            return False
        if plain in _SOMEBODY or plain in KIN or plain.removesuffix("s") in KIN:
            return True
        if not word[0].isupper():
            return False
        begins = not text[: found.start()].strip() or _ENDS.search(text[: found.start()])
        return not (begins and plain in _ORDINARY)

    @cached_property
    def _own(self) -> frozenset[str]:
        ways = self._ways[self.person.id]
        return frozenset(
            word.casefold().replace("’", "'") for way in ways for word in _WORD.findall(way)
        )


def _figures(number: str) -> str:
    return "".join(one for one in number if one.isdigit())
