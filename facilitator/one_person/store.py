"""Requests, what was decided about each flagged fact, and corrections; in the database."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.database import Base, new_id
from facilitator.one_person.asking import AccessRequest, FileGiven
from facilitator.one_person.correcting import Correction, Outcome
from facilitator.one_person.deciding import Choice, Decision
from facilitator.refusals import Refusal


class AccessRequestRow(Base):
    """One request for everything about one person."""

    __tablename__ = "access_request"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    person: Mapped[str]
    asked_by: Mapped[str]
    known_by: Mapped[str]
    asked_on: Mapped[date]
    at: Mapped[datetime]
    typed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    longer_why: Mapped[str]
    longer_on: Mapped[date | None]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    given_sha256: Mapped[str]
    given_on: Mapped[date | None]


class AccessDecisionRow(Base):
    """What was decided about one flagged fact, by its key; the last one counts."""

    __tablename__ = "access_decision"
    __table_args__ = (UniqueConstraint("request_id", "fact"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("access_request.id", ondelete="CASCADE"))
    fact: Mapped[str]
    choice: Mapped[str]
    why: Mapped[str]
    words: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))


class CorrectionRow(Base):
    """One thing that somebody asked to have put right, and what came of it."""

    __tablename__ = "correction"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    person: Mapped[str]
    asked: Mapped[str]
    asked_on: Mapped[date]
    line: Mapped[str]
    about: Mapped[str]
    at_version: Mapped[int]
    at: Mapped[datetime]
    typed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    outcome: Mapped[str]
    reason: Mapped[str]
    answered_on: Mapped[date | None]
    answered_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    answered_at: Mapped[datetime | None]
    in_version: Mapped[int]
    beside: Mapped[str]


# What a desk asks each time it is opened: what waits, of its own meetings.
Index("ix_access_request_open", AccessRequestRow.answered_at, AccessRequestRow.meeting_id)
_REQUEST = tuple(one.name for one in AccessRequestRow.__table__.columns)
_CORRECTION = tuple(one.name for one in CorrectionRow.__table__.columns)


def ask(session: Session, request: AccessRequest) -> AccessRequest:
    """Keep a request; the same one, by its id, is kept once. Refusal as ``_same_meeting``."""
    if row := session.get(AccessRequestRow, request.id):
        _same_meeting(row.meeting_id, request.meeting_id)
        return _request(row)
    session.add(AccessRequestRow(**asdict(request)))
    session.flush()
    return request


def find(session: Session, meeting_id: UUID, request_id: UUID) -> AccessRequest | None:
    """That request of that meeting, or None. One query."""
    row = session.get(AccessRequestRow, request_id, populate_existing=True)
    return _request(row) if row and row.meeting_id == meeting_id else None


def of_meeting(session: Session, meeting_id: UUID) -> tuple[AccessRequest, ...]:
    """Every request of that meeting, the latest first. One query."""
    asked = select(AccessRequestRow).where(AccessRequestRow.meeting_id == meeting_id)
    order = (AccessRequestRow.asked_on.desc(), AccessRequestRow.id.desc())
    return tuple(map(_request, session.scalars(asked.order_by(*order))))


def waiting(session: Session, owner_id: UUID) -> tuple[AccessRequest, ...]:
    """What waits for an answer in that facilitator's meetings, the oldest first. One query.

    Nothing of a meeting that is in its private time.
    """
    meeting = Base.metadata.tables["meeting"]
    asked = (
        select(AccessRequestRow)
        .join(meeting, meeting.c.id == AccessRequestRow.meeting_id)
        .where(
            AccessRequestRow.answered_at.is_(None),
            meeting.c.owner_id == owner_id,
            meeting.c.in_private_time.is_(False),
        )
        .order_by(AccessRequestRow.asked_on, AccessRequestRow.id)
    )
    return tuple(map(_request, session.scalars(asked)))


def takes_longer(session: Session, request_id: UUID, why: str, on: date) -> None:
    """Keep that it takes two months more, why, and when they were told; the first time counts."""
    asked = update(AccessRequestRow).where(
        AccessRequestRow.id == request_id, AccessRequestRow.longer_on.is_(None)
    )
    session.execute(asked.values(longer_why=why, longer_on=on))


def answered(session: Session, request_id: UUID, given: FileGiven) -> None:
    """Keep that a file was given, and which; the moment of the first one stays."""
    row = session.get(AccessRequestRow, request_id)
    if row is None:
        return
    row.given_sha256, row.given_on = given.sha256, given.on
    if row.answered_at is None:
        row.answered_at, row.answered_by = given.at, given.by
    session.flush()


def decide(session: Session, request_id: UUID, decision: Decision) -> None:
    """Keep what was decided about one fact, in place of what was decided about it before."""
    asked = select(AccessDecisionRow).where(
        AccessDecisionRow.request_id == request_id, AccessDecisionRow.fact == decision.fact
    )
    row = session.scalar(asked)
    if row is None:
        row = AccessDecisionRow(id=new_id(), request_id=request_id, fact=decision.fact)
        session.add(row)
    row.choice, row.why, row.words = decision.choice.value, decision.why, decision.words
    row.at, row.by_id = decision.at, decision.by
    session.flush()


def decisions(session: Session, request_id: UUID) -> dict[str, Decision]:
    """What was decided, by the keys of the facts. One query."""
    asked = select(AccessDecisionRow).where(AccessDecisionRow.request_id == request_id)
    return {
        row.fact: Decision(
            fact=row.fact,
            choice=Choice(row.choice),
            why=row.why,
            words=row.words,
            at=row.at,
            by=row.by_id,
        )
        for row in session.scalars(asked)
    }


def ask_correction(session: Session, correction: Correction) -> Correction:
    """Keep what somebody asks to have put right; the same one, by its id, is kept once."""
    if row := session.get(CorrectionRow, correction.id):
        _same_meeting(row.meeting_id, correction.meeting_id)
        return _correction(row)
    held = asdict(correction) | {"outcome": correction.outcome.value}
    session.add(CorrectionRow(**held))
    session.flush()
    return correction


def find_correction(session: Session, meeting_id: UUID, correction_id: UUID) -> Correction | None:
    """That correction of that meeting, or None. One query."""
    row = session.get(CorrectionRow, correction_id, populate_existing=True)
    return _correction(row) if row and row.meeting_id == meeting_id else None


def corrections(session: Session, meeting_id: UUID) -> tuple[Correction, ...]:
    """Every correction of that meeting, the latest first. One query."""
    asked = select(CorrectionRow).where(CorrectionRow.meeting_id == meeting_id)
    order = (CorrectionRow.asked_on.desc(), CorrectionRow.id.desc())
    return tuple(map(_correction, session.scalars(asked.order_by(*order))))


def answer_correction(session: Session, answered_: Correction) -> bool:
    """Keep the answer; False where there is one already: nothing is overwritten."""
    asked = update(CorrectionRow).where(
        CorrectionRow.id == answered_.id, CorrectionRow.outcome == Outcome.WAITS.value
    )
    kept = session.execute(
        asked.values(
            outcome=answered_.outcome.value,
            reason=answered_.reason,
            answered_on=answered_.answered_on,
            answered_by=answered_.answered_by,
            answered_at=answered_.answered_at,
            in_version=answered_.in_version,
            beside=answered_.beside,
        ).returning(CorrectionRow.id)
    )
    return kept.first() is not None


def _same_meeting(kept: UUID, asked: UUID) -> None:
    if kept != asked:
        raise Refusal.because("There is no such row here.", "Open the page again.")


def _request(row: AccessRequestRow) -> AccessRequest:
    return AccessRequest(**{name: getattr(row, name) for name in _REQUEST})


def _correction(row: CorrectionRow) -> Correction:
    held: dict[str, Any] = {name: getattr(row, name) for name in _CORRECTION}
    return Correction(**held | {"outcome": Outcome(row.outcome)})


def visits_of(
    session: Session, user_id: UUID
) -> tuple[tuple[datetime, datetime, datetime | None], ...]:
    """When that user was signed in: begun, last seen, ended; the latest first. One query."""
    visit = Base.metadata.tables["visit"].c
    asked = (
        select(visit.began_at, visit.seen_at, visit.ended_at)
        .where(visit.user_id == user_id)
        .order_by(visit.began_at.desc())
    )
    return tuple((row.began_at, row.seen_at, row.ended_at) for row in session.execute(asked))


def did(session: Session, user_id: UUID) -> tuple[tuple[str, int], ...]:
    """How many rows of each table carry that user's id; none for a table without any."""
    counts = []
    for table in Base.metadata.sorted_tables:
        named = [
            column
            for column in table.columns
            if any(key.column.table.name == "user" for key in column.foreign_keys)
        ]
        if named:
            asked = select(func.count()).select_from(table)
            many = session.scalar(asked.where(or_(*(column == user_id for column in named))))
            counts.append((table.name, many or 0))
    return tuple(one for one in counts if one[1])


def acts_of(session: Session, user_id: UUID) -> tuple[tuple[str, str, int, datetime], ...]:
    """What the access log says of that user: act, what, how often, when last. One query."""
    entry = Base.metadata.tables["access_entry"].c
    asked = (
        select(entry.act, entry.what, func.count(), func.max(entry.at).label("last"))
        .where(entry.user_id == user_id)
        .group_by(entry.act, entry.what)
        .order_by(func.max(entry.at).desc())
    )
    return tuple((row[0], row[1], row[2], row[3]) for row in session.execute(asked))
