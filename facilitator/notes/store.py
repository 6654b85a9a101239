"""Notes in the database, in a table that plans and copies can't reach."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.database import Base, new_id
from facilitator.notes.note import KeptNote, Note, Whose
from facilitator.refusals import Refusal


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
    prompt: Mapped[str]
    question: Mapped[str]
    written_by: Mapped[str | None]
    written_on: Mapped[date | None]


def save(session: Session, meeting_id: UUID, notes: Iterable[Note]) -> None:
    """Keep the notes of a meeting, in place of those that were kept before."""
    session.execute(delete(NoteRow).where(NoteRow.meeting_id == meeting_id))
    session.add_all(_row(KeptNote(new_id(), note), meeting_id, at) for at, note in enumerate(notes))


def load(session: Session, meeting_id: UUID) -> tuple[Note, ...]:
    """The notes of that meeting, in the order in which they were made. One query."""
    return tuple(one.note for one in load_kept(session, meeting_id))


def load_kept(session: Session, meeting_id: UUID) -> tuple[KeptNote, ...]:
    """The same, each with the id of its row. One query."""
    asked = select(NoteRow).where(NoteRow.meeting_id == meeting_id).order_by(NoteRow.sequence)
    return tuple(_kept(row) for row in session.scalars(asked))


def keep(session: Session, meeting_id: UUID, kept: KeptNote) -> None:
    """Keep one note: in the place of the one with its id, else after all others.

    Refusal where the note with that id is another meeting's.
    """
    row = session.get(NoteRow, kept.id)
    if row is not None and row.meeting_id != meeting_id:
        raise Refusal.because("There is no such note here.", "Open the notes again.")
    highest = select(func.max(NoteRow.sequence)).where(NoteRow.meeting_id == meeting_id)
    last = session.scalar(highest)
    after = 0 if last is None else last + 1
    session.merge(_row(kept, meeting_id, after if row is None else row.sequence))


def remove(session: Session, meeting_id: UUID, note_id: UUID) -> None:
    """Take that note away for good; nothing where there is none."""
    session.execute(delete(NoteRow).where(NoteRow.meeting_id == meeting_id, NoteRow.id == note_id))


def _row(kept: KeptNote, meeting_id: UUID, at: int) -> NoteRow:
    note = kept.note
    return NoteRow(
        id=kept.id,
        meeting_id=meeting_id,
        sequence=at,
        whose=note.whose.value,
        audience=note.audience,
        text=note.text,
        prompt=note.prompt,
        question=note.question,
        written_by=note.by or None,
        written_on=note.on,
    )


def _kept(row: NoteRow) -> KeptNote:
    return KeptNote(
        row.id,
        Note(
            whose=Whose(row.whose),
            audience=row.audience,
            text=row.text,
            prompt=row.prompt,
            question=row.question,
            by=row.written_by or "",
            on=row.written_on,
        ),
    )
