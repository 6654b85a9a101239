"""Cards in the database: one row a card. Rows stay here; values come out."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.database import Base
from facilitator.feedback.card import Card, CardAnswer, Part
from facilitator.feedback.counting import CardCounts, counted
from facilitator.refusals import Refusal


class FeedbackCardRow(Base):
    """One card. It holds no time of day: that could tell whose it is."""

    __tablename__ = "feedback_card"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    given_on: Mapped[date]
    for_child: Mapped[bool]
    practice: Mapped[bool]
    part: Mapped[str]
    answers: Mapped[dict[str, Any]]
    words: Mapped[str]
    may_be_read: Mapped[bool]


# What a quarter asks: the cards of some teams, by their days.
Index("ix_feedback_card_team_id_given_on", FeedbackCardRow.team_id, FeedbackCardRow.given_on)


def keep(session: Session, card: Card) -> None:
    """Keep a card; the same card twice is one. Refusal where its id is another meeting's card."""
    try:
        with session.begin_nested():
            session.add(_row(card))
    except IntegrityError:
        before = session.get(FeedbackCardRow, card.id)
        if before is None:
            raise
        if before.meeting_id != card.meeting_id:
            raise Refusal.because("This card can’t be kept here.", "Open a new card.") from None


def is_kept(session: Session, meeting_id: UUID, card_id: UUID) -> bool:
    """Whether that card of that meeting came in. One query."""
    asked = select(FeedbackCardRow.id)
    of_it = (FeedbackCardRow.id == card_id, FeedbackCardRow.meeting_id == meeting_id)
    return session.scalar(asked.where(*of_it)) is not None


def count_of(session: Session, meeting_id: UUID) -> int:
    """How many cards came in from that meeting. One query."""
    asked = select(func.count()).select_from(FeedbackCardRow)
    return session.scalar(asked.where(FeedbackCardRow.meeting_id == meeting_id)) or 0


def readable(session: Session, meeting_id: UUID) -> tuple[Card, ...]:
    """The cards of that meeting that may be read, in the order of chance. One query.

    An id is made anew for each card, by chance but for its time; so the order is by the part of it
    that is chance.
    """
    asked = select(FeedbackCardRow).where(
        FeedbackCardRow.meeting_id == meeting_id, FeedbackCardRow.may_be_read
    )
    return tuple(sorted(map(_card, session.scalars(asked)), key=lambda one: one.id.bytes[8:]))


def counts(session: Session, team_ids: Collection[UUID], first: date, last: date) -> CardCounts:
    """What came back to those teams from one day to another, both included. One query.

    No practice. Whoever shows it keeps small numbers back.
    """
    asked = select(FeedbackCardRow.meeting_id, FeedbackCardRow.answers).where(
        FeedbackCardRow.team_id.in_(team_ids),
        FeedbackCardRow.given_on.between(first, last),
        ~FeedbackCardRow.practice,
    )
    return counted((meeting, answers) for meeting, answers in session.execute(asked))


def _row(card: Card) -> FeedbackCardRow:
    return FeedbackCardRow(
        id=card.id,
        meeting_id=card.meeting_id,
        team_id=card.team_id,
        given_on=card.given_on,
        for_child=card.for_child,
        practice=card.practice,
        part=card.part.value,
        answers={key: answer.value for key, answer in card.answers.items()},
        words=card.words,
        may_be_read=card.may_be_read,
    )


def _card(row: FeedbackCardRow) -> Card:
    return Card(
        id=row.id,
        meeting_id=row.meeting_id,
        team_id=row.team_id,
        given_on=row.given_on,
        for_child=row.for_child,
        practice=row.practice,
        part=Part(row.part),
        answers={key: CardAnswer(value) for key, value in row.answers.items()},
        words=row.words,
        may_be_read=row.may_be_read,
    )
