"""Meetings in the database. Rows stay here; values come out."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ForeignKey,
    Index,
    Uuid,
    bindparam,
    delete,
    false,
    func,
    select,
    true,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.agenda import Agenda, shipped
from facilitator.database import Base
from facilitator.meetings.kept import KeptMeeting
from facilitator.meetings.meeting import Meeting, PrivateTime, StageTime
from facilitator.refusals import Refusal

USUAL_KIND = "family_group_conference"


class MeetingRow(Base):
    """One meeting; ``ref`` is its record's own id."""

    __tablename__ = "meeting"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), index=True)
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    practice: Mapped[bool] = mapped_column(Boolean(create_constraint=False))
    in_private_time: Mapped[bool]
    private_time_was_written: Mapped[bool]
    ref: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str]
    held_on: Mapped[date]
    start: Mapped[str]
    end: Mapped[str]
    place: Mapped[str]
    zone: Mapped[str]
    languages: Mapped[list[Any]]
    plan_given_on: Mapped[date | None]
    plan_code: Mapped[str]
    plan_version: Mapped[int | None]
    stages: Mapped[list[Any]]
    private: Mapped[dict[str, Any] | None]


class MeetingAgendaRow(Base):
    """The agenda file that a meeting is led by, byte for byte as it was when the meeting began."""

    __tablename__ = "meeting_agenda"
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True
    )
    toml: Mapped[bytes]


# The list of an owner's meetings, in its order.
Index("ix_meeting_owner_id_held_on_id", MeetingRow.owner_id, MeetingRow.held_on, MeetingRow.id)
# A team keeps a meeting once. A practice meeting is its owner's own, so each may have one.
Index(
    "uq_meeting_team_id_ref",
    MeetingRow.team_id,
    MeetingRow.ref,
    unique=True,
    sqlite_where=MeetingRow.practice == false(),
    postgresql_where=MeetingRow.practice == false(),
)
Index(
    "uq_meeting_owner_id_ref",
    MeetingRow.owner_id,
    MeetingRow.ref,
    unique=True,
    sqlite_where=MeetingRow.practice == true(),
    postgresql_where=MeetingRow.practice == true(),
)

# What every page of a meeting asks is put together once, and of plain columns: nothing is changed.
_meetings, _agendas = MeetingRow.__table__, MeetingAgendaRow.__table__
_FIND = select(_meetings).where(_meetings.c.id == bindparam("meeting", type_=Uuid()))
_FIND_AGENDA = select(_agendas.c.toml).where(
    _agendas.c.meeting_id == bindparam("meeting", type_=Uuid())
)


def save(session: Session, kept: KeptMeeting) -> None:
    """Keep a meeting, in place of what was kept of that very meeting before."""
    meeting = kept.meeting
    session.merge(
        MeetingRow(
            id=kept.id,
            team_id=kept.team_id,
            owner_id=kept.owner_id,
            practice=kept.practice,
            in_private_time=kept.in_private_time,
            private_time_was_written=kept.private_time_was_written,
            ref=meeting.id,
            kind=meeting.kind,
            title=meeting.title,
            held_on=meeting.held_on,
            start=meeting.start,
            end=meeting.end,
            place=meeting.place,
            zone=meeting.zone,
            languages=list(meeting.languages),
            plan_given_on=meeting.plan_given_on,
            plan_code=kept.plan_code,
            plan_version=kept.plan_version,
            stages=[vars(one) for one in meeting.stages],
            private=meeting.private
            and {
                "facilitator_present": meeting.private.facilitator_present,
                "who_extra": list(meeting.private.who_extra),
            },
        )
    )
    session.flush()  # What the other rooms keep names this row, which must be there before it.


def find(session: Session, meeting_id: UUID) -> KeptMeeting | None:
    """That meeting, or None. One query."""
    row = session.execute(_FIND, {"meeting": meeting_id}).one_or_none()
    return None if row is None else _kept(row)


def load(session: Session, meeting_id: UUID) -> KeptMeeting:
    """That meeting; Refusal where there is none."""
    if kept := find(session, meeting_id):
        return kept
    raise Refusal.because("There is no such meeting.", "Choose one from the list of meetings.")


