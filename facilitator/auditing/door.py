"""The door of every audit: who may look at which plan, and who may read a look.

Every route of this room asks here first. What may not be seen is not there: 404. While a family has
its private time, nothing of its meeting is there for anybody.
"""

from uuid import UUID

from facilitator.accounts.supervised import teams_of
from facilitator.accounts.user import Duty, User
from facilitator.auditing import store
from facilitator.auditing.pairs import door as pairs
from facilitator.audits.look import Look, Purpose
from facilitator.database import Session
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings


def looks_after(session: Session, user: User, team_id: UUID) -> bool:
    """Whether that user is a supervisor of that team."""
    return Duty.SUPERVISOR in user.duties and team_id in teams_of(session, user)


def may_begin(session: Session, user: User, kept: KeptMeeting) -> bool:
    """Whether that user may begin a first look: a supervisor of its team, who did not lead it."""
    return (
        not kept.practice and kept.owner_id != user.id and looks_after(session, user, kept.team_id)
    )


def find_plan(session: Session, meeting_id: UUID, user: User) -> KeptMeeting | None:
    """That meeting for a supervisor who may begin a look at its plan, else None."""
    kept = _open_meeting(session, meeting_id)
    return kept if kept is not None and may_begin(session, user, kept) else None


def find_look(session: Session, look_id: UUID, user: User) -> Look | None:
    """That look for its own rater, while they are a supervisor; None for everybody else.

    A first look is theirs as long as they look after the team whose plan it is.
    """
    look = store.find(session, look_id)
    if look is None or look.rater_id != user.id or Duty.SUPERVISOR not in user.duties:
        return None
    if look.purpose is Purpose.FIRST and not looks_after(session, user, look.team_id):
        return None
    return look if _open_meeting(session, look.meeting_id) else None


def find_filed(session: Session, look_id: UUID, user: User) -> Look | None:
    """A look that is filed, for its rater and for the supervisors of the plan's own team.

    Nobody reads another's look at a plan that they are still to rate themselves. A look at a gold
    plan is how somebody practises: it is for nobody else.
    """
    if own := find_look(session, look_id, user):
        return own if own.is_filed else None
    look = store.find(session, look_id)
    if look is None or not look.is_filed or look.purpose is Purpose.GOLD:
        return None
    if not looks_after(session, user, look.team_id) or look.facilitator_id == user.id:
        return None
    if must_stay_blind(session, user, look.meeting_id):
        return None
    return look if _open_meeting(session, look.meeting_id) else None


def must_stay_blind(session: Session, user: User, meeting_id: UUID) -> bool:
    """Whether that user is still to rate one of its plans, or has begun and not filed it."""
    if pairs.must_stay_blind(session, user, meeting_id):
        return True
    theirs = (one for one in store.of_meeting(session, meeting_id) if one.rater_id == user.id)
    return any(not one.is_filed for one in theirs)


def find_to_act(session: Session, meeting_id: UUID, user: User) -> KeptMeeting | None:
    """That meeting for whoever may say that a child of it may not be safe, else None.

    Supervisors of its team, and whoever looks at its plan from another team.
    """
    kept = _open_meeting(session, meeting_id)
    if kept is None or kept.practice or Duty.SUPERVISOR not in user.duties:
        return None
    if looks_after(session, user, kept.team_id):
        return kept
    theirs = (one for one in store.of_meeting(session, meeting_id) if one.rater_id == user.id)
    return kept if any(theirs) else None


def _open_meeting(session: Session, meeting_id: UUID) -> KeptMeeting | None:
    kept = meetings.find(session, meeting_id)
    return kept if kept is not None and not kept.in_private_time else None
