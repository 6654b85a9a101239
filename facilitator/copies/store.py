"""The register of copies and the yeses that were taken back, in the database."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ForeignKey, Table, Uuid, bindparam, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.copies.register import Handed, How
from facilitator.copies.withdrawal import Withdrawal
from facilitator.database import Base
from facilitator.people import CopyKind
from facilitator.refusals import Refusal


class HandedCopyRow(Base):
    """One copy that left; nothing of it changes but that it came back."""

    __tablename__ = "handed_copy"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    version: Mapped[int]
    code: Mapped[str]
    person: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    edition: Mapped[str]
    language: Mapped[str]
    how: Mapped[str]
    route: Mapped[str]
    asked_on: Mapped[date | None]
    at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    sha256: Mapped[str]
    back_at: Mapped[datetime | None]


class WithdrawalRow(Base):
    """One yes to sharing that was taken back; nothing of it changes but that it was given again."""

    __tablename__ = "withdrawal"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    said_by: Mapped[str]
    readers: Mapped[list[Any]]
    words: Mapped[str]
    at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    ended_at: Mapped[datetime | None]


# Made once, and of plain columns: the pages of a release ask them each time. Ids grow with time,
# so that they give the order of writing where several rows have one moment.
_handed = cast("Table", HandedCopyRow.__table__)
_withdrawn = WithdrawalRow.__table__
_MEETING = bindparam("meeting", type_=Uuid())
_REGISTER = (
    select(_handed).where(_handed.c.meeting_id == _MEETING).order_by(_handed.c.at, _handed.c.id)
)
_FIND = select(_handed).where(
    _handed.c.id == bindparam("row", type_=Uuid()), _handed.c.meeting_id == _MEETING
)
_TOGETHER = _REGISTER.where(
    _handed.c.at == bindparam("at", type_=_handed.c.at.type),
    _handed.c.user_id == bindparam("user", type_=Uuid()),
)
_HAND_OVER = insert(_handed)
_WITHDRAWALS = (
    select(_withdrawn)
    .where(_withdrawn.c.meeting_id == _MEETING)
    .order_by(_withdrawn.c.at, _withdrawn.c.id)
)


def hand_over(session: Session, meeting_id: UUID, handed: Handed, today: date) -> Handed:
    """Write one row, before the copy leaves; the same id twice is one row.

    Refusal where it goes by a safe route that was not asked for ``today``, or where the row with
    that id is another meeting's.
    """
    handed.refuse_unless_safe(today)
    if there := session.get(HandedCopyRow, handed.id):
        _refuse_another_meetings(there, meeting_id)
        return _handed_of(there)
    session.execute(_HAND_OVER, [_values(handed, meeting_id)])
    return handed


def hand_over_all(session: Session, meeting_id: UUID, rows: Iterable[Handed], today: date) -> None:
    """As ``hand_over``, for every copy of one press: all of them, or none."""
    rows = tuple(rows)
    for one in rows:
        one.refuse_unless_safe(today)
    asked = select(_handed.c.id, _handed.c.meeting_id).where(
        _handed.c.id.in_([one.id for one in rows])
    )
    there = {row.id: row.meeting_id for row in session.execute(asked)}
    if any(whose != meeting_id for whose in there.values()):
        raise _another_meetings()
    if new := [_values(one, meeting_id) for one in rows if one.id not in there]:
        session.execute(_HAND_OVER, new)


def find(session: Session, meeting_id: UUID, handed_id: UUID) -> Handed | None:
    """That row of that meeting, or None. One query."""
    row = session.execute(_FIND, {"meeting": meeting_id, "row": handed_id}).one_or_none()
    return _handed_of(row) if row else None


def together_with(session: Session, meeting_id: UUID, row: Handed) -> tuple[Handed, ...]:
    """Every row of the press that wrote this one, in the order of writing. One query."""
    given = {"meeting": meeting_id, "at": row.at, "user": row.user_id}
    return tuple(map(_handed_of, session.execute(_TOGETHER, given)))


def list_of(session: Session, meeting_id: UUID) -> tuple[Handed, ...]:
    """The whole register of that meeting, in the order of writing. One query."""
    return tuple(map(_handed_of, session.execute(_REGISTER, {"meeting": meeting_id})))


def came_back(session: Session, meeting_id: UUID, handed_id: UUID, at: datetime) -> None:
    """Keep that that copy came back; nothing where it did before."""
    theirs = (HandedCopyRow.id == handed_id, HandedCopyRow.meeting_id == meeting_id)
    asked = update(HandedCopyRow).where(*theirs, HandedCopyRow.back_at.is_(None))
    session.execute(asked.values(back_at=at))


def withdraw(session: Session, meeting_id: UUID, withdrawal: Withdrawal) -> Withdrawal:
    """Keep a yes that was taken back; the same id twice is one."""
    if there := session.get(WithdrawalRow, withdrawal.id):
        _refuse_another_meetings(there, meeting_id)
        return _withdrawal_of(there)
    session.add(
        WithdrawalRow(
            id=withdrawal.id,
            meeting_id=meeting_id,
            said_by=withdrawal.by,
            readers=list(withdrawal.readers),
            words=withdrawal.words,
            at=withdrawal.at,
            user_id=withdrawal.user_id,
            ended_at=None,
        )
    )
    session.flush()
    return withdrawal


def withdrawals(session: Session, meeting_id: UUID) -> tuple[Withdrawal, ...]:
    """Every yes of that meeting that was taken back, the ended ones too. One query."""
    return tuple(map(_withdrawal_of, session.execute(_WITHDRAWALS, {"meeting": meeting_id})))


def end_withdrawal(session: Session, meeting_id: UUID, withdrawal_id: UUID, at: datetime) -> None:
    """Keep that the yes was given again; nothing where it was before."""
    theirs = (WithdrawalRow.id == withdrawal_id, WithdrawalRow.meeting_id == meeting_id)
    asked = update(WithdrawalRow).where(*theirs, WithdrawalRow.ended_at.is_(None))
    session.execute(asked.values(ended_at=at))


def _refuse_another_meetings(row: HandedCopyRow | WithdrawalRow, meeting_id: UUID) -> None:
    if row.meeting_id != meeting_id:
        raise _another_meetings()


def _another_meetings() -> Refusal:
    return Refusal.because("There is no such row here.", "Open the page again.")


def _values(handed: Handed, meeting_id: UUID) -> dict[str, Any]:
    """The row to write: as it leaves, no copy has come back."""
    as_kept = {
        "meeting_id": meeting_id,
        "kind": handed.kind.value,
        "how": handed.how.value,
        "route": handed.route.strip(),
        "back_at": None,
    }
    return {**vars(handed), **as_kept}


def _handed_of(row: Any) -> Handed:
    return Handed(
        id=row.id,
        version=row.version,
        code=row.code,
        person=row.person,
        name=row.name,
        kind=CopyKind(row.kind),
        edition=row.edition,
        language=row.language,
        how=How(row.how),
        route=row.route,
        asked_on=row.asked_on,
        at=row.at,
        user_id=row.user_id,
        sha256=row.sha256,
        back_at=row.back_at,
    )


def _withdrawal_of(row: Any) -> Withdrawal:
    return Withdrawal(
        id=row.id,
        by=row.said_by,
        at=row.at,
        user_id=row.user_id,
        readers=tuple(row.readers),
        words=row.words,
        ended_at=row.ended_at,
    )