def find_by_ref(session: Session, team_id: UUID, ref: str) -> KeptMeeting | None:
    """The meeting of that team whose record has that id, or None; practice does not count."""
    asked = select(MeetingRow).where(
        MeetingRow.team_id == team_id, MeetingRow.ref == ref, MeetingRow.practice.is_(False)
    )
    row = session.scalar(asked)
    return None if row is None else _kept(row)


def find_practice(session: Session, owner_id: UUID, ref: str) -> KeptMeeting | None:
    """The practice meeting of that user, made of the record with that id, or None."""
    asked = select(MeetingRow).where(
        MeetingRow.owner_id == owner_id, MeetingRow.ref == ref, MeetingRow.practice
    )
    row = session.scalar(asked)
    return None if row is None else _kept(row)


def find_all(session: Session, ref: str) -> tuple[KeptMeeting, ...]:
    """Every meeting whose record has that id, of whatever team, practice too."""
    asked = select(MeetingRow).where(MeetingRow.ref == ref).order_by(MeetingRow.id)
    return tuple(_kept(row) for row in session.scalars(asked))


def save_agenda(session: Session, meeting_id: UUID, toml: bytes) -> None:
    """Keep the agenda that the meeting is led by, in place of the one before."""
    session.merge(MeetingAgendaRow(meeting_id=meeting_id, toml=toml))


def find_agenda(session: Session, meeting_id: UUID) -> bytes | None:
    """The agenda file that the meeting is led by, or None."""
    toml: bytes | None = session.scalar(_FIND_AGENDA, {"meeting": meeting_id})
    return toml


def load_agenda(session: Session, kept: KeptMeeting) -> Agenda:
    """The agenda that the meeting is led by. One query.

    Its own copy; where a record brought none, the shipped one of its kind, else the usual one.
    """
    own = find_agenda(session, kept.id)
    file = own or shipped.find_file(kept.meeting.kind) or shipped.find_file(USUAL_KIND)
    if file is None:  # The wheel and the checkout both carry it: a test asks for it.
        raise LookupError(f"There is no agenda {USUAL_KIND}.")
    return _read(file)


@lru_cache(maxsize=16)  # of some 50 KB each
def _read(toml: bytes) -> Agenda:
    return Agenda.read(toml, "the agenda of this meeting")


def list_of(
    session: Session, *, owner_id: UUID, first: int = 0, many: int = 50
) -> tuple[KeptMeeting, ...]:
    """So many of that owner's meetings, from that place on; the latest day first. One query."""
    asked = (
        select(MeetingRow)
        .where(MeetingRow.owner_id == owner_id)
        .order_by(MeetingRow.held_on.desc(), MeetingRow.id.desc())
        .offset(first)
        .limit(many)
    )
    return tuple(_kept(row) for row in session.scalars(asked))


def count_of(session: Session, *, owner_id: UUID) -> int:
    """How many meetings that owner has. One query."""
    asked = select(func.count()).select_from(MeetingRow).where(MeetingRow.owner_id == owner_id)
    return session.scalar(asked) or 0


def remove_practice(session: Session, meeting_id: UUID) -> None:
    """Take a practice meeting away for good, with all that was kept of it; a real one stays."""
    where = (MeetingRow.id == meeting_id, MeetingRow.practice)
    session.execute(delete(MeetingRow).where(*where))


def _kept(row: Any) -> KeptMeeting:
    return KeptMeeting(
        id=row.id,
        team_id=row.team_id,
        owner_id=row.owner_id,
        practice=row.practice,
        plan_code=row.plan_code,
        plan_version=row.plan_version,
        in_private_time=row.in_private_time,
        private_time_was_written=row.private_time_was_written,
        meeting=Meeting(
            id=row.ref,
            kind=row.kind,
            title=row.title,
            held_on=row.held_on,
            start=row.start,
            end=row.end,
            place=row.place,
            zone=row.zone,
            languages=tuple(row.languages),
            plan_given_on=row.plan_given_on,
            stages=tuple(StageTime(**one) for one in row.stages),
            private=_private(row.private),
        ),
    )


def _private(raw: Mapping[str, Any] | None) -> PrivateTime | None:
    if raw is None:
        return None
    return PrivateTime(
        facilitator_present=raw["facilitator_present"], who_extra=tuple(raw["who_extra"])
    )
