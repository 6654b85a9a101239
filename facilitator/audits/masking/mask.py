"""Made-up names for everybody of a meeting: whoever audits a plan meets no real one.

The family's shape stays: Mum is Mum, Auntie Bev becomes Auntie Robyn, and a child stays a child.
What is hidden from anybody, telephone numbers, addresses and the numbers of files become
"(kept private)".
"""

from collections.abc import Iterable, Iterator
from typing import Any, Self
from uuid import UUID

from facilitator import mentions
from facilitator.audits.masking import names, put
from facilitator.audits.masking.documents import Documents
from facilitator.audits.masking.others import Others
from facilitator.audits.masking.private import PRIVATE, private_spans
from facilitator.audits.masking.unseen import Unseen
from facilitator.audits.masking.ways import Edit, Ways, apart, edited, name_words, surname_keys
from facilitator.mentions import Strength
from facilitator.mentions.folding import Told, told
from facilitator.people import Hiding, People, Person, Role
from facilitator.plans import Plan

_ALIKE = 3  # letters: "Kai" would not hide a Kaitlin


class Mask:
    """The made-up names of one meeting, the same each time."""

    def __init__(self, people: People, seed: str, texts: Iterable[str] = ()) -> None:
        """``seed`` decides by lot; no name that stands in one of the texts is taken."""
        taken = frozenset(word.plain for text in texts for word in told(text).words)
        starts = {word[:_ALIKE] for word in name_words(people)}

        def may_be(name: str) -> bool:
            return name.lower() not in taken and name[:_ALIKE].lower() not in starts

        first = names.chosen(names.FIRST, (one.id for one in people), seed, may_be)
        last = names.chosen(names.LAST, surname_keys(people), seed, may_be)
        mine = frozenset(name.lower() for name in (*first.values(), *last.values()))
        self._first = first
        self._ways = Ways(people, first, last)
        self._documents = Documents(first, self._ways, self.text)
        self._others = Others(seed, mine, taken, may_be)
        self._unseen = Unseen(people, first, mine)
        self._hiding = Hiding.from_anybody(people)
        self._persons = {one.id: self._person(one) for one in people}

    @classmethod
    def of(cls, people: People, meeting_id: UUID | str) -> Self:
        """The mask of that meeting, by its people alone."""
        return cls(people, str(meeting_id))

    @classmethod
    def of_plan(cls, plan: Plan, meeting_id: UUID | str) -> Self:
        """The mask of that meeting; no made-up name stands anywhere in this plan."""
        return cls(plan.people, str(meeting_id), put.texts_of(plan))

    def name(self, person_id: str) -> str:
        """What that person is called on the page: "Mum", "Auntie Robyn", "Robyn"; "" for nobody."""
        person = self._persons.get(person_id)
        return person.short_name if person else ""

    def who(self, person_id: str) -> str:
        """The same, with what tells a child from a grown-up: "Robyn (child, 9)"."""
        person = self._persons.get(person_id)
        if person is None or person.role is not Role.CHILD:
            return self.name(person_id)
        age = "" if person.age is None else f", {person.age}"
        return f"{person.short_name} (child{age})"

    def text(self, text: str) -> str:
        """The text with made-up names, and without what leads to somebody's door or file."""
        return self._masked(text) if text and not text.isspace() else text

    def people(self, people: People) -> People:
        """These people under their made-up names; nothing is hidden from anybody any more."""
        everyone = tuple(self._persons.get(one.id) or self._person(one) for one in people)
        return People(everyone, put.safety_masked(people.safety, self.text))

    def plan(self, plan: Plan) -> Plan:
        """The plan with masked people and words. The ids of people and lines stay."""
        return put.plan_masked(plan, self.people(plan.people), self.text)

    def document(self, value: Any) -> Any:
        """A JSON value with every string in it masked. Its keys stay, and ids keep their shape."""
        return self._documents.masked(value)

    def _masked(self, text: str) -> str:
        read = told(text)
        private = tuple(self._private(read))
        named = tuple(apart(self._ways.edits(read), private))
        edits = (*private, *named, *apart(self._others.edits(read), named + private))
        return edited(text, (*edits, *self._unseen.edits(read, edits)))

    def _private(self, read: Told) -> Iterator[Edit]:
        for start, end in private_spans(read):
            yield Edit(start, end, PRIVATE)
        for item in self._hiding.items:
            for mention in mentions.find(item, read.text):
                if mention.strength is Strength.SURE:
                    yield Edit(mention.start, mention.end, PRIVATE)

    def _person(self, person: Person) -> Person:
        name, called = self._ways.names_put(person, self._first[person.id])
        return put.person_masked(person, self.text(name), self.text(called), self.text, PRIVATE)
