"""What came beside the values of a record, in the database: for the way out, and no other use."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.canonical import thaw
from facilitator.database import Base
from facilitator.exchange.beside import Beside


class BesideRow(Base):
    """What one record says beside the values that the rooms keep."""

    __tablename__ = "record_beside"
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True
    )
    beside: Mapped[dict[str, Any]]


def save(session: Session, meeting_id: UUID, beside: Beside) -> None:
    """Keep what came beside the values of that meeting's record."""
    held: Any = thaw(vars(beside))
    session.merge(BesideRow(meeting_id=meeting_id, beside=held))


def load(session: Session, meeting_id: UUID) -> Beside:
    """What came with that meeting's record; blank for a meeting that no record brought."""
    row = session.get(BesideRow, meeting_id)
    if row is None:
        return Beside()
    held = row.beside
    return Beside(
        frame=held["frame"],
        people=held["people"],
        lines=held["lines"],
        restrictions=tuple(held["restrictions"]),
        hidden_items=tuple(held["hidden_items"]),
    )
