"""Remarks in the database. Rows stay here; values come out."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.audits.remarks import Remark
from facilitator.database import Base


class RemarkRow(Base):
    """One remark on one filed look."""

    __tablename__ = "look_remark"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    look_id: Mapped[UUID] = mapped_column(ForeignKey("look.id", ondelete="CASCADE"), index=True)
    criterion: Mapped[str]
    words: Mapped[str]
    by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    settled: Mapped[str]
    settled_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    settled_at: Mapped[datetime | None]


def add(session: Session, remark: Remark) -> None:
    """Keep a remark; the same press, by its id, is kept once."""
    if session.get(RemarkRow, remark.id) is None:
        session.add(RemarkRow(**{name: getattr(remark, name) for name in _NAMES}))
        session.flush()


def of_look(session: Session, look_id: UUID) -> tuple[Remark, ...]:
    """The remarks on that look, in the order in which they were made. One query."""
    asked = select(RemarkRow).where(RemarkRow.look_id == look_id)
    rows = session.scalars(asked.order_by(RemarkRow.at, RemarkRow.id))
    return tuple(Remark(**{name: getattr(row, name) for name in _NAMES}) for row in rows)


def settle(
    session: Session, look_id: UUID, remark_id: UUID, *, words: str, by: UUID, at: datetime
) -> bool:
    """Keep what came of a remark of that look; False where it is settled, or is not there."""
    of_it = (RemarkRow.id == remark_id, RemarkRow.look_id == look_id)
    still_open = RemarkRow.settled_at.is_(None)
    found = session.execute(
        update(RemarkRow)
        .where(*of_it, still_open)
        .values(settled=words, settled_by=by, settled_at=at)
        .returning(RemarkRow.id)
    )
    return found.first() is not None


_NAMES = (
    *("id", "look_id", "criterion", "words", "by", "at"),
    *("settled", "settled_by", "settled_at"),
)
