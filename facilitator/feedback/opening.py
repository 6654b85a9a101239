"""Whose cards somebody may print, hand over, type in and read."""

from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.accounts.supervised import teams_of
from facilitator.accounts.user import Duty, User
from facilitator.database import Session
from facilitator.meetings import KeptMeeting, door
from facilitator.meetings import store as meetings
from facilitator.meetings.meeting import DEFAULT_ZONE


def find_own(session: Session, meeting_id: UUID, user: User) -> KeptMeeting | None:
    """That user's own meeting, or None. InPrivateTime while the family has it."""
    return door.find(session, meeting_id, user)


def find_to_type(session: Session, meeting_id: UUID, user: User) -> KeptMeeting | None:
    """That meeting for whoever may type a paper card in: its facilitator, a team's supervisor.

    A card that says no is sealed, and its facilitator does not open it: the supervisor does.
    """
    kept = meetings.find(session, meeting_id)
    if kept is None or kept.owner_id == user.id:
        return door.find(session, meeting_id, user)
    may = Duty.SUPERVISOR in user.duties and kept.team_id in teams_of(session, user)
    return kept if may and not kept.practice and not kept.in_private_time else None


def zone_of(kept: KeptMeeting) -> ZoneInfo:
    """Where the days of that meeting are meant."""
    try:
        return ZoneInfo(kept.meeting.zone or DEFAULT_ZONE)
    except (ZoneInfoNotFoundError, ValueError):  # A record may name a zone nobody has.
        return ZoneInfo(DEFAULT_ZONE)
