"""One meeting as its release needs it: read from the database in one go, with its gate."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.accounts import store as accounts
from facilitator.accounts.user import User
from facilitator.contributions import Contribution, title_of
from facilitator.contributions import store as contributions
from facilitator.copies import Gate, Withdrawal
from facilitator.copies import store as register
from facilitator.database import Session
from facilitator.meetings import KeptMeeting, door
from facilitator.meetings.meeting import DEFAULT_ZONE
from facilitator.pages.word_lists import lists_here
from facilitator.people import People, Person
from facilitator.people import store as people_store
from facilitator.plans import Agreed, Draft, Plan, added_since, as_held
from facilitator.plans import store as plans
from facilitator.releasing import store
from facilitator.releasing.kept_for_asked import kept_for
from facilitator.releasing.remembering import Remembered
from facilitator.releasing.repeats_asked import mark_of_notes, repeated

# A draft is looked through too, so that nothing is new on the day; its code stands on no paper.
_DRAFT = "draft"


@dataclass(frozen=True)
class Opened:
    """A meeting whose copies somebody hands over.

    ``ids`` holds what stands in addresses for each person, ``names`` what each user is called.
    ``agreed`` is the newest version, None where nothing is agreed yet. ``plan`` is that version
    as it is held today.
    """

    kept: KeptMeeting
    people: People
    said: tuple[Contribution, ...]
    ids: Mapping[str, UUID]
    names: Mapping[UUID, str]
    agreed: Agreed | None
    gate: Gate

    @property
    def plan(self) -> Plan | None:
        """The agreed plan as it is held today; None where nothing is agreed yet."""
        return self.gate.plan if self.agreed else None

    @property
    def withdrawals(self) -> tuple[Withdrawal, ...]:
        """Every yes to sharing that was taken back, the ended ones too."""
        return self.gate.withdrawals

    @property
    def repeats(self) -> tuple[tuple[str, str], ...]:
        """The words of notes that stand in a line too, each with the line's id."""
        return self.gate.repeats

    @cached_property
    def title(self) -> str:
        """What the family calls its plan, else what the meeting is called."""
        return title_of(self.kept, self.said)

    @cached_property
    def zone(self) -> ZoneInfo:
        """Where the days and times of the meeting are meant."""
        return zone_of(self.kept)

    def today(self, at: datetime) -> date:
        """The civil day of that moment, where the meeting is."""
        return at.astimezone(self.zone).date()

    def person_of(self, row_id: UUID) -> Person | None:
        """The person with that id in addresses, or None."""
        ref = next((one for one, known in self.ids.items() if known == row_id), "")
        return self.gate.plan.people.find(ref)


def zone_of(kept: KeptMeeting) -> ZoneInfo:
    """Where the days and times of that meeting are meant."""
    try:
        return ZoneInfo(kept.meeting.zone or DEFAULT_ZONE)
    except (ZoneInfoNotFoundError, ValueError):  # A record may name a zone nobody has.
        return ZoneInfo(DEFAULT_ZONE)


def open_for(session: Session, meeting_id: UUID, user: User) -> Opened | None:
    """That meeting for that user, or None where there is none for them.

    Refusal in private time. The number of queries is the same however much was said.
    """
    kept = door.find(session, meeting_id, user)
    return None if kept is None else opened_of(session, kept)


# To open a meeting anew takes longer than a button may; reading its rows takes a tenth of that.
_State = tuple[KeptMeeting, str, str, store.Mark]
_REMEMBERED: Remembered[_State, Opened] = Remembered()


def opened_of(session: Session, kept: KeptMeeting) -> Opened:
    """A meeting for which a door was asked already.

    What was opened before is given again only where every row that it was made of is the same, as
    this very transaction sees it.
    """
    sentence, notes = kept_for(session, kept), mark_of_notes(session, kept.id)
    state = (kept, sentence, notes, store.mark(session, kept.id))
    if known := _REMEMBERED.find(kept.id, state):
        return known
    return _REMEMBERED.keep(kept.id, state, opened_anew(session, kept, sentence))


def opened_anew(session: Session, kept: KeptMeeting, sentence: str = "") -> Opened:
    """The same, read and worked out again, whatever is remembered.

    ``sentence`` says how long the plan is kept.
    """
    people = people_store.load(session, kept.id)
    said = contributions.load(session, kept.id)
    agreed = plans.latest(session, kept.id)
    plan = replace(_plan(kept, people, said, agreed), kept_for=sentence)
    return Opened(
        kept=kept,
        people=people,
        said=said,
        ids=people_store.row_ids(session, kept.id),
        names={one.id: one.name for one in accounts.list_users(session)},
        agreed=agreed,
        gate=_gate(session, kept, plan, is_agreed=agreed is not None),
    )


def _plan(
    kept: KeptMeeting, people: People, said: tuple[Contribution, ...], agreed: Agreed | None
) -> Plan:
    if agreed is None:
        return Draft.of(kept.meeting, people, said).agree(on=kept.meeting.held_on, code=_DRAFT)
    return as_held(agreed.plan, people, added_since(agreed.plan, said), said)


def _gate(session: Session, kept: KeptMeeting, plan: Plan, *, is_agreed: bool) -> Gate:
    lines = [(line.id, text) for line in plan.lines for text in line.texts]
    return Gate(
        plan=plan,
        owner_id=kept.owner_id,
        is_agreed=is_agreed,
        yeses=store.yeses(session, kept.id),
        looked_at=store.looked_at(session, kept.id),
        withdrawals=register.withdrawals(session, kept.id),
        other_words=store.other_words(session, kept.id),
        repeats=repeated(session, kept.id, lines),
        lists=lists_here(),
    )
