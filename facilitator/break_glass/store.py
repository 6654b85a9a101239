"""Openings in the database: one row each, and nothing of it is ever taken out."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.break_glass.opening import Opening, same_code
from facilitator.database import Base


class PlanOpeningRow(Base):
    """One opening of a plan that is not the opener's own."""

    __tablename__ = "plan_opening"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    version: Mapped[int]
    opened_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    until: Mapped[datetime]
    reason: Mapped[str]
    seen_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"), index=True)
    seen_at: Mapped[datetime | None]


_NAMES = tuple(one.name for one in PlanOpeningRow.__table__.columns)


def add(session: Session, opening: Opening) -> Opening:
    """Keep an opening; the same press, by its id, is kept once."""
    known = find(session, opening.id)
    if known is None:
        session.add(PlanOpeningRow(**{name: getattr(opening, name) for name in _NAMES}))
        session.flush()
    return known or opening


def find(session: Session, opening_id: UUID) -> Opening | None:
    """That opening, or None. One query."""
    row = session.get(PlanOpeningRow, opening_id, populate_existing=True)
    return _opening(row) if row else None


def of_meeting(session: Session, meeting_id: UUID) -> tuple[Opening, ...]:
    """Every opening of that meeting's plan, the newest first. One query."""
    asked = select(PlanOpeningRow).where(PlanOpeningRow.meeting_id == meeting_id)
    rows = session.scalars(asked.order_by(PlanOpeningRow.at.desc(), PlanOpeningRow.id))
    return tuple(map(_opening, rows))


def not_seen(session: Session, teams: Iterable[UUID], user_id: UUID) -> tuple[Opening, ...]:
    """The openings in those teams at which no supervisor has looked; the oldest first. One query.

    Not those of that user: nobody looks at their own.
    """
    meeting = Base.metadata.tables["meeting"]
    asked = (
        select(PlanOpeningRow)
        .join(meeting, meeting.c.id == PlanOpeningRow.meeting_id)
        .where(
            PlanOpeningRow.seen_by.is_(None),
            PlanOpeningRow.opened_by != user_id,
            meeting.c.team_id.in_(tuple(teams)),
        )
        .order_by(PlanOpeningRow.at, PlanOpeningRow.id)
    )
    return tuple(map(_opening, session.scalars(asked)))


def mark_seen(session: Session, opening_id: UUID, *, by: UUID, at: datetime) -> None:
    """Keep that a supervisor has looked at it; whoever was first stays."""
    nobody_yet = (PlanOpeningRow.id == opening_id, PlanOpeningRow.seen_by.is_(None))
    session.execute(update(PlanOpeningRow).where(*nobody_yet).values(seen_by=by, seen_at=at))


def meetings_of_code(session: Session, code: str, teams: Iterable[UUID]) -> tuple[UUID, ...]:
    """The meetings of those teams whose agreed plan carries that code. One query."""
    if not (asked_for := same_code(code)):
        return ()
    plan, meeting = (Base.metadata.tables[one] for one in ("plan", "meeting"))
    kept: Any = plan.c.code
    for sign in ("-", " ", "–"):
        kept = func.replace(kept, sign, "")
    asked = (
        select(meeting.c.id)
        .distinct()
        .join(plan, plan.c.meeting_id == meeting.c.id)
        .where(func.upper(kept) == asked_for, meeting.c.team_id.in_(tuple(teams)))
    )
    return tuple(session.scalars(asked))


def _opening(row: PlanOpeningRow) -> Opening:
    return Opening(**{name: getattr(row, name) for name in _NAMES})
