"""The door of every audit: who may look at which plan, and who may read a look.

Every route of this room asks here first. What may not be seen is not there: 404.
"""

from uuid import UUID

from facilitator.accounts import supervised
from facilitator.accounts.user import Duty, User
from facilitator.auditing import store
from facilitator.audits.look import Look
from facilitator.database import Session
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings


def looks_after(session: Session, user: User, team_id: UUID) -> bool:
    """Whether that user is a supervisor of that team."""
    return Duty.SUPERVISOR in user.duties and team_id in supervised.teams_of(session, user)


def may_begin(session: Session, user: User, kept: KeptMeeting) -> bool:
    """Whether that user may begin a first look: a supervisor of its team, who did not lead it."""
    return (
        not kept.practice and kept.owner_id != user.id and looks_after(session, user, kept.team_id)
    )


def find_look(session: Session, look_id: UUID, user: User) -> Look | None:
    """That look for its own rater, while they are a supervisor; None for everybody else."""
    look = store.find(session, look_id)
    if look is None or look.rater_id != user.id or Duty.SUPERVISOR not in user.duties:
        return None
    return look


def find_filed(session: Session, look_id: UUID, user: User) -> Look | None:
    """A look that is filed, for its rater and for the supervisors of the plan's own team.

    Nobody reads another's look at a plan that they are still to rate themselves.
    """
    look = store.find(session, look_id)
    if look is None or not look.is_filed or Duty.SUPERVISOR not in user.duties:
        return None
    if look.rater_id == user.id:
        return look
    if not looks_after(session, user, look.team_id) or look.facilitator_id == user.id:
        return None
    own = (one for one in store.of_meeting(session, look.meeting_id) if one.rater_id == user.id)
    return None if any(not one.is_filed for one in own) else look


def find_plan(session: Session, meeting_id: UUID, user: User) -> KeptMeeting | None:
    """That meeting for a supervisor who may begin a look at its plan, else None."""
    kept = meetings.find(session, meeting_id)
    return kept if kept is not None and may_begin(session, user, kept) else None
