"""A supervisor's words about a quarter, and lines that families let us read, in the database."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.audits.sampling import Quarter
from facilitator.database import Base
from facilitator.quarterly.kept import BOXES, KeptQuote, QuarterWords


class QuarterWordsRow(Base):
    """A supervisor's own words about one team's quarter."""

    __tablename__ = "quarter_words"
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    looked_at: Mapped[str]
    found: Mapped[str]
    changed: Mapped[str]
    for_children: Mapped[str]
    revision: Mapped[int]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    kept_at: Mapped[datetime]


class QuarterQuoteRow(Base):
    """A line that a family lets us read to each other."""

    __tablename__ = "quarter_quote"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), index=True)
    year: Mapped[int]
    number: Mapped[int]
    words: Mapped[str]
    yes_by: Mapped[str]
    yes_on: Mapped[date]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    kept_at: Mapped[datetime]


def words_of(session: Session, team_id: UUID, quarter: Quarter) -> QuarterWords:
    """What was written about that quarter; empty boxes where nothing was. One query."""
    row = session.scalar(
        select(QuarterWordsRow)
        .where(
            QuarterWordsRow.team_id == team_id,
            QuarterWordsRow.year == quarter.year,
            QuarterWordsRow.number == quarter.number,
        )
        .execution_options(populate_existing=True)
    )
    if row is None:
        return QuarterWords()
    return QuarterWords(**{box: getattr(row, box) for box in BOXES}, revision=row.revision)


def keep_words(
    session: Session,
    team_id: UUID,
    quarter: Quarter,
    words: QuarterWords,
    *,
    user_id: UUID,
    at: datetime,
) -> None:
    """Keep those words over what stands; whoever calls has compared the revisions in this turn."""
    session.merge(
        QuarterWordsRow(
            team_id=team_id,
            year=quarter.year,
            number=quarter.number,
            **{box: getattr(words, box) for box in BOXES},
            revision=words.revision + 1,
            user_id=user_id,
            kept_at=at,
        )
    )
    session.flush()


def quotes_of(session: Session, teams: Collection[UUID], quarter: Quarter) -> tuple[KeptQuote, ...]:
    """The lines of those teams' quarter, in the order of their keeping. One query."""
    asked = (
        select(QuarterQuoteRow)
        .where(
            QuarterQuoteRow.team_id.in_(teams),
            QuarterQuoteRow.year == quarter.year,
            QuarterQuoteRow.number == quarter.number,
        )
        .order_by(QuarterQuoteRow.id)
    )
    return tuple(map(_quote, session.scalars(asked)))


def find_quote(session: Session, quote_id: UUID) -> KeptQuote | None:
    """That line, or None. One query."""
    row = session.get(QuarterQuoteRow, quote_id)
    return _quote(row) if row else None


def add_quote(session: Session, quote: KeptQuote, *, user_id: UUID, at: datetime) -> None:
    """Keep a line; nothing happens where it is there."""
    if session.get(QuarterQuoteRow, quote.id) is not None:
        return
    session.add(
        QuarterQuoteRow(
            id=quote.id,
            team_id=quote.team_id,
            year=quote.quarter.year,
            number=quote.quarter.number,
            words=quote.words,
            yes_by=quote.yes_by,
            yes_on=quote.yes_on,
            user_id=user_id,
            kept_at=at,
        )
    )
    session.flush()


def remove_quote(session: Session, quote_id: UUID) -> None:
    """Remove a line for good: the family took its yes back, or we do not read it any more."""
    session.execute(delete(QuarterQuoteRow).where(QuarterQuoteRow.id == quote_id))


def _quote(row: QuarterQuoteRow) -> KeptQuote:
    return KeptQuote(
        id=row.id,
        team_id=row.team_id,
        quarter=Quarter(row.year, row.number),
        words=row.words,
        yes_by=row.yes_by,
        yes_on=row.yes_on,
    )
