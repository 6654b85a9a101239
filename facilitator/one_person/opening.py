"""One meeting as these pages need it: through its door, with who is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from flask import abort

from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import user
from facilitator.contributions import store as contributions
from facilitator.contributions import titled
from facilitator.database import Session
from facilitator.meetings import KeptMeeting, door
from facilitator.one_person import store
from facilitator.one_person.asking import AccessRequest
from facilitator.one_person.deciding import Decision, Given, given, unseen
from facilitator.one_person.document import PersonFile
from facilitator.one_person.fact import Fact, Part
from facilitator.one_person.gathering import facts_of
from facilitator.one_person.how_long_asked import how_long
from facilitator.one_person.material import Material, material_of
from facilitator.people import People, Person
from facilitator.people import store as people
from facilitator.releasing.opening import zone_of


@dataclass(frozen=True)
class Opened:
    """A meeting through its door, for its own facilitator."""

    kept: KeptMeeting
    people: People
    title: str
    team: str

    def today(self, at: datetime) -> date:
        """The civil day of that moment, where the meeting is."""
        return at.astimezone(zone_of(self.kept)).date()

    def name(self, person_id: str) -> str:
        """What that person is called; their id where they are gone since."""
        found = self.people.find(person_id)
        return found.short_name if found else person_id


@dataclass(frozen=True)
class Asked:
    """One request with everything that is found for it, and what was decided."""

    opened: Opened
    request: AccessRequest
    material: Material
    facts: tuple[Fact, ...]
    decisions: Mapping[str, Decision]
    how_long: tuple[str, ...]

    @property
    def person(self) -> Person:
        """Whose file it is."""
        return self.opened.people.load(self.request.person)

    def of(self, part: Part) -> tuple[Fact, ...]:
        """The flagged facts of one page of the review."""
        return tuple(one for one in self.facts if one.waits and one.part is part)

    @cached_property
    def parts(self) -> tuple[tuple[Part, int, int], ...]:
        """Each page of the review that has anything: how many, and how many still wait."""
        several = ((part, self.of(part)) for part in Part)
        return tuple(
            (part, len(facts), len(unseen(facts, self.decisions)))
            for part, facts in several
            if facts
        )

    @property
    def clear(self) -> int:
        """How many facts are this person's alone."""
        return sum(not one.flags and not one.never for one in self.facts)

    @property
    def never(self) -> int:
        """How many things are in no file by anybody's choice."""
        return sum(one.never for one in self.facts)

    @property
    def waits(self) -> int:
        """How many flagged facts nobody has decided about."""
        return len(unseen(self.facts, self.decisions))

    def given(self) -> tuple[Given, ...]:
        """What the file holds. Refusal while something waits."""
        return given(self.facts, self.decisions)

    def file(self, made_on: date) -> PersonFile:
        """The file, made on that civil day. Refusal while something waits."""
        meeting = self.opened.kept.meeting
        return PersonFile(
            name=self.person.name,
            team=self.opened.team,
            meeting=meeting.kind.replace("_", " "),
            asked_on=self.request.asked_on,
            made_on=made_on,
            given=self.given(),
            how_long=self.how_long,
            practice=self.opened.kept.practice,
        )


def load(session: Session, meeting_id: UUID) -> Opened:
    """That meeting of this user; not found where it is not there, or is somebody else's."""
    kept = door.find(session, meeting_id, user()) or abort(404)
    team = accounts.find_team(session, kept.team_id)
    title = titled(kept, contributions.titles(session, [kept.id]).get(kept.id, ""))
    return Opened(kept, people.load(session, kept.id), title, team.name if team else "")


def load_asked(session: Session, meeting_id: UUID, request_id: UUID) -> Asked:
    """That request with all that is found; not found where it is not this meeting's."""
    opened = load(session, meeting_id)
    request = store.find(session, opened.kept.id, request_id) or abort(404)
    if opened.people.find(request.person) is None:
        abort(404)  # Taken out since: nothing of theirs is kept under that id.
    material = material_of(session, opened.kept, request.person)
    return Asked(
        opened,
        request,
        material,
        facts_of(material, request.person),
        store.decisions(session, request.id),
        how_long(session, opened.kept.team_id),
    )
