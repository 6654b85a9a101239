"""Notes in the database, in a table that plans and copies can't reach."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.database import Base, new_id
from facilitator.notes.note import Note, Whose


class NoteRow(Base):
    """One note."""

    __tablename__ = "note"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    sequence: Mapped[int]
    whose: Mapped[str]
    audience: Mapped[str]
    text: Mapped[str]


def save(session: Session, meeting_id: UUID, notes: Iterable[Note]) -> None:
    """Keep the notes of a meeting, in place of those that were kept before."""
    session.execute(delete(NoteRow).where(NoteRow.meeting_id == meeting_id))
    session.add_all(
        NoteRow(
            id=new_id(),
            meeting_id=meeting_id,
            sequence=at,
            whose=note.whose.value,
            audience=note.audience,
            text=note.text,
        )
        for at, note in enumerate(notes)
    )


def load(session: Session, meeting_id: UUID) -> tuple[Note, ...]:
    """The notes of that meeting, in the order in which they were made. One query."""
    asked = select(NoteRow).where(NoteRow.meeting_id == meeting_id).order_by(NoteRow.sequence)
    return tuple(
        Note(whose=Whose(row.whose), audience=row.audience, text=row.text)
        for row in session.scalars(asked)
    )
