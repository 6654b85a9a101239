"""What may stand before everybody who is here: the room screen holds nothing else.

Whoever is here counts: in the room or on the line, the facilitator too. Whoever stepped out does
not, so what they must not see can stand there until they come back.
"""

from dataclasses import dataclass
from functools import cached_property

from facilitator.agenda import Agenda
from facilitator.contributions import Contribution
from facilitator.copies.reader import may_hear
from facilitator.leading.opening import Opened
from facilitator.people import Hiding, People, Person, Role

GROWN_UP = 18  # years
_OF_THE_PLAN = "plan."
# What is put to a worker, or thought by the facilitator, may be too heavy for a child to read.
_NOT_BEFORE_CHILDREN = ("worker", "self")


@dataclass(frozen=True)
class InTheRoom:
    """Everybody who is here, and what stands in the way of showing a line to all of them."""

    people: People
    here: tuple[str, ...]
    agenda: Agenda

    @classmethod
    def of(cls, opened: Opened) -> "InTheRoom":
        """Who is here now."""
        return cls(opened.people, opened.presence.here, opened.agenda)

    @cached_property
    def hiding(self) -> Hiding:
        """Everything that is hidden from anybody who is here."""
        hidden = self.people.safety.hidden_items
        return Hiding.of(
            self.people,
            [one for one in hidden if any(one.is_hidden_from(person) for person in self.here)],
        )

    @cached_property
    def has_children(self) -> bool:
        """Whether a child is here: anybody who is not grown up, whatever their part."""
        return any(_is_child(one) for one in self.people if one.id in self.here)

    def may_say(self, *texts: str) -> bool:
        """Whether nothing in these texts is, or comes near to, what somebody must not see."""
        text = "\n".join(texts)
        return not self.hiding.shows_in(text) and not any(self.hiding.near_in(text))

    def may_stand(self, said: Contribution) -> bool:
        """Whether that line is for the room at all: what its words say is asked by ``may_say``."""
        if not said.row.room_screen or not said.says_enough:
            return False
        if said.hurts and said.hurts_yes is not True:
            return False  # It tells of somebody's past hurt, and waits for that person's yes.
        if self.has_children and is_for_adults(said, self.agenda):
            return False
        return all(may_hear(said, person) for person in self.here)


def is_for_adults(said: Contribution, agenda: Agenda) -> bool:
    """Whether that line is never shown while a child is there.

    Its kind says so in the table of kinds; or it answers a question that is put to a worker, and
    is no part of the plan, which children hear as it is made.
    """
    if said.row.adults_only:
        return True
    asked = agenda.find_prompt(said.prompt or "")
    in_plan = said.row.place.startswith(_OF_THE_PLAN)
    return asked is not None and asked.to in _NOT_BEFORE_CHILDREN and not in_plan


def _is_child(person: Person) -> bool:
    return person.role is Role.CHILD or (person.age is not None and person.age < GROWN_UP)
