"""One meeting as the walk through its draft needs it: through the door, and read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from flask import abort

from facilitator.accounts.sessions import user
from facilitator.agenda import Agenda
from facilitator.agreeing import sounding, store
from facilitator.agreeing.sounding import Heard, Sounds
from facilitator.contributions import Contribution, Wording
from facilitator.contributions import store as contributions
from facilitator.database import Session
from facilitator.leading import opening
from facilitator.meetings import KeptMeeting
from facilitator.pages.word_lists import lists_here
from facilitator.people import People
from facilitator.people import store as people_store
from facilitator.plain_language import WordList
from facilitator.plans import Draft, Version
from facilitator.plans import store as plans


@dataclass(frozen=True)
class Opened:
    """A meeting whose draft is walked through.

    ``left_out`` are the lines that were taken back, ``ids`` what stands in addresses for each
    person, ``agreed`` what is told of the newest version, ``lists`` the words that this app finds.
    """

    led: opening.Opened
    left_out: tuple[Wording, ...]
    sounds: tuple[Sounds, ...]
    ids: Mapping[str, UUID]
    agreed: Version | None = None
    lists: WordList | None = None

    @property
    def kept(self) -> KeptMeeting:
        """The meeting as it is kept."""
        return self.led.kept

    @property
    def id(self) -> UUID:
        """What stands in addresses for the meeting."""
        return self.led.kept.id

    @property
    def people(self) -> People:
        """Its people."""
        return self.led.people

    @property
    def agenda(self) -> Agenda:
        """The agenda that it is led by."""
        return self.led.agenda

    @property
    def lines(self) -> tuple[Wording, ...]:
        """Every line that stands, with the number of its wording."""
        return self.led.lines

    @property
    def said(self) -> tuple[Contribution, ...]:
        """What stands of everything that was said, in its order."""
        return self.led.said

    @property
    def title(self) -> str:
        """What the family calls its plan, else what the meeting is called."""
        return self.led.title

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return self.kept.meeting.held_on

    @cached_property
    def draft(self) -> Draft:
        """The plan as it stands now."""
        return Draft.of(self.kept.meeting, self.people, self.said)

    def find(self, ref: str) -> Wording | None:
        """The line of that id, taken back or not, or None."""
        return next((one for one in (*self.lines, *self.left_out) if one.said.id == ref), None)

    def of_kind(self, *kinds: str) -> tuple[Wording, ...]:
        """The lines of these kinds that stand, in their order."""
        return tuple(one for one in self.lines if one.said.kind in kinds)

    def heard(self, said: Contribution) -> Heard:
        """Who says of that line that it sounds like them."""
        return sounding.heard(said, self.sounds)


def open_for_user(session: Session, meeting_id: UUID) -> Opened:
    """That meeting for whoever is signed in; not found where there is none for them.

    Refusal in the family's private time. It writes nothing.
    """
    led = opening.open_for(session, meeting_id, user())
    if led is None:
        abort(404)
    return Opened(
        led=led,
        left_out=contributions.standing(session, meeting_id, taken_back=True),
        sounds=store.load(session, meeting_id),
        ids=people_store.row_ids(session, meeting_id),
        agreed=plans.last_of(session, meeting_id),
        lists=lists_here(),
    )
