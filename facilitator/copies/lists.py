"""The lists of people on a copy: who was there, and who else holds the plan."""

from dataclasses import dataclass

from facilitator.people import CopyKind, Hiding, People, Person, Role


@dataclass(frozen=True)
class Lists:
    """Whom a copy lists beside its lines.

    A list can leave a person out without anybody seeing that one is missing; a line can't.
    """

    attended: tuple[Person, ...] = ()
    holders: tuple[Person, ...] = ()


def lists_for(seen: People, reader: Person, kind: CopyKind, hiding: Hiding) -> Lists:
    """The lists for one reader, from people as this reader's paper may know them.

    A reader of the whole plan sees both; a reader of a part sees when they get their own; a
    child's page lists nobody. Whoever was kept out is listed nowhere.
    """
    if kind is CopyKind.CHILD:
        return Lists()
    shown = tuple(one for one in seen if not hiding.shows_in(_said_of(one)))
    holders = tuple(one for one in shown if one.copy_kind is not CopyKind.NONE)
    if kind is CopyKind.OWN_PART:
        return Lists(holders=tuple(one for one in holders if one.id == reader.id))
    attended = tuple(one for one in shown if one.role is not Role.EXCLUDED)
    return Lists(attended=attended, holders=holders)


def _said_of(person: Person) -> str:
    route = (person.copying.form, person.copying.how) if person.copying else ()
    return "\n".join((person.called, person.relationship, *route))
