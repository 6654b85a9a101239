"""A look opened for its letter: who may write it, who may read it, and what lies beside it."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from facilitator.accounts.user import User
from facilitator.auditing import door
from facilitator.auditing.letters import store
from facilitator.auditing.letters.letter import Letter
from facilitator.auditing.letters.told import Seen, Told, told
from facilitator.audits.look import Look, Purpose
from facilitator.audits.masking import Mask
from facilitator.database import Session, new_id
from facilitator.feedback import Card
from facilitator.feedback import store as cards
from facilitator.meetings import KeptMeeting
from facilitator.meetings import door as meeting_door
from facilitator.meetings import store as meetings
from facilitator.plans import Plan
from facilitator.plans import store as plans
from facilitator.releasing.opening import zone_of

# A second look is blind, and a look at a gold plan is practice: neither has a letter of its own.
_HAVE_A_LETTER = (Purpose.FIRST, Purpose.SETTLED)


@dataclass(frozen=True)
class Desk:
    """A letter with everything that its page needs; ``letter`` may be blank.

    ``cards`` are the family's cards of that meeting that may be read.
    """

    kept: KeptMeeting
    plan: Plan
    letter: Letter
    cards: tuple[Card, ...]

    @cached_property
    def mask(self) -> Mask:
        """The made-up names of this family."""
        return Mask.of_plan(self.plan, self.kept.id)

    @property
    def called(self) -> str:
        """What the family calls its plan, with made-up names."""
        title = self.plan.first("title")
        return self.mask.text(title.words if title else self.plan.meeting.title)

    @property
    def masked(self) -> Told:
        """The letter as supervisors see it."""
        return told(self.letter, self.plan, Seen.masked(self.mask), zone_of(self.kept))

    @property
    def real(self) -> Told:
        """The letter as the meeting's own facilitator reads it."""
        return told(self.letter, self.plan, Seen.real(self.plan, self.mask), zone_of(self.kept))


def find_to_write(session: Session, look_id: UUID, user: User) -> tuple[Look, Desk] | None:
    """That look's letter for whoever looked: filed, first or settled. None for everybody else."""
    look = door.find_look(session, look_id, user)
    if look is None or not look.is_filed or look.purpose not in _HAVE_A_LETTER:
        return None
    letter = store.find_of(session, look_id) or _blank(look)
    desk = _desk(session, letter)
    return (look, desk) if desk else None


def find_to_read(session: Session, look_id: UUID, user: User) -> Desk | None:
    """That look's letter, once it is sent, for a supervisor who may read the look; else None."""
    look = door.find_filed(session, look_id, user)
    letter = store.find_of(session, look_id) if look else None
    return _desk(session, letter) if letter and letter.is_sent else None


def find_mine(session: Session, letter_id: UUID, user: User) -> Desk | None:
    """A letter that was sent to that user, who leads that meeting; else None.

    InPrivateTime while the family has it.
    """
    letter = store.find(session, letter_id)
    if letter is None or not letter.is_sent or letter.facilitator_id != user.id:
        return None
    return _desk(session, letter) if meeting_door.find(session, letter.meeting_id, user) else None


def _blank(look: Look) -> Letter:
    return Letter(
        id=new_id(),
        look_id=look.id,
        meeting_id=look.meeting_id,
        version=look.version,
        team_id=look.team_id,
        facilitator_id=look.facilitator_id,
        rater_id=look.rater_id,
    )


def _desk(session: Session, letter: Letter) -> Desk | None:
    kept = meetings.find(session, letter.meeting_id)
    agreed = plans.find(session, letter.meeting_id, letter.version)
    if kept is None or agreed is None:
        return None
    read = cards.readable(session, letter.meeting_id)
    return Desk(kept, agreed.plan, letter, read)
