"""What supervisors saw in meetings, in the database. Rows stay here; values come out."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.audits.observed import Observed
from facilitator.database import Base


class ObservedRow(Base):
    """What one supervisor saw in the meeting whose plan they look at."""

    __tablename__ = "observed_meeting"
    look_id: Mapped[UUID] = mapped_column(
        ForeignKey("look.id", ondelete="CASCADE"), primary_key=True
    )
    yes_by: Mapped[str]
    yes_on: Mapped[date]
    saw: Mapped[dict[str, Any]]
    by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    revision: Mapped[int]


def find(session: Session, look_id: UUID) -> Observed | None:
    """What stands beside that look, or None. One query."""
    row = session.get(ObservedRow, look_id, populate_existing=True)
    return Observed(**{name: getattr(row, name) for name in _NAMES}) if row else None


def keep(session: Session, observed: Observed) -> bool:
    """Keep it, based on the revision that it carries; False where another one was kept since."""
    row = session.get(ObservedRow, observed.look_id, populate_existing=True)
    if (row.revision if row else 0) != observed.revision:
        return False
    row = row or ObservedRow(look_id=observed.look_id)
    for name in _NAMES[1:-1]:
        setattr(row, name, getattr(observed, name))
    row.saw, row.revision = dict(observed.saw), observed.revision + 1
    session.add(row)
    session.flush()
    return True


_NAMES = ("look_id", "yes_by", "yes_on", "saw", "by", "at", "revision")
