"""Names that are written so that they are not seen at once: "T i a n a", "Tianna", "Тиана"."""

import re
from collections.abc import Iterator, Mapping

from facilitator import mentions
from facilitator.audits.masking.ways import ORDINARY, Edit, apart, names_of
from facilitator.audits.masking.words import Part
from facilitator.mentions import Item, Strength
from facilitator.mentions.folding import Told, told
from facilitator.mentions.strange import shortened
from facilitator.mentions.units import Word
from facilitator.mentions.words import KNOWN
from facilitator.people import People, Person

_SHORTEST = 4  # letters of a name that is looked for in letters run together, or with a slip
# A letter beside a figure or a sign, which may stand for a letter; a letter that is none of ours.
_SIGNS = re.compile(r"[^\W\d_][0-9@$!|\u20ac]|[0-9@$!|\u20ac][^\W\d_]|[^\x00-\x7f\W\d_]")
_TIMES = re.compile(r"\d+(?:[ap]m|st|nd|rd|th)\b")


class Unseen:
    """The names of a meeting as the house looks for hidden words, with all its eyes."""

    def __init__(
        self, people: People, made_up: Mapping[str, str], not_these: frozenset[str]
    ) -> None:
        """``not_these`` are words, in small letters, that are made up already."""
        self._items = tuple(
            (item, made_up[person.id])
            for person in people
            for item in dict.fromkeys(_items(person))
        )
        rows = [[word.plain for word in told(item.text).words] for item, _ in self._items]
        self._names = frozenset(word for row in rows for word in row if len(word) >= _SHORTEST)
        self._slips = frozenset(short for name in self._names for short in shortened(name))
        self._initials = frozenset("".join([word[0] for word in row]) for row in rows)
        self._known = KNOWN | not_these

    def edits(self, read: Told, seen: tuple[Edit, ...]) -> Iterator[Edit]:
        """Every place that surely names somebody, and that was not seen before."""
        if not self._may_hold_one(read, seen):
            return
        for item, made_up in self._items:
            for mention in mentions.find(item, read.text):
                if mention.strength is Strength.SURE:
                    yield from apart((Edit(mention.start, mention.end, made_up),), seen)

    def _may_hold_one(self, read: Told, seen: tuple[Edit, ...]) -> bool:
        """Whether to look at all, which takes long: most lines hold words that all of us know."""
        spans = [(one.start, one.end) for one in seen]
        left = [
            word
            for word in read.words
            if not any(start < word.end and word.start < end for start, end in spans)
        ]
        if any(map(self._may_be_one, left)) or _SIGNS.search(_TIMES.sub("", read.text)):
            return True
        run = "".join([word.plain for word in left])
        return any(name in run for name in self._names)

    def _may_be_one(self, word: Word) -> bool:
        if word.shouted and (len(word.plain) == 1 or word.plain in self._initials):
            return word.plain not in ("i", "a")
        strange = len(word.plain) >= _SHORTEST and not {word.plain, word.key} & self._known
        return strange and not self._slips.isdisjoint(shortened(word.plain))


def _items(person: Person) -> Iterator[Item]:
    for parts in names_of(person):
        words = [one.word.plain for one in parts if one.part is not Part.KEPT]
        if len(words) > 1 or any(word not in ORDINARY for word in words):
            yield Item(" ".join(word.capitalize() for word in words))
