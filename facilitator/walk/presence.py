"""Who is there now, who stepped out, and when that was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from facilitator.people import People, Person
from facilitator.refusals import Refusal
from facilitator.walk.happening import Happening, What


class Whereabouts(StrEnum):
    """Where somebody is while the meeting goes on."""

    HERE = "here"  # in the room, or on the line
    OUT = "out"  # stepped out, and may come back
    GONE = "gone"  # left for today
    NOT = "not"  # never came


_AFTER = MappingProxyType(
    {
        What.CAME_IN: Whereabouts.HERE,
        What.STEPPED_OUT: Whereabouts.OUT,
        What.LEFT: Whereabouts.GONE,
    }
)


@dataclass(frozen=True)
class Presence:
    """Who is where. ``comings`` holds all coming and going, with its times, in its order."""

    where: Mapping[str, Whereabouts] = field(default_factory=dict)
    comings: tuple[Happening, ...] = ()

    @classmethod
    def of(cls, people: People, happenings: Iterable[Happening]) -> "Presence":
        """Where everybody is. Who was to take part is here from the beginning."""
        where = {one.id: _at_first(one) for one in people}
        comings = tuple(one for one in happenings if one.what.is_of_a_person)
        for one in comings:
            if one.about in where:
                where[one.about] = _AFTER[one.what]
        return cls(MappingProxyType(where), comings)

    @property
    def here(self) -> tuple[str, ...]:
        """Who is in the room or on the line now, in the order of the seats."""
        return self._all(Whereabouts.HERE)

    @property
    def out(self) -> tuple[str, ...]:
        """Who stepped out and has not come back yet."""
        return self._all(Whereabouts.OUT)

    def of_person(self, person_id: str) -> Whereabouts:
        """Where that person is."""
        return self.where.get(person_id, Whereabouts.NOT)

    def _all(self, where: Whereabouts) -> tuple[str, ...]:
        return tuple(one for one, held in self.where.items() if held is where)


def let_in(person_id: str, presence: Presence, people: People, happening: Happening) -> None:
    """Refusal where that person must not be in one room with somebody who is there.

    It is a block and no warning: an order stands above the wish to hear everybody.
    """
    person, day = people.load(person_id), happening.at.date()
    if person.is_left_out:
        raise Refusal.because(
            f"{person.short_name} is kept out of this meeting.",
            "Meet them at another time, or hear them through somebody else.",
        )
    for other_id in presence.here:
        if rule := people.safety.kept_apart(person_id, other_id, day):
            other = people.load(other_id)
            raise Refusal.because(
                f"{person.short_name} and {other.short_name} must not be in one room or call"
                f" ({rule.kind}).",
                "One of the two leaves before the other comes in. Stop the meeting if you need to.",
            )


def _at_first(person: Person) -> Whereabouts:
    return Whereabouts.HERE if person.attended.took_part else Whereabouts.NOT
