"""What must not stand before a reader, ready to be looked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from facilitator import mentions
from facilitator.mentions import Item, Mention, Strength
from facilitator.people.person import People
from facilitator.people.safety import HiddenItem


@dataclass(frozen=True)
class Hiding:
    """A set of hidden items, each prepared once."""

    items: tuple[Item, ...] = ()

    @classmethod
    def from_reader(cls, people: People, reader_id: str) -> Self:
        """Everything that this reader must not see."""
        return cls.of(people, people.safety.hidden_from(reader_id))

    @classmethod
    def from_anybody(cls, people: People) -> Self:
        """Everything that is hidden from at least one person."""
        return cls.of(people, people.safety.hidden_items)

    @classmethod
    def of(cls, people: People, hidden: Iterable[HiddenItem]) -> Self:
        """The items, with the names that everybody at this meeting knows not counting alone.

        Where it is the very name of somebody that is hidden, that name does count.
        """
        return cls(tuple(Item(one.text, _known_names(people, one.text)) for one in hidden))

    def shows_in(self, text: str) -> bool:
        """Whether the text surely says something that is hidden."""
        return any(mentions.says(item, text) for item in self.items)

    def near_in(self, text: str) -> Iterator[Mention]:
        """What in the text comes near to something hidden: a person should look at it."""
        for item in self.items:
            for mention in mentions.find(item, text):
                if mention.strength is Strength.NEAR:
                    yield mention


def _known_names(people: People, hidden: str) -> frozenset[str]:
    known: set[str] = set()
    for person in people:
        ways = mentions.ways_to_name(person.name, person.called)
        if hidden.casefold().strip() not in {way.casefold() for way in ways}:
            known.update(ways)
    return frozenset(known)
