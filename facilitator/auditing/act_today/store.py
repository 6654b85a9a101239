"""Notes to act today in the database. Rows stay here; values come out."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.audits.act_today import ActToday
from facilitator.database import Base
from facilitator.refusals import Refusal


class ActTodayRow(Base):
    """One note that a child may not be safe."""

    __tablename__ = "act_today"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    seen: Mapped[str]
    by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    told: Mapped[str]
    told_on: Mapped[date | None]
    told_time: Mapped[str]
    came_of_it: Mapped[str]
    closed_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    closed_at: Mapped[datetime | None]
    revision: Mapped[int]


# What Today asks: the open notes of some teams.
Index("ix_act_today_team_id_closed_at", ActTodayRow.team_id, ActTodayRow.closed_at)


def add(session: Session, note: ActToday) -> None:
    """Keep a note; the same press, by its id, is kept once."""
    if session.get(ActTodayRow, note.id) is None:
        session.add(ActTodayRow(**{name: getattr(note, name) for name in _NAMES}))
        session.flush()


def find(session: Session, note_id: UUID) -> ActToday | None:
    """That note, or None. One query."""
    row = session.get(ActTodayRow, note_id, populate_existing=True)
    return _note(row) if row else None


def change(session: Session, note: ActToday) -> bool:
    """Keep who was told, or what came of it; False where somebody was quicker.

    ``note.revision`` is the one that it is based on. Refusal where there is no such note.
    """
    row = session.get(ActTodayRow, note.id, populate_existing=True)
    if row is None:
        raise Refusal.because("There is no such note.", "Open the list again.")
    if row.revision != note.revision:
        return False
    for name in _CHANGED:
        setattr(row, name, getattr(note, name))
    row.revision = note.revision + 1
    session.flush()
    return True


def of_meeting(session: Session, meeting_id: UUID) -> tuple[ActToday, ...]:
    """The notes about that meeting's plans, the newest first. One query."""
    asked = select(ActTodayRow).where(ActTodayRow.meeting_id == meeting_id)
    return tuple(map(_note, session.scalars(asked.order_by(ActTodayRow.at.desc()))))


def open_of(session: Session, team_ids: Iterable[UUID]) -> tuple[ActToday, ...]:
    """The notes of those teams that nobody has closed, the oldest first. One query."""
    asked = select(ActTodayRow).where(
        ActTodayRow.team_id.in_(tuple(team_ids)), ActTodayRow.closed_at.is_(None)
    )
    return tuple(map(_note, session.scalars(asked.order_by(ActTodayRow.at, ActTodayRow.id))))


def count(session: Session, team_ids: Iterable[UUID], start: date, end: date) -> int:
    """How many notes those teams wrote from ``start`` on and before ``end``. One query."""
    first, last = (datetime(one.year, one.month, one.day, tzinfo=UTC) for one in (start, end))
    asked = select(func.count()).where(
        ActTodayRow.team_id.in_(tuple(team_ids)), ActTodayRow.at >= first, ActTodayRow.at < last
    )
    return session.scalar(asked) or 0


_CHANGED = ("told", "told_on", "told_time", "came_of_it", "closed_by", "closed_at")
_NAMES = ("id", "meeting_id", "team_id", "seen", "by", "at", *_CHANGED, "revision")


def _note(row: ActTodayRow) -> ActToday:
    return ActToday(**{name: getattr(row, name) for name in _NAMES})
