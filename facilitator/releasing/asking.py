"""Asking the second person: who may be asked, and the narrow door by which they come in.

They see the rules of one meeting, for as long as its owner asks them, and nothing else of it.
"""

from uuid import UUID

from facilitator.accounts import store as accounts
from facilitator.accounts.user import Duty, User
from facilitator.database import Session
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.meetings.private_time import InPrivateTime
from facilitator.releasing import store


def may_be_second(user: User, kept: KeptMeeting) -> bool:
    """Whether that user may say yes to this meeting's rules: never its owner, whatever else."""
    return (
        Duty.SECOND_PERSON in user.duties
        and user.is_active
        and user.team_id == kept.team_id
        and user.id != kept.owner_id
    )


def second_persons(session: Session, kept: KeptMeeting) -> tuple[User, ...]:
    """Everybody whom the owner may ask, in the order of making. One query."""
    return tuple(one for one in accounts.list_users(session) if may_be_second(one, kept))


def find_to_look_through(session: Session, meeting_id: UUID, user: User) -> KeptMeeting | None:
    """That meeting for the second person who is asked about it, else None: the two look alike.

    InPrivateTime while the family has its private time.
    """
    kept = meetings.find(session, meeting_id)
    if kept is None or not may_be_second(user, kept):
        return None
    if store.asked(session, kept.id) != user.id:
        return None
    if kept.in_private_time:
        raise InPrivateTime(kept.id)
    return kept


def waiting_for(session: Session, user: User) -> tuple[KeptMeeting, ...]:
    """The meetings that wait for that second person, the oldest asking first."""
    found = (meetings.find(session, one) for one in store.asked_of(session, user.id))
    return tuple(
        one for one in found if one and may_be_second(user, one) and not one.in_private_time
    )


def count_waiting(session: Session, user: User) -> int:
    """How many meetings wait for that second person."""
    return len(waiting_for(session, user)) if Duty.SECOND_PERSON in user.duties else 0
