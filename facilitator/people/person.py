"""Somebody named in a meeting, and what that person is there."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from facilitator.people.safety import Safety
from facilitator.refusals import Refusal


class Role(StrEnum):
    """What a person is in a meeting (the record's `role`)."""

    FAMILY = "family"
    CHILD = "child"
    SUPPORTER = "supporter"
    ADVOCATE = "advocate"
    INTERPRETER = "interpreter"
    REFERRER = "referrer"
    WORKER = "worker"
    FACILITATOR = "facilitator"
    TEAM = "team"
    EXCLUDED = "excluded"


class Attendance(StrEnum):
    """How a person took part (the record's `attended`)."""

    IN_ROOM = "in_room"
    BY_PHONE = "by_phone"
    BY_VIDEO = "by_video"
    WROTE = "wrote"
    INVITED_ABSENT = "invited_absent"
    NOT_ATTENDING = "not_attending"
    EXCLUDED = "excluded"

    @property
    def took_part(self) -> bool:
        """In the room or on the line."""
        return self in (self.IN_ROOM, self.BY_PHONE, self.BY_VIDEO)


class CopyKind(StrEnum):
    """How much of the plan a person holds."""

    FULL = "full"
    OWN_PART = "own_part"
    CHILD = "child"
    NONE = "none"


# Who gets what when nobody has chosen: the permission table of family group conferences.
_BY_DEFAULT = {
    Role.FAMILY: CopyKind.FULL,
    Role.CHILD: CopyKind.CHILD,
    Role.REFERRER: CopyKind.FULL,
    Role.WORKER: CopyKind.OWN_PART,
    Role.TEAM: CopyKind.FULL,
}


@dataclass(frozen=True)
class Need:
    """What somebody needs so that they can join in, and what was done about it."""

    need: str
    met_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Copying:
    """Which copy a person gets, in what form, by which route, and when."""

    kind: CopyKind
    form: str = ""
    how: str = ""
    on: date | None = None
    edition: str = ""


@dataclass(frozen=True, kw_only=True)
class Person:
    """One person of one meeting.

    ``called`` is what they like to be called; several ways stand with " / " between them,
    the one for everyday first. ``phone`` is printed only with their yes (``phone_on_plan``).
    ``safe_adults`` are the people whom a child can tell. For the facilitator alone, and never on
    paper: ``left_out_why`` (why somebody was not invited), ``views_by`` (who brings what they
    want to say: an id, or words) and ``overheard_by`` (who can hear them when they join from
    afar).
    """

    id: str
    name: str
    called: str
    role: Role
    relationship: str = ""
    age: int | None = None
    attended: Attendance = Attendance.IN_ROOM
    stages: tuple[str, ...] = ()
    language: str = ""
    needs: tuple[Need, ...] = ()
    phone: str = ""
    phone_on_plan: bool = False
    safe_adults: tuple[str, ...] = ()
    copying: Copying | None = None
    left_out_why: str = ""
    views_by: str = ""
    overheard_by: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether this person was kept out of the meeting."""
        return self.role is Role.EXCLUDED or self.attended is Attendance.EXCLUDED

    @property
    def short_name(self) -> str:
        """The name for everyday: what they like to be called first."""
        return (self.called.split(" / ")[0] or self.name).strip()

    @property
    def printable_phone(self) -> str:
        """The number that may stand on paper, "" without its owner's yes."""
        return self.phone if self.phone_on_plan else ""

    def as_seen_by(self, reader_id: str) -> "Person":
        """What a reader's paper may know of this person.

        Not their full name, but what they like to be called; their number only with their yes;
        their needs only where the reader is that very person; of what is the facilitator's
        alone, nothing.
        """
        return replace(
            self,
            name=self.called,
            age=None,
            phone=self.printable_phone,
            needs=self.needs if self.id == reader_id else (),
            left_out_why="",
            views_by="",
            overheard_by="",
        )

    @property
    def copy_kind(self) -> CopyKind:
        """The copy that was chosen for this person, else the usual one for their part.

        Somebody who was kept out of the meeting holds no document, whatever else is written.
        """
        if self.is_left_out:
            return CopyKind.NONE
        if self.copying is not None:
            return self.copying.kind
        return _BY_DEFAULT.get(self.role, CopyKind.NONE)


@dataclass(frozen=True)
class People:
    """Everybody named in one meeting, in the order of the seats, and their safety."""

    everyone: tuple[Person, ...] = ()
    safety: Safety = field(default_factory=Safety)

    def __iter__(self) -> Iterator[Person]:
        return iter(self.everyone)

    def find(self, person_id: str) -> Person | None:
        """The person of that id, or None."""
        return next((one for one in self.everyone if one.id == person_id), None)

    def load(self, person_id: str) -> Person:
        """The person of that id; Refusal where nobody has it."""
        if person := self.find(person_id):
            return person
        known = ", ".join(one.id for one in self.everyone)
        raise Refusal.because(
            f"There is nobody called '{person_id}' in this meeting.", f"Use one of: {known}."
        )

    def with_person(self, person: Person) -> "People":
        """These people with that one: in the seat of who had that id, else in the last."""
        if self.find(person.id) is None:
            return replace(self, everyone=(*self.everyone, person))
        changed = tuple(person if one.id == person.id else one for one in self.everyone)
        return replace(self, everyone=changed)

    def without(self, person_id: str) -> "People":
        """These people without that one; Refusal where nobody has that id."""
        gone = self.load(person_id)
        return replace(self, everyone=tuple(one for one in self.everyone if one != gone))

    def moved(self, person_id: str, seat: int) -> "People":
        """These people with that one in that seat, 0 the first; Refusal where nobody has that id.

        A seat that there is not is the one at that end of the row.
        """
        others = list(self.without(person_id).everyone)
        others.insert(max(seat, 0), self.load(person_id))
        return replace(self, everyone=tuple(others))

    def with_safety(self, safety: Safety) -> "People":
        """The same people, kept safe in that way."""
        return replace(self, safety=safety)

    def safe_adults_of(self, child: Person, on: date) -> tuple[Person, ...]:
        """Whom that child can tell: nobody who must keep away from them or was left out."""
        named = (self.find(adult) for adult in child.safe_adults)
        return tuple(
            one
            for one in named
            if one and not one.is_left_out and not self.safety.kept_apart(child.id, one.id, on)
        )

    @property
    def children(self) -> tuple[Person, ...]:
        """The children whom the meeting is about, or who have a part in it."""
        return tuple(one for one in self.everyone if one.role is Role.CHILD)
