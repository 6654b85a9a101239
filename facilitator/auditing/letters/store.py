"""Letters in the database: one row a letter, with its reply. Rows stay here; values come out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.auditing.letters.letter import Letter, Reply, SharedStep, Strength
from facilitator.database import Base
from facilitator.refusals import Refusal


class LetterRow(Base):
    """One letter, and the reply to it."""

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("look_id"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    look_id: Mapped[UUID] = mapped_column(ForeignKey("look.id", ondelete="CASCADE"))
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    version: Mapped[int]
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), index=True)
    facilitator_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    rater_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    strengths: Mapped[list[Any]]
    questions: Mapped[list[Any]]
    step: Mapped[str]
    step_who: Mapped[str]
    step_by: Mapped[date | None]
    why_words_stay: Mapped[str]
    revision: Mapped[int]
    saved_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    reply: Mapped[str]
    reply_by: Mapped[date | None]
    reply_revision: Mapped[int]
    replied_at: Mapped[datetime | None]
    reply_read_at: Mapped[datetime | None]


@dataclass(frozen=True)
class WaitingReply:
    """A reply that its supervisor has not said to have read; ``look_id`` leads to its letter."""

    look_id: UUID
    meeting_id: UUID
    rater_id: UUID
    replied_at: datetime


def find(session: Session, letter_id: UUID) -> Letter | None:
    """That letter, or None. One query."""
    return _one(session, LetterRow.id == letter_id)


def find_of(session: Session, look_id: UUID) -> Letter | None:
    """The letter about that look, or None. One query."""
    return _one(session, LetterRow.look_id == look_id)


def sent_to(session: Session, facilitator_id: UUID) -> tuple[Letter, ...]:
    """The letters that were sent to that facilitator, the newest first. One query."""
    asked = select(LetterRow).where(
        LetterRow.facilitator_id == facilitator_id, LetterRow.sent_at.is_not(None)
    )
    rows = session.scalars(asked.order_by(LetterRow.sent_at.desc(), LetterRow.id.desc()))
    return tuple(map(_letter, rows))


def count_waiting(session: Session, facilitator_id: UUID) -> int:
    """How many letters wait for that facilitator's answer. One query."""
    asked = select(func.count()).select_from(LetterRow)
    waiting = (LetterRow.sent_at.is_not(None), LetterRow.replied_at.is_(None))
    return session.scalar(asked.where(LetterRow.facilitator_id == facilitator_id, *waiting)) or 0


def replies_waiting(session: Session, teams: Collection[UUID]) -> tuple[WaitingReply, ...]:
    """The replies about plans of those teams that nobody has read, the oldest first. One query."""
    asked = select(
        LetterRow.look_id, LetterRow.meeting_id, LetterRow.rater_id, LetterRow.replied_at
    ).where(
        LetterRow.team_id.in_(teams),
        LetterRow.replied_at.is_not(None),
        LetterRow.reply_read_at.is_(None),
    )
    rows: Any = session.execute(asked.order_by(LetterRow.replied_at, LetterRow.id))
    return tuple(WaitingReply(*row) for row in rows)


def quoted(
    session: Session, teams: Collection[UUID], first: datetime, last: datetime
) -> tuple[tuple[UUID, int, tuple[str, ...]], ...]:
    """The lines that letters about those teams' plans named as what worked. One query.

    For each letter sent between those instants its meeting, the version and the ids of the lines.
    """
    asked = select(LetterRow.meeting_id, LetterRow.version, LetterRow.strengths).where(
        LetterRow.team_id.in_(teams), LetterRow.sent_at.between(first, last)
    )
    rows = session.execute(asked.order_by(LetterRow.sent_at, LetterRow.id))
    return tuple(
        (meeting, version, tuple(one["line"] for one in held)) for meeting, version, held in rows
    )


