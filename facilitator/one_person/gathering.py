"""Every fact that a meeting holds about one of its people, each with why somebody must look."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from facilitator.one_person import gather_kept, gather_person, gather_safety, gather_said
from facilitator.one_person.fact import Fact, Flag, Group
from facilitator.one_person.found import Found
from facilitator.one_person.material import Material
from facilitator.one_person.naming import Naming
from facilitator.people import Hiding

_PLACES = {group: place for place, group in enumerate(Group)}


def facts_of(material: Material, person_id: str) -> tuple[Fact, ...]:
    """Everything kept about that person, in the order of the file. Refusal where nobody has the id.

    What other people may not be known to have said, and what is hidden from this person, is among
    it with ``never``: it is counted, and no page and no file shows its words.
    """
    person = material.people.load(person_id)
    look = _Look(material, Naming(material.people, person))
    found = (
        *gather_person.found(material, look.naming),
        *gather_said.found(material, look.naming),
        *gather_safety.found(material, look.naming),
        *gather_kept.found(material, look.naming),
    )
    facts = dict.fromkeys(look.at(one) for one in found)
    return tuple(sorted(facts, key=lambda one: _PLACES[one.group]))


@dataclass(frozen=True)
class _Look:
    """One person's facts being looked through for what is somebody else's too."""

    material: Material
    naming: Naming

    @cached_property
    def _hiding(self) -> Hiding:
        return self.material.hiding_from(self.naming.person.id)

    def at(self, found: Found) -> Fact:
        fact = found.fact
        typed = fact.texts
        never = (
            fact.never
            or any(self._hiding.shows_in(text) for text in typed)
            or self.naming.says_a_number_of_others(*typed)
        )
        held = self.material.held.get(self.naming.person.id, frozenset())
        return replace(
            fact,
            never=never,
            flags=tuple(dict.fromkeys((*fact.flags, *self._flags(found)))),
            in_copy=found.line in held if found.line else False,
        )

    def _flags(self, found: Found) -> Iterator[Flag]:
        typed, naming = found.typed, self.naming
        others = [one for one in found.people if one and one != naming.person.id]
        if found.by and found.by != naming.person.id:
            yield Flag.SOMEBODY_SAID_IT
        if others or naming.names_others(*typed):
            yield Flag.SOMEBODY_ELSE
        if naming.may_name_others(*typed) or any(self._is_near(text) for text in typed):
            yield Flag.MAY_NAME

    def _is_near(self, text: str) -> bool:
        return next(self._hiding.near_in(text), None) is not None
