"""Spells of private family time in the database."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.database import Base
from facilitator.meetings.private_time import Spell, Watch


class SpellRow(Base):
    """One spell of private family time; what ends it stands there only while it goes on.

    Its number is its id: one with a clock in it would tell more than the minute.
    """

    __tablename__ = "private_spell"
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    stayed: Mapped[list[Any]]
    token_hash: Mapped[str | None] = mapped_column(unique=True)
    pin_hash: Mapped[str]


def spells(session: Session, meeting_id: UUID) -> tuple[Spell, ...]:
    """Every spell of private family time of that meeting, in their order. One query."""
    row = SpellRow
    asked = (
        select(row.number, row.began_at, row.ended_at, row.stayed)
        .where(row.meeting_id == meeting_id)
        .order_by(row.number)
    )
    return tuple(
        Spell(number=one[0], began_at=one[1], ended_at=one[2], stayed=tuple(one[3]))
        for one in session.execute(asked)
    )


def begin(session: Session, spell: Spell, watch: Watch) -> None:
    """Keep a spell that begins, with what will end it."""
    session.add(SpellRow(**vars(watch), **(vars(spell) | {"stayed": list(spell.stayed)})))
    session.flush()


def end(session: Session, meeting_id: UUID, *, at: datetime) -> None:
    """End the spell that goes on, if any, and forget what ended it."""
    row = SpellRow
    asked = update(row).where(row.meeting_id == meeting_id, row.ended_at.is_(None))
    session.execute(asked.values(ended_at=at, token_hash=None, pin_hash=""))


def find_watch(
    session: Session, *, token_hash: str = "", meeting_id: UUID | None = None
) -> Watch | None:
    """What ends the spell of that browser, or of that meeting; None where none goes on."""
    row = SpellRow
    whose = row.meeting_id == meeting_id if meeting_id else row.token_hash == token_hash
    asked = select(row.meeting_id, row.token_hash, row.pin_hash)
    found = session.execute(asked.where(whose, row.ended_at.is_(None))).first()
    return found and Watch(meeting_id=found[0], token_hash=found[1], pin_hash=found[2])
