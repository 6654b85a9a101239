"""One meeting as its pages need it: read from the database in one go, and turned into a plan."""

from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from uuid import UUID

from facilitator import record
from facilitator.accounts.user import User
from facilitator.contributions import store as contributions
from facilitator.database import Session
from facilitator.exchange import Recorded
from facilitator.exchange.keeping import plan_of_kept, recorded_of
from facilitator.meetings import KeptMeeting, door
from facilitator.people import store as people
from facilitator.plans import Plan
from facilitator.practice.recording import RECORD


@dataclass(frozen=True)
class Opened:
    """A meeting that somebody may see; ``ids`` holds what stands in addresses for each person."""

    kept: KeptMeeting
    recorded: Recorded
    ids: dict[str, UUID]

    @cached_property
    def plan(self) -> Plan:
        """The plan that everything said makes."""
        return plan_of_kept(self.kept, self.recorded)

    @property
    def title(self) -> str:
        """What the family calls its plan, else what the record is called."""
        line = self.plan.first("title")
        return (line.words if line else "") or self.kept.meeting.title or UNTITLED


@dataclass(frozen=True)
class Entry:
    """One meeting in a user's list."""

    kept: KeptMeeting
    title: str


UNTITLED = "A meeting without a title"


def open_for(session: Session, meeting_id: UUID, user: User) -> Opened | None:
    """That meeting for that user, or None where there is none for them. Seven queries."""
    kept = door.find(session, meeting_id, user)
    if kept is None:
        return None
    return Opened(kept, recorded_of(session, kept), people.row_ids(session, kept.id))


def entries_for(session: Session, user: User) -> tuple[Entry, ...]:
    """The meetings that the user may come in to, the newest first. Two queries."""
    meetings = door.list_for(session, user)
    titles = contributions.titles(session, (one.id for one in meetings))
    return tuple(
        Entry(one, titles.get(one.id) or one.meeting.title or UNTITLED) for one in meetings
    )


def practice_record() -> record.Record:
    """The record of the made-up family."""
    data = resources.files("facilitator.practice").joinpath(RECORD).read_bytes()
    return record.read(data, RECORD)
