"""Beginning and ending a spell of private family time: the only two things that write about it."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from facilitator.accounts.user import User
from facilitator.database import Session
from facilitator.database.troubles import keeping
from facilitator.leading.opening import underway
from facilitator.leading.private import store
from facilitator.leading.private.staying import why_not
from facilitator.leading.walking import keeping as walking
from facilitator.meetings import KeptMeeting, door
from facilitator.meetings import store as meetings
from facilitator.meetings.private_time import STAGE, Spell, Watch, to_the_minute, told_of
from facilitator.people import store as people
from facilitator.refusals import Refusal
from facilitator.walk import What


@dataclass(frozen=True)
class Wish:
    """What a spell begins with: who stays, and what will end it, both hashed."""

    stayed: tuple[str, ...]
    token_hash: str
    pin_hash: str = ""


def begin(meeting_id: UUID, user: User, wish: Wish, at: datetime) -> KeptMeeting | None:
    """Begin a spell; None where that user has no such meeting.

    Refusal where somebody may not stay, by name; InPrivateTime where one goes on; NotKept where
    the disk or the database fails.
    """
    with keeping() as session:
        kept = door.find(session, meeting_id, user)
        if kept is None:
            return None
        named = people.load(session, kept.id)
        if problems := why_not(wish.stayed, named, at.date()):
            raise Refusal(*problems)
        spells = store.spells(session, kept.id)
        spell = Spell(
            number=len(spells) + 1,
            began_at=to_the_minute(at),
            stayed=tuple(one.id for one in named if one.id in wish.stayed),
        )
        watch = Watch(meeting_id=kept.id, token_hash=wish.token_hash, pin_hash=wish.pin_hash)
        store.begin(session, spell, watch)
        begun = replace(kept, in_private_time=True, meeting=told_of(kept.meeting, (*spells, spell)))
        meetings.save(session, begun)
        return begun


def end(meeting_id: UUID, owner: User, at: datetime) -> None:
    """End the spell that goes on, and go on in the meeting after the card for private time.

    Nothing where none goes on. NotKept where the disk or the database fails.
    """
    with keeping() as session:
        kept = meetings.find(session, meeting_id)
        if kept is None or not kept.in_private_time:
            return
        spells = store.spells(session, kept.id)
        began = max((one.began_at for one in spells), default=to_the_minute(at))
        ended = max(to_the_minute(at), began)  # A clock may have been set back meanwhile.
        store.end(session, kept.id, at=ended)
        told = told_of(kept.meeting, store.spells(session, kept.id))
        after = replace(kept, in_private_time=False, meeting=told)
        meetings.save(session, after)
        _go_on(session, after, owner, ended)


def _go_on(session: Session, kept: KeptMeeting, owner: User, at: datetime) -> None:
    walk = underway(session, kept).walk
    if walk.begun and walk.stage == STAGE:
        what = {"what": What.ASKED.value, "about": walk.now, "words": ""}
        walking.keep(kept.id, owner, f"private-time.{kept.id}.{at:%Y%m%d%H%M}", what, at)
