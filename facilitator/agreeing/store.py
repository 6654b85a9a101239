"""Who said that a line sounds like them, in the database: a log that only grows."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, Uuid, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.agreeing.sounding import Sounds
from facilitator.database import Base, new_id


class SoundsRow(Base):
    """One thing that somebody said of a line as it was read; it is never changed."""

    __tablename__ = "sounds"
    __table_args__ = (
        UniqueConstraint("meeting_id", "key"),
        UniqueConstraint("meeting_id", "sequence"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    sequence: Mapped[int]
    ref: Mapped[str]
    number: Mapped[int]
    heard: Mapped[str]
    by: Mapped[str]
    is_so: Mapped[bool]
    key: Mapped[str]
    at: Mapped[datetime]
    typed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))


_sounds = SoundsRow.__table__
_IN_ORDER = (
    select(_sounds)
    .where(_sounds.c.meeting_id == bindparam("meeting", type_=Uuid()))
    .order_by(_sounds.c.sequence)
)


def sounds_right(session: Session, meeting_id: UUID, sounds: Sounds) -> bool:
    """Keep what somebody said of a line, after all that is there; False where its key came before.

    Whether the line still has those words is asked before (`reading_aloud.say`).
    """
    rows = SoundsRow.meeting_id == meeting_id
    if session.scalar(select(SoundsRow.id).where(rows, SoundsRow.key == sounds.key)):
        return False
    highest = session.scalar(select(func.max(SoundsRow.sequence)).where(rows)) or 0
    session.add(SoundsRow(id=new_id(), meeting_id=meeting_id, sequence=highest + 1, **vars(sounds)))
    session.flush()  # So that the next one in the same turn finds it.
    return True


def load(session: Session, meeting_id: UUID) -> tuple[Sounds, ...]:
    """All that was said of lines in that meeting, in the order in which it was said. One query."""
    return tuple(map(_of_row, session.execute(_IN_ORDER, {"meeting": meeting_id})))


def _of_row(row: Any) -> Sounds:
    return Sounds(
        ref=row.ref,
        number=row.number,
        heard=row.heard,
        by=row.by,
        is_so=row.is_so,
        key=row.key,
        at=row.at,
        typed_by=row.typed_by,
    )