def keep(session: Session, letter: Letter, *, at: datetime) -> Letter | None:
    """Keep a draft based on the revision that it carries; the draft as it stands now.

    None where another draft was kept meanwhile: nothing changes then. The same again is no change.
    Refusal where it is sent.
    """
    row = _row_of(session, letter.look_id)
    before = _letter(row) if row else None
    if before and before.is_sent:
        raise Refusal.because("This letter is sent, so it stays as it is.", "Talk to each other.")
    if before and before.says == letter.says:
        return before
    if (before.revision if before else 0) != letter.revision:
        return None
    if row is None:
        row = _new_row(letter)
        session.add(row)
    row.strengths = [{"line": one.line, "why": one.why} for one in letter.strengths]
    row.questions = list(letter.questions)
    row.step, row.step_who, row.step_by = letter.step.what, letter.step.who, letter.step.by
    row.why_words_stay = letter.why_words_stay
    row.revision, row.saved_at = letter.revision + 1, at
    session.flush()
    return _letter(row)


def send(session: Session, look_id: UUID, revision: int, *, at: datetime) -> bool:
    """Send that letter as it stood at that revision; False where it has changed since.

    Sent twice is sent once.
    """
    row = _row_of(session, look_id)
    if row is None or row.revision != revision:
        return False
    row.sent_at = row.sent_at or at
    session.flush()
    return True


def keep_reply(
    session: Session, letter_id: UUID, reply: Reply, *, at: datetime, send: bool
) -> Reply | None:
    """Keep the reply's draft, or send it, based on the revision that it carries; as it stands now.

    None where another draft was kept meanwhile: nothing changes then. Refusal where it is sent.
    """
    row = session.get(LetterRow, letter_id, populate_existing=True)
    if row is None or row.sent_at is None:
        raise Refusal.because("There is no such letter.", "Choose one from your list.")
    is_same = (row.reply, row.reply_by) == (reply.words, reply.by)
    if row.replied_at is not None:
        if is_same:
            return _letter(row).reply
        raise Refusal.because("Your reply is sent, so it stays as it is.", "Talk to each other.")
    if not is_same and row.reply_revision != reply.revision:
        return None
    row.reply, row.reply_by = reply.words, reply.by
    row.reply_revision += not is_same
    row.replied_at = at if send else None
    session.flush()
    return _letter(row).reply


def reply_read(session: Session, look_id: UUID, *, at: datetime) -> None:
    """Keep that a supervisor has read the reply."""
    unread = (LetterRow.replied_at.is_not(None), LetterRow.reply_read_at.is_(None))
    session.execute(
        update(LetterRow).where(LetterRow.look_id == look_id, *unread).values(reply_read_at=at)
    )


def _row_of(session: Session, look_id: UUID) -> LetterRow | None:
    return session.scalar(select(LetterRow).where(LetterRow.look_id == look_id))


def _one(session: Session, where: Any) -> Letter | None:
    row = session.scalar(select(LetterRow).where(where))
    return _letter(row) if row else None


def _new_row(letter: Letter) -> LetterRow:
    return LetterRow(
        id=letter.id,
        look_id=letter.look_id,
        meeting_id=letter.meeting_id,
        version=letter.version,
        team_id=letter.team_id,
        facilitator_id=letter.facilitator_id,
        rater_id=letter.rater_id,
        reply="",
        reply_revision=0,
    )


def _letter(row: LetterRow) -> Letter:
    return Letter(
        id=row.id,
        look_id=row.look_id,
        meeting_id=row.meeting_id,
        version=row.version,
        team_id=row.team_id,
        facilitator_id=row.facilitator_id,
        rater_id=row.rater_id,
        strengths=tuple(Strength(one["line"], one["why"]) for one in row.strengths),
        questions=tuple(row.questions),
        step=SharedStep(row.step, row.step_who, row.step_by),
        why_words_stay=row.why_words_stay,
        revision=row.revision,
        sent_at=row.sent_at,
        reply=Reply(
            words=row.reply,
            by=row.reply_by,
            revision=row.reply_revision,
            at=row.replied_at,
            read_at=row.reply_read_at,
        ),
    )
