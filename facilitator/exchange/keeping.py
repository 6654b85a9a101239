"""A record on its way into the database and out of it: all or nothing.

The caller opens the transaction (``writing`` on the way in, ``reading`` on the way out); what is
refused here leaves nothing behind.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from facilitator.accounts.user import User
from facilitator.contributions import Change, Contribution
from facilitator.contributions import store as contributions
from facilitator.database import Session, new_id
from facilitator.exchange import store
from facilitator.exchange.beside import beside, words_of_private_time
from facilitator.exchange.from_record import Recorded, of_record
from facilitator.exchange.planning import with_version
from facilitator.exchange.to_record import to_record
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.notes import Note, Whose
from facilitator.notes import store as notes
from facilitator.people import store as people
from facilitator.plans import Agreed, Draft, Plan
from facilitator.plans import store as plans
from facilitator.plans.plan import code_from_id
from facilitator.record import Record
from facilitator.refusals import Refusal
from facilitator.walk import store as walk

_OF_A_PLAN = "plan."
_KEY = "record"
LEFT_BEHIND = (
    "What was written down in private family time was left out, for good. "
    "Only the fact that something was written is kept."
)


@dataclass(frozen=True)
class Arrival:
    """A meeting that a record brought, and what is to be told about it: sentences fit to show."""

    kept: KeptMeeting
    to_tell: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reception:
    """How a record is received: whose it will be, when, for practice or not, with which agenda."""

    owner: User
    at: datetime
    practice: bool = False
    agenda: bytes | None = None


def bring_in(session: Session, record: Record, reception: Reception) -> Arrival:
    """Keep everything that the record holds, but what was written in private family time.

    A plan that says anything was agreed: it is kept as its version, with the record's own number.
    Refusal where this team, or for practice this user, already has a meeting of that record.
    """
    _refuse_a_second_time(session, record, reception)
    recorded, written = of_record(record), bool(words_of_private_time(record))
    raw_plan = record.document["plan"]
    kept = KeptMeeting(
        id=new_id(),
        meeting=recorded.meeting,
        team_id=reception.owner.team_id,
        owner_id=reception.owner.id,
        practice=reception.practice,
        plan_code=raw_plan.get("code") or "",
        plan_version=raw_plan.get("version"),
        private_time_was_written=written,
    )
    meetings.save(session, kept)
    if reception.agenda is not None:
        meetings.save_agenda(session, kept.id, reception.agenda)
    people.save(session, kept.id, recorded.people)
    changes = [_first_wording(one, reception) for one in recorded.contributions]
    contributions.add_all(session, kept.id, changes)
    notes.save(session, kept.id, _notes(record))
    walk.bring_in(
        session,
        kept.id,
        recorded.own_questions,
        typed_by=reception.owner.id,
        at=reception.at,
    )
    store.save(session, kept.id, beside(record))
    if any(one.row.place.startswith(_OF_A_PLAN) for one in recorded.contributions):
        plan = plan_of_kept(kept, recorded)
        plans.add(session, kept.id, Agreed(plan, reception.at, reception.owner.id), _KEY)
    return Arrival(kept, (LEFT_BEHIND,) if written else ())


def take_out(session: Session, meeting_id: UUID) -> Record:
    """The record of that meeting, as things stand. Refusal where there is none. Ten queries."""
    kept = meetings.load(session, meeting_id)
    recorded = recorded_of(session, kept)
    came = with_version(store.load(session, kept.id), kept, plans.last_of(session, kept.id))
    return to_record(recorded, notes.load(session, kept.id), came)


def recorded_of(session: Session, kept: KeptMeeting) -> Recorded:
    """What is kept of that meeting, as plain values. Six queries, however much was said."""
    return Recorded(
        meeting=kept.meeting,
        people=people.load(session, kept.id),
        contributions=contributions.load(session, kept.id),
        own_questions=walk.own_questions(session, kept.id),
    )


def plan_of_kept(kept: KeptMeeting, recorded: Recorded) -> Plan:
    """The plan that everything kept of a meeting makes, dated by the meeting.

    Of a record that was brought in it is the very plan that the record makes by itself.
    """
    draft = Draft.of(recorded.meeting, recorded.people, recorded.contributions)
    return draft.agree(
        on=recorded.meeting.held_on,
        code=kept.plan_code or code_from_id(recorded.meeting.id),
        version=kept.plan_version or 1,
    )


def _refuse_a_second_time(session: Session, record: Record, reception: Reception) -> None:
    owner = reception.owner
    there = (
        meetings.find_practice(session, owner.id, record.id)
        if reception.practice
        else meetings.find_by_ref(session, owner.team_id, record.id)
    )
    if there is not None:
        raise Refusal.because(
            f"The record '{record.id}' was brought in before: it is meeting {there.id}.",
            "Open that meeting. To bring in another one, give the record an id of its own.",
        )


def _first_wording(said: Contribution, reception: Reception) -> Change:
    return Change(
        said=said,
        key=f"record:{said.id}",
        based_on=0,
        typed_by=reception.owner.id,
        at=reception.at,
    )


def _notes(record: Record) -> tuple[Note, ...]:
    raw = ((whose, record.document[f"{whose}_notes"]) for whose in Whose)
    return tuple(
        Note(whose=whose, audience=one["audience"], text=one["text"]) for whose, one in raw
    )
