"""One meeting as its screen needs it, read from the database in one go."""

from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from facilitator.accounts.user import User
from facilitator.agenda import Agenda
from facilitator.contributions import Contribution, Wording, title_of
from facilitator.contributions import store as contributions
from facilitator.database import Session
from facilitator.meetings import KeptMeeting, door
from facilitator.meetings import store as meetings
from facilitator.people import People
from facilitator.people import store as people
from facilitator.walk import Happening, Presence, Walk
from facilitator.walk import store as happenings


@dataclass(frozen=True)
class Underway:
    """A meeting that goes on: who is there, and where it has come to.

    ``answered`` are the questions to which something was said.
    """

    kept: KeptMeeting
    people: People
    agenda: Agenda
    happenings: tuple[Happening, ...]
    answered: frozenset[str]

    @cached_property
    def walk(self) -> Walk:
        """Where the meeting has come to."""
        return Walk.of(self.agenda, self.happenings, self.answered)

    @cached_property
    def presence(self) -> Presence:
        """Who is there now."""
        return Presence.of(self.people, self.happenings)

    def after(self, happening: Happening) -> "Underway":
        """The same meeting once that has happened too."""
        return replace(self, happenings=(*self.happenings, happening))


@dataclass(frozen=True)
class Opened:
    """A meeting that somebody leads, with every line that stands."""

    underway: Underway
    lines: tuple[Wording, ...]

    @property
    def kept(self) -> KeptMeeting:
        """The meeting as it is kept."""
        return self.underway.kept

    @property
    def people(self) -> People:
        """Its people."""
        return self.underway.people

    @property
    def agenda(self) -> Agenda:
        """The agenda that it is led by."""
        return self.underway.agenda

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """All that happened beside what was said."""
        return self.underway.happenings

    @property
    def walk(self) -> Walk:
        """Where the meeting has come to."""
        return self.underway.walk

    @property
    def presence(self) -> Presence:
        """Who is there now."""
        return self.underway.presence

    @cached_property
    def said(self) -> tuple[Contribution, ...]:
        """What stands of everything that was said, in its order."""
        return tuple(one.said for one in self.lines)

    @property
    def title(self) -> str:
        """What the family calls its plan, else what the meeting is called."""
        return title_of(self.kept, self.said)


def open_for(session: Session, meeting_id: UUID, user: User) -> Opened | None:
    """That meeting for that user, or None where there is none for them.

    Refusal in private time. The number of queries is the same however much was said.
    """
    kept = door.find(session, meeting_id, user)
    return None if kept is None else _opened(session, kept, people.load(session, kept.id))


def open_to_lead(session: Session, meeting_id: UUID, user: User) -> Opened | None:
    """As ``open_for``, for the screen, which asks nothing about safety: three queries less."""
    kept = door.find(session, meeting_id, user)
    return None if kept is None else _opened(session, kept, people.without_safety(session, kept.id))


def underway(session: Session, kept: KeptMeeting) -> Underway:
    """Where a meeting has come to, for which the door was asked already."""
    answered = contributions.answered(session, kept.id)
    return _underway(session, kept, people.load(session, kept.id), answered)


def _opened(session: Session, kept: KeptMeeting, named: People) -> Opened:
    lines = contributions.standing(session, kept.id)
    answered = frozenset(one.said.prompt for one in lines if one.said.prompt)
    return Opened(_underway(session, kept, named, answered), lines)


def _underway(
    session: Session, kept: KeptMeeting, named: People, answered: frozenset[str]
) -> Underway:
    return Underway(
        kept=kept,
        people=named,
        agenda=meetings.load_agenda(session, kept),
        happenings=happenings.load(session, kept.id),
        answered=answered,
    )
