"""Who may see when a family's record goes, and hold it back. What is not theirs is not there."""

import hashlib
import hmac
from uuid import UUID

from facilitator.accounts import supervised
from facilitator.accounts.user import Duty, User
from facilitator.break_glass import store as codes
from facilitator.database import Session
from facilitator.meetings import KeptMeeting
from facilitator.meetings import door as meetings
from facilitator.meetings import store as kept_meetings
from facilitator.retention.standing import Standing
from facilitator.retention.standings import standings


def find(session: Session, meeting_id: UUID, user: User) -> KeptMeeting | None:
    """That meeting for the facilitator who leads it, or a supervisor of its team; else None.

    InPrivateTime for its facilitator while the family is by itself. Practice has no record.
    """
    kept = kept_meetings.find(session, meeting_id)
    if kept is None or kept.practice:
        return None
    if meetings.may_enter(user, kept):
        return meetings.find(session, meeting_id, user)
    looks_after = kept.team_id in supervised.teams_of(session, user)
    return kept if looks_after and not kept.in_private_time else None


def find_own(session: Session, meeting_id: UUID, user: User) -> KeptMeeting | None:
    """That meeting for the facilitator who leads it; else None."""
    kept = meetings.find(session, meeting_id, user)
    return kept if kept and not kept.practice else None


def listed(session: Session, user: User) -> tuple[Standing, ...]:
    """The records that a user hears of: their own, and those of the teams they look after."""
    own = standings(session, owner_id=user.id) if Duty.FACILITATOR in user.duties else ()
    teams = supervised.teams_of(session, user)
    of_teams = standings(session, teams=teams) if teams else ()
    every = {one.meeting_id: one for one in (*own, *of_teams)}
    return tuple(one for one in every.values() if not one.in_private_time)


def key_of(secret: str, meeting_id: UUID) -> UUID:
    """What stands in an address in place of a meeting's id.

    Pages of audits name a plan by that id, under made-up names; a list of families' own titles must
    not tell which is which.
    """
    made = hmac.new(secret.encode(), b"going:" + meeting_id.bytes, hashlib.sha256).digest()
    return UUID(bytes=made[:16], version=4)


def find_by_key(session: Session, key: UUID, secret: str, user: User) -> KeptMeeting | None:
    """The meeting that such an address means, for somebody who hears of it; else None."""
    stand = listed(session, user)
    found = next((one for one in stand if key_of(secret, one.meeting_id) == key), None)
    return find(session, found.meeting_id, user) if found else None


def find_by_code(session: Session, code: str, user: User) -> KeptMeeting | None:
    """The meeting whose plan carries that code, in a team that the supervisor looks after."""
    found = codes.meetings_of_code(session, code, supervised.teams_of(session, user))
    return find(session, found[0], user) if len(found) == 1 else None
