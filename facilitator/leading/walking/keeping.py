"""The one way to keep what happened: for the screen and for plain forms alike."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from facilitator.accounts.user import User
from facilitator.database import Session
from facilitator.database.troubles import NotKept, keeping
from facilitator.leading.lines.saving import PRIVATE_TIME, Failed, Refused
from facilitator.leading.opening import Underway, underway
from facilitator.leading.private.store import spells
from facilitator.leading.walking.happening_json import Told, told
from facilitator.meetings import door
from facilitator.meetings import store as meetings
from facilitator.meetings.private_time import in_log
from facilitator.refusals import Refusal
from facilitator.walk import Happening, What, let_in, moved_on
from facilitator.walk import store as happenings

Outcome = Underway | Refused | Failed


def keep(meeting_id: UUID, user: User, key: str, document: object, at: datetime) -> Outcome | None:
    """Keep what happened: the meeting as it then is. None where that user has no such meeting.

    The same key that comes again happened once. It opens ``writing`` itself.
    """
    try:
        with keeping() as session:
            return _keep(session, meeting_id, user, _Arrival(key, document, at))
    except NotKept as trouble:
        return Failed(trouble.status, (trouble.problem,))


class _Arrival:
    """A happening on its way in."""

    def __init__(self, key: str, document: object, at: datetime) -> None:
        self.key, self.document, self.at = key, document, at

    def happening(self, before: Underway, user: User) -> Happening:
        """What happened; Refusal where it can't have."""
        found: Told = told(self.key, self.document, before)
        happening = Happening(
            what=found.what,
            about=found.about,
            words=found.words,
            key=self.key,
            at=self.at,
            typed_by=user.id,
        )
        if happening.what is What.CAME_IN:
            let_in(happening.about, before.presence, before.people, happening)
        return happening


def _keep(session: Session, meeting_id: UUID, user: User, arrival: _Arrival) -> Outcome | None:
    try:
        kept = door.find(session, meeting_id, user)
    except Refusal as refusal:
        return Failed(PRIVATE_TIME, refusal.problems)
    if kept is None:
        return None
    before = underway(session, kept)
    if any(one.key == arrival.key for one in before.happenings):
        return before
    try:
        happening = arrival.happening(before, user)
    except Refusal as refusal:
        return Refused(refusal.problems)
    happenings.add(session, kept.id, happening)
    return _with_its_log(session, before, before.after(happening))


def _with_its_log(session: Session, before: Underway, after: Underway) -> Underway:
    """The meeting with its stage log moved on, where the walk came into another stage."""
    if before.walk.stays == after.walk.stays:
        return after
    meeting = after.kept.meeting
    log = moved_on(meeting.stages, before.walk.stays, after.walk.stays, meeting.zone)
    log = in_log(log, spells(session, after.kept.id), meeting.zone)
    kept = replace(after.kept, meeting=replace(meeting, stages=log))
    meetings.save(session, kept)
    return replace(after, kept=kept)
