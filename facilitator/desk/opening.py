"""One meeting as its pages need it: read from the database in one go, and turned into a plan."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from facilitator.accounts.user import User
from facilitator.contributions import store as contributions
from facilitator.contributions import title_of, titled
from facilitator.database import Session
from facilitator.exchange import Recorded
from facilitator.exchange.keeping import plan_of_kept, recorded_of
from facilitator.meetings import KeptMeeting, door
from facilitator.people import store as people
from facilitator.plans import Plan


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
        return title_of(self.kept, self.recorded.contributions)


@dataclass(frozen=True)
class Entry:
    """One meeting in a user's list."""

    kept: KeptMeeting
    title: str


@dataclass(frozen=True)
class PageOfMeetings:
    """One page of a user's list of meetings: the page ``number`` of ``count``, from 1 on."""

    entries: tuple[Entry, ...]
    number: int
    count: int


PAGE = 50


def open_for(session: Session, meeting_id: UUID, user: User) -> Opened | None:
    """That meeting for that user, or None where there is none for them. Seven queries."""
    kept = door.find(session, meeting_id, user)
    if kept is None:
        return None
    return Opened(kept, recorded_of(session, kept), people.row_ids(session, kept.id))


def page_for(session: Session, user: User, number: str = "") -> PageOfMeetings | None:
    """That page of the meetings that the user may come in to, the latest day first.

    The first page where no number is given; None where there is no such page. Three queries.
    """
    count = max(1, -(-door.count_for(session, user) // PAGE))
    # Whole numbers as we write them; anything else, however long, is no page.
    at = 1 if not number else next((n for n in range(1, count + 1) if str(n) == number), 0)
    if not at:
        return None
    meetings = door.list_for(session, user, first=(at - 1) * PAGE, many=PAGE)
    titles = contributions.titles(session, (one.id for one in meetings))
    entries = (Entry(one, titled(one, titles.get(one.id, ""))) for one in meetings)
    return PageOfMeetings(tuple(entries), at, count)
