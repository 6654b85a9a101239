"""Whom a text names: the person whose file it is, and anybody else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from facilitator import mentions
from facilitator.one_person.strange_words import may_mean_another, words_of_names
from facilitator.people import People, Person

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
        return any(may_mean_another(text, self._own) for text in texts)

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

    @cached_property
    def _own(self) -> frozenset[str]:
        return words_of_names(self._ways[self.person.id])


def _figures(number: str) -> str:
    return "".join(one for one in number if one.isdigit())
