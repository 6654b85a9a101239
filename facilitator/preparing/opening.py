"""One meeting as the pages before the day need it: through the door, and read in one go."""

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask import abort

from facilitator.accounts.sessions import user
from facilitator.agenda import Agenda
from facilitator.contributions import Contribution, title_of
from facilitator.contributions import store as contributions
from facilitator.database import Session
from facilitator.meetings import KeptMeeting, door
from facilitator.meetings import store as meetings
from facilitator.meetings.meeting import DEFAULT_ZONE
from facilitator.people import People
from facilitator.people import store as people_store


@dataclass(frozen=True)
class Preparation:
    """A meeting that somebody gets ready; ``ids`` holds what stands in addresses for each person.

    ``said`` is everything that stands, in its order.
    """

    kept: KeptMeeting
    people: People
    said: tuple[Contribution, ...]
    ids: dict[str, UUID]
    agenda: Agenda

    @property
    def id(self) -> UUID:
        """What stands in addresses for the meeting."""
        return self.kept.id

    @property
    def title(self) -> str:
        """What the family calls its plan, else what we call the meeting for now."""
        return title_of(self.kept, self.said)

    @property
    def zone(self) -> ZoneInfo:
        """Where the days and times of the meeting are meant."""
        try:
            return ZoneInfo(self.kept.meeting.zone or DEFAULT_ZONE)
        except (ZoneInfoNotFoundError, ValueError):  # A record may name a zone nobody has.
            return ZoneInfo(DEFAULT_ZONE)

    def of_kind(self, *kinds: str) -> tuple[Contribution, ...]:
        """What stands of those kinds, in its order."""
        return tuple(one for one in self.said if one.kind in kinds)

    def find_by_address(self, person: UUID) -> str | None:
        """The short id of the person with that id in addresses, or None."""
        return next((ref for ref, row_id in self.ids.items() if row_id == person), None)


def open_for_user(session: Session, meeting_id: UUID) -> Preparation:
    """That meeting for whoever is signed in; not found where there is none for them.

    Refusal in the family's private time. Eight queries.
    """
    kept = door.find(session, meeting_id, user())
    if kept is None:
        abort(404)
    return Preparation(
        kept=kept,
        people=people_store.load(session, kept.id),
        said=contributions.load(session, kept.id),
        ids=people_store.row_ids(session, kept.id),
        agenda=meetings.load_agenda(session, kept),
    )
