"""How long each team keeps what, and what is held back, in the database. Values come out.

No choice is ever changed or taken out: the next one counts from its own moment on. A hold goes with
its meeting and not before.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, case, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.database import Base
from facilitator.retention.holds import Hold
from facilitator.retention.periods import KeepingChoice


class KeepingChoiceRow(Base):
    """One choice of a period."""

    __tablename__ = "keeping_choice"
    __table_args__ = (UniqueConstraint("team_id", "kind", "revision"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"))
    kind: Mapped[str]
    months: Mapped[int | None]
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    revision: Mapped[int]


class LegalHoldRow(Base):
    """One hold of one meeting."""

    __tablename__ = "legal_hold"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    reason: Mapped[str]
    by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    review_on: Mapped[date]
    told: Mapped[bool]
    why_not_told: Mapped[str]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    ended_why: Mapped[str]
    revision: Mapped[int]


_CHOICE = tuple(one.name for one in KeepingChoiceRow.__table__.columns)
_HOLD = tuple(one.name for one in LegalHoldRow.__table__.columns)


def choices(session: Session, team_id: UUID | None, kind: str) -> tuple[KeepingChoice, ...]:
    """Every choice of that team, or of the house, for one kind; the oldest first. One query."""
    found = all_choices(session)
    return tuple(one for one in found if (one.team_id, one.kind) == (team_id, kind))


def all_choices(session: Session) -> tuple[KeepingChoice, ...]:
    """Every choice that there is, in the order in which they were made. One query."""
    asked = select(KeepingChoiceRow).order_by(KeepingChoiceRow.at, KeepingChoiceRow.revision)
    rows = session.scalars(asked)
    return tuple(KeepingChoice(**{name: getattr(row, name) for name in _CHOICE}) for row in rows)


def add_choice(session: Session, choice: KeepingChoice) -> KeepingChoice | None:
    """Keep a choice; None where somebody was quicker. The same press, by its id, is kept once."""
    known = session.get(KeepingChoiceRow, choice.id)
    if known is not None:
        return KeepingChoice(**{name: getattr(known, name) for name in _CHOICE})
    if len(choices(session, choice.team_id, choice.kind)) + 1 != choice.revision:
        return None
    session.add(KeepingChoiceRow(**{name: getattr(choice, name) for name in _CHOICE}))
    session.flush()
    return choice


def add_hold(session: Session, hold: Hold) -> Hold:
    """Keep a hold; the same press, by its id, is kept once."""
    known = find_hold(session, hold.id)
    if known is None:
        session.add(LegalHoldRow(**{name: getattr(hold, name) for name in _HOLD}))
        session.flush()
    return known or hold


def find_hold(session: Session, hold_id: UUID) -> Hold | None:
    """That hold, or None. One query."""
    row = session.get(LegalHoldRow, hold_id, populate_existing=True)
    return _hold(row) if row else None


def holds_of(session: Session, meeting_ids: Collection[UUID]) -> tuple[Hold, ...]:
    """Every hold of those meetings, ended ones too; the oldest first. One query."""
    asked = select(LegalHoldRow).where(LegalHoldRow.meeting_id.in_(tuple(meeting_ids)))
    rows = session.scalars(asked.order_by(LegalHoldRow.at, LegalHoldRow.id))
    return tuple(map(_hold, rows))


def held_of(session: Session, teams: Collection[UUID]) -> tuple[Hold, ...]:
    """Every hold of those teams' meetings that stands; the next to look at first. One query."""
    meeting = Base.metadata.tables["meeting"].c
    asked = (
        select(LegalHoldRow)
        .join(Base.metadata.tables["meeting"], meeting.id == LegalHoldRow.meeting_id)
        .where(LegalHoldRow.ended_at.is_(None), meeting.team_id.in_(tuple(teams)))
        .order_by(LegalHoldRow.review_on, LegalHoldRow.id)
    )
    return tuple(map(_hold, session.scalars(asked)))


def change_hold(session: Session, hold: Hold, **changes: Any) -> bool:
    """Change a hold that is still as it was read; False where somebody was quicker."""
    same = (LegalHoldRow.id == hold.id, LegalHoldRow.revision == hold.revision)
    asked = update(LegalHoldRow).where(*same, LegalHoldRow.ended_at.is_(None))
    changed = session.execute(asked.values(**changes, revision=hold.revision + 1))
    return bool(getattr(changed, "rowcount", 0))


def holds_by_meeting(session: Session) -> dict[UUID, tuple[bool, datetime | None]]:
    """For each meeting that was ever held: whether it is now, and when the last one ended.

    One query, for all that there is.
    """
    stands = func.sum(case((LegalHoldRow.ended_at.is_(None), 1), else_=0))
    last = func.max(LegalHoldRow.ended_at)
    asked = select(LegalHoldRow.meeting_id, stands, last).group_by(LegalHoldRow.meeting_id)
    return {meeting: (bool(many), ended) for meeting, many, ended in session.execute(asked)}


def names_of(session: Session, user_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What those users are called. One query."""
    user = Base.metadata.tables["user"].c
    asked = select(user.id, user.name).where(user.id.in_(tuple(set(user_ids))))
    return {one.id: one.name for one in session.execute(asked)}


def _hold(row: LegalHoldRow) -> Hold:
    return Hold(**{name: getattr(row, name) for name in _HOLD})
