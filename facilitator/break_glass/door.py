"""The door of a plan that is not one's own: who may open it, and who may see that they did.

What may not be opened is not there: a wrong code and another team's look alike.
"""

from uuid import UUID

from facilitator.accounts import supervised
from facilitator.accounts.user import Duty, User
from facilitator.break_glass import store
from facilitator.break_glass.opening import Opening
from facilitator.database import Session
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings


def teams_for(session: Session, user: User) -> frozenset[UUID]:
    """The teams whose plans that user may open with a reason. One query."""
    own = frozenset({user.team_id}) if Duty.FACILITATOR in user.duties else frozenset()
    return own | supervised.teams_of(session, user)


def find_by_code(session: Session, user: User, code: str) -> KeptMeeting | None:
    """The meeting whose plan carries that code, for somebody of its team; also their own.

    None where there is none, and where two plans carry it: nobody guesses which is meant.
    """
    found = store.meetings_of_code(session, code, teams_for(session, user))
    kept = meetings.find(session, found[0]) if len(found) == 1 else None
    return kept if kept is not None and _is_there(kept) else None


def find_for_supervisor(session: Session, meeting_id: UUID, user: User) -> KeptMeeting | None:
    """That meeting for a supervisor of its team who does not lead it, else None."""
    kept = meetings.find(session, meeting_id)
    if kept is None or not _is_there(kept) or kept.owner_id == user.id:
        return None
    return kept if kept.team_id in supervised.teams_of(session, user) else None


def find_opened(
    session: Session, opening_id: UUID, user: User
) -> tuple[Opening, KeptMeeting] | None:
    """An opening for whoever made it, while they are of that team; None for everybody else."""
    opening = store.find(session, opening_id)
    if opening is None or opening.opened_by != user.id:
        return None
    kept = meetings.load(session, opening.meeting_id)
    here = _is_there(kept) and kept.team_id in teams_for(session, user)
    return (opening, kept) if here else None


def find_to_look_at(
    session: Session, opening_id: UUID, user: User
) -> tuple[Opening, KeptMeeting] | None:
    """An opening for a supervisor of that team who is not the opener, else None."""
    opening = store.find(session, opening_id)
    if opening is None or opening.opened_by == user.id:
        return None
    kept = meetings.load(session, opening.meeting_id)
    looks_after = kept.team_id in supervised.teams_of(session, user)
    return (opening, kept) if looks_after and _is_there(kept) else None


def _is_there(kept: KeptMeeting) -> bool:
    """Nothing of a meeting is shown in its private time, and a made-up family needs no door."""
    return not kept.practice and not kept.in_private_time
