"""A user's own practice meeting: brought in as it stood before its day, and again when asked."""

from datetime import datetime

from facilitator.accounts.user import User
from facilitator.agenda.shipped import find_file
from facilitator.database import Session
from facilitator.exchange.keeping import Reception, bring_in
from facilitator.meetings import KeptMeeting, door
from facilitator.meetings import store as meetings
from facilitator.practice.prepared import prepared_record


def find(session: Session, user: User) -> KeptMeeting | None:
    """That user's practice meeting, or None. Refusal while its family has private time."""
    kept = meetings.find_practice(session, user.id, prepared_record().id)
    return kept and door.find(session, kept.id, user)


def find_or_begin(session: Session, user: User, *, at: datetime) -> KeptMeeting:
    """That user's practice meeting; it is brought in where there is none yet."""
    return find(session, user) or _begin(session, user, at)


def begin_again(session: Session, user: User, *, at: datetime) -> KeptMeeting:
    """The practice meeting as it was at the start; what was kept of it since is gone for good."""
    kept = find(session, user)
    if kept is not None:
        meetings.remove_practice(session, kept.id)
    return _begin(session, user, at)


def _begin(session: Session, user: User, at: datetime) -> KeptMeeting:
    record = prepared_record()
    agenda = find_file(record.document["meeting"]["type"])
    reception = Reception(owner=user, at=at, practice=True, agenda=agenda)
    return bring_in(session, record, reception).kept
