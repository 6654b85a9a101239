"""The door of every meeting: who may come in, and when nobody may.

Every route of a meeting asks here first, and nowhere else.
"""

from uuid import UUID

from facilitator.accounts.user import Duty, User
from facilitator.database import Session
from facilitator.meetings import store
from facilitator.meetings.kept import KeptMeeting
from facilitator.meetings.private_time import InPrivateTime


def may_enter(user: User, kept: KeptMeeting) -> bool:
    """Whether that user may come in: the facilitator to whom this family's meeting belongs.

    Colleagues of the same team are not let in by that, and whoever looks after accounts or after
    quality reads no family's words by that either.
    """
    return Duty.FACILITATOR in user.duties and kept.owner_id == user.id


def find(session: Session, meeting_id: UUID, user: User) -> KeptMeeting | None:
    """That meeting where it is there and that user may come in, else None: the two look alike.

    InPrivateTime while the family has its private time: nothing is shown, asked or kept then. One
    query.
    """
    kept = store.find(session, meeting_id)
    if kept is None or not may_enter(user, kept):
        return None
    if kept.in_private_time:
        raise InPrivateTime(kept.id)
    return kept


def list_for(
    session: Session, user: User, *, first: int = 0, many: int = 50
) -> tuple[KeptMeeting, ...]:
    """So many meetings that this user may come in to, the latest day first. One query."""
    if Duty.FACILITATOR not in user.duties:
        return ()
    return store.list_of(session, owner_id=user.id, first=first, many=many)


def count_for(session: Session, user: User) -> int:
    """How many meetings this user may come in to. One query."""
    return store.count_of(session, owner_id=user.id) if Duty.FACILITATOR in user.duties else 0
