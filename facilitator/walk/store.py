"""What happened in a meeting, in the database: a log that only grows."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, Uuid, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.database import Base, new_id
from facilitator.walk.happening import Happening, What


class HappeningRow(Base):
    """One thing that happened; it is never changed."""

    __tablename__ = "happening"
    __table_args__ = (
        UniqueConstraint("meeting_id", "key"),
        UniqueConstraint("meeting_id", "sequence"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    sequence: Mapped[int]
    key: Mapped[str]
    what: Mapped[str]
    about: Mapped[str]
    words: Mapped[str]
    at: Mapped[datetime]
    typed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))


# Made once, and of plain columns: nothing here is ever changed.
_happenings = HappeningRow.__table__
_IN_ORDER = (
    select(_happenings)
    .where(_happenings.c.meeting_id == bindparam("meeting", type_=Uuid()))
    .order_by(_happenings.c.sequence)
)


def add(session: Session, meeting_id: UUID, happening: Happening) -> bool:
    """Keep what happened, after all that is there; False where that key came before."""
    rows = HappeningRow.meeting_id == meeting_id
    if session.scalar(select(HappeningRow.id).where(rows, HappeningRow.key == happening.key)):
        return False
    highest = session.scalar(select(func.max(HappeningRow.sequence)).where(rows)) or 0
    session.add(_row(happening, meeting_id, highest + 1))
    session.flush()
    return True


def add_all(session: Session, meeting_id: UUID, happenings: Iterable[Happening]) -> None:
    """Keep several things, in their order."""
    for one in happenings:
        add(session, meeting_id, one)


def load(session: Session, meeting_id: UUID) -> tuple[Happening, ...]:
    """All that happened in that meeting, in the order in which it came. One query."""
    return tuple(map(_happening, session.execute(_IN_ORDER, {"meeting": meeting_id})))


def own_questions(session: Session, meeting_id: UUID) -> tuple[tuple[str, str], ...]:
    """The id and the words of each question of one's own, in their order. One query."""
    asked = (
        select(HappeningRow.about, HappeningRow.words)
        .where(
            HappeningRow.meeting_id == meeting_id,
            HappeningRow.what.in_((What.OWN_QUESTION.value, What.GOT_READY.value)),
        )
        .order_by(HappeningRow.sequence)
    )
    found: dict[str, str] = {}
    for row in session.execute(asked):
        found.setdefault(row.about, row.words)
    return tuple(found.items())


def bring_in(
    session: Session,
    meeting_id: UUID,
    own: Iterable[tuple[str, str]],
    *,
    typed_by: UUID,
    at: datetime,
) -> None:
    """Keep questions of one's own that came from elsewhere: they move nothing in the meeting."""
    add_all(
        session,
        meeting_id,
        (
            Happening(
                what=What.GOT_READY,
                about=about,
                words=words,
                key=f"record:{about}",
                at=at,
                typed_by=typed_by,
            )
            for about, words in own
        ),
    )


def _row(happening: Happening, meeting_id: UUID, sequence: int) -> HappeningRow:
    return HappeningRow(
        id=new_id(),
        meeting_id=meeting_id,
        sequence=sequence,
        key=happening.key,
        what=happening.what.value,
        about=happening.about,
        words=happening.words,
        at=happening.at,
        typed_by=happening.typed_by,
    )


def _happening(row: Any) -> Happening:
    return Happening(
        what=What(row.what),
        about=row.about,
        words=row.words,
        key=row.key,
        at=row.at,
        typed_by=row.typed_by,
    )
