"""The letters of one facilitator, as a list says them."""

from dataclasses import dataclass
from uuid import UUID

from facilitator import days
from facilitator.accounts.user import Duty, User
from facilitator.auditing.letters import store
from facilitator.auditing.letters.letter import Letter
from facilitator.contributions import store as contributions
from facilitator.contributions import titled
from facilitator.database import Session
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.releasing.opening import zone_of


@dataclass(frozen=True)
class Listed:
    """One letter in the list: of which meeting, since when, and whether it is answered."""

    id: UUID
    title: str
    sent_on: str
    is_answered: bool
    has_draft: bool


def listed(session: Session, user: User) -> tuple[Listed, ...]:
    """The letters sent to that user about meetings that are theirs, the newest first.

    None of a meeting whose family has its private time now.
    """
    if Duty.FACILITATOR not in user.duties:
        return ()
    letters = store.sent_to(session, user.id)
    found = {one: meetings.find(session, one) for one in {each.meeting_id for each in letters}}
    mine = {key: kept for key, kept in found.items() if kept and _is_open(kept, user)}
    titles = contributions.titles(session, mine)
    return tuple(
        _listed(one, mine[one.meeting_id], titles.get(one.meeting_id, ""))
        for one in letters
        if one.meeting_id in mine
    )


def count_waiting(session: Session, user: User) -> int:
    """How many letters wait for that user's answer. One query."""
    return store.count_waiting(session, user.id) if Duty.FACILITATOR in user.duties else 0


def _is_open(kept: KeptMeeting, user: User) -> bool:
    return kept.owner_id == user.id and not kept.in_private_time


def _listed(letter: Letter, kept: KeptMeeting, own: str) -> Listed:
    sent = letter.sent_at
    return Listed(
        id=letter.id,
        title=titled(kept, own),
        sent_on=days.day(sent.astimezone(zone_of(kept)).date()) if sent else "",
        is_answered=letter.is_answered,
        has_draft=bool(letter.reply.revision and not letter.is_answered),
    )
