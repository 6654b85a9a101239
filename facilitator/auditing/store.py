"""Looks in the database: one row a look, one row an answer. Rows stay here; values come out."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from facilitator.audits.look import Answer, Depth, Look, Purpose
from facilitator.audits.statistics import NOT_APPLICABLE, Rating
from facilitator.database import Base
from facilitator.refusals import Refusal


class LookRow(Base):
    """One person's look at one version of one plan."""

    __tablename__ = "look"
    __table_args__ = (UniqueConstraint("meeting_id", "version", "rater_id", "purpose"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    version: Mapped[int]
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    facilitator_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    plan_on: Mapped[date]
    rater_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    purpose: Mapped[str]
    depth: Mapped[str]
    by_chance: Mapped[bool]
    counts: Mapped[bool]
    began_at: Mapped[datetime]
    filed_at: Mapped[datetime | None]
    final_at: Mapped[datetime | None]
    # How many lines the plan shows for each commitment, which a quarter counts; and what the
    # machine said when it was filed, with made-up names. That is long, so it stands last: whoever
    # asks for anything else of the row need not read through it.
    shown: Mapped[dict[str, Any] | None]
    machine: Mapped[dict[str, Any] | None]
    answers: Mapped[list["LookAnswerRow"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", passive_deletes=True
    )


class LookAnswerRow(Base):
    """What somebody says of one criterion."""

    __tablename__ = "look_answer"
    # The answers of one look lie side by side: a quarter asks for those of thousands of looks.
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own
    look_id: Mapped[UUID] = mapped_column(
        ForeignKey("look.id", ondelete="CASCADE"), primary_key=True
    )
    criterion: Mapped[str] = mapped_column(primary_key=True)
    rating: Mapped[str]
    words: Mapped[str]
    suggested: Mapped[int | None]
    why_apart: Mapped[str]
    revision: Mapped[int]
    saved_at: Mapped[datetime]


# What a quarter asks: the looks of one team, by the days of their plans.
Index("ix_look_team_id_plan_on", LookRow.team_id, LookRow.plan_on)


def begin(session: Session, look: Look) -> Look:
    """Keep a look that begins; the one that is there where this rater began it before."""
    try:
        with session.begin_nested():
            session.add(_row(look))
    except IntegrityError:
        before = find_of(session, look.meeting_id, look.version, look.rater_id, look.purpose)
        if before is None:
            raise
        return before
    return look


def find(session: Session, look_id: UUID) -> Look | None:
    """That look with its answers, or None. Two queries."""
    row = session.get(LookRow, look_id, populate_existing=True)
    return _look(row) if row else None


def load(session: Session, look_id: UUID) -> Look:
    """That look; Refusal where there is none."""
    if found := find(session, look_id):
        return found
    raise Refusal.because("There is no such look at a plan.", "Choose one from your list.")


def find_of(
    session: Session, meeting_id: UUID, version: int, rater_id: UUID, purpose: Purpose
) -> Look | None:
    """The look of that rater at that version for that purpose, or None. Two queries."""
    row = session.scalar(
        select(LookRow).where(
            LookRow.meeting_id == meeting_id,
            LookRow.version == version,
            LookRow.rater_id == rater_id,
            LookRow.purpose == purpose.value,
        )
    )
    return _look(row) if row else None


def of_meeting(session: Session, meeting_id: UUID) -> tuple[Look, ...]:
    """Every look at that meeting's plans, in the order of their beginning. Two queries."""
    return _all(session, LookRow.meeting_id == meeting_id)


def of_rater(session: Session, rater_id: UUID, *, filed: bool | None = None) -> tuple[Look, ...]:
    """That rater's looks; only filed ones, or only open ones, where asked. Two queries."""
    if filed is None:
        return _all(session, LookRow.rater_id == rater_id)
    is_filed = LookRow.filed_at.is_not(None)
    return _all(session, LookRow.rater_id == rater_id, is_filed if filed else ~is_filed)


def keep_answer(session: Session, look_id: UUID, answer: Answer, *, at: datetime) -> Answer:
    """Keep an answer based on the revision that it carries; the answer as it stands now.

    Where somebody, in another tab, kept another one meanwhile, nothing changes: what stands comes
    back, with a revision that is not one higher, and the page shows both. The same again is no
    change. Refusal where the look is filed.
    """
    look = load(session, look_id)
    if look.is_filed:
        raise Refusal.because("This look is filed, so it stays as it is.", "Add a remark to it.")
    kept = session.get(LookAnswerRow, (look_id, answer.criterion))
    before = _answer(kept) if kept else Answer(criterion=answer.criterion)
    if answer.revision != before.revision or _says_the_same(answer, before):
        return before
    row = kept or LookAnswerRow(look_id=look_id, criterion=answer.criterion)
    row.rating, row.words, row.why_apart = _text_of(answer.rating), answer.words, answer.why_apart
    row.suggested, row.revision, row.saved_at = None, before.revision + 1, at
    session.add(row)
    session.flush()
    return _answer(row)


def file(
    session: Session,
    look_id: UUID,
    *,
    at: datetime,
    machine: Mapping[str, Any],
    shown: Mapping[str, int],
    counts: bool,
) -> None:
    """File a look: the machine's side, as a document, stands beside each answer from now on.

    Nothing happens where it is filed already.
    """
    row = session.get(LookRow, look_id)
    if row is None or row.filed_at is not None:
        return
    row.filed_at, row.counts = at, counts
    row.machine, row.shown = dict(machine), dict(shown)
    for one in row.answers:
        suggestion = machine["ratings"].get(one.criterion)
        one.suggested = suggestion["suggested"] if suggestion else None
    session.flush()


def make_full(session: Session, look_id: UUID) -> None:
    """Ask all of the rubric from now on; what was said stays. Nothing happens to a filed look."""
    still_open = (LookRow.id == look_id, LookRow.filed_at.is_(None))
    session.execute(update(LookRow).where(*still_open).values(depth=Depth.FULL.value))


def say_why_apart(session: Session, look_id: UUID, criterion: str, words: str) -> None:
    """Keep why a filed rating is far from the suggestion."""
    of_it = (LookAnswerRow.look_id == look_id, LookAnswerRow.criterion == criterion)
    session.execute(update(LookAnswerRow).where(*of_it).values(why_apart=words))


def make_final(session: Session, look_id: UUID, *, at: datetime) -> None:
    """Keep that everything about that look is settled."""
    session.execute(update(LookRow).where(LookRow.id == look_id).values(final_at=at))


def machine_of(session: Session, look_id: UUID) -> Mapping[str, Any] | None:
    """What the machine said when that look was filed; None before. One query."""
    held: dict[str, Any] | None = session.scalar(
        select(LookRow.machine).where(LookRow.id == look_id)
    )
    return held


def _all(session: Session, *where: Any) -> tuple[Look, ...]:
    asked = select(LookRow).where(*where).order_by(LookRow.began_at, LookRow.id)
    return tuple(map(_look, session.scalars(asked)))


def _says_the_same(answer: Answer, before: Answer) -> bool:
    return (answer.rating, answer.words, answer.why_apart) == (
        before.rating,
        before.words,
        before.why_apart,
    )


def _row(look: Look) -> LookRow:
    return LookRow(
        id=look.id,
        meeting_id=look.meeting_id,
        version=look.version,
        team_id=look.team_id,
        facilitator_id=look.facilitator_id,
        plan_on=look.plan_on,
        rater_id=look.rater_id,
        purpose=look.purpose.value,
        depth=look.depth.value,
        by_chance=look.by_chance,
        counts=look.counts,
        began_at=look.began_at,
        filed_at=look.filed_at,
        final_at=look.final_at,
        answers=_answer_rows(look.answers, look.began_at),
    )


def _answer_rows(answers: Iterable[Answer], at: datetime) -> list[LookAnswerRow]:
    return [
        LookAnswerRow(
            criterion=one.criterion,
            rating=_text_of(one.rating),
            words=one.words,
            suggested=one.suggested,
            why_apart=one.why_apart,
            revision=one.revision,
            saved_at=at,
        )
        for one in answers
    ]


def _look(row: LookRow) -> Look:
    return Look(
        id=row.id,
        meeting_id=row.meeting_id,
        version=row.version,
        team_id=row.team_id,
        facilitator_id=row.facilitator_id,
        plan_on=row.plan_on,
        rater_id=row.rater_id,
        purpose=Purpose(row.purpose),
        depth=Depth(row.depth),
        by_chance=row.by_chance,
        counts=row.counts,
        began_at=row.began_at,
        filed_at=row.filed_at,
        final_at=row.final_at,
        answers=tuple(sorted(map(_answer, row.answers), key=lambda one: one.criterion)),
    )


def _answer(row: LookAnswerRow) -> Answer:
    return Answer(
        criterion=row.criterion,
        rating=rating_of(row.rating),
        words=row.words,
        suggested=row.suggested,
        why_apart=row.why_apart,
        revision=row.revision,
    )


def rating_of(text: str) -> Rating:
    """The rating that is kept as this text."""
    if text == NOT_APPLICABLE:
        return NOT_APPLICABLE
    return int(text) if text else None


def _text_of(rating: Rating) -> str:
    return "" if rating is None else str(rating)
