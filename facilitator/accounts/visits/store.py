"""Open visits in the database: locked, opened again under another token, listed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from facilitator.accounts.store import VisitRow
from facilitator.accounts.visit import Visit


def lock(session: Session, token_hash: str, *, at: datetime) -> None:
    """Lock that visit; one that is locked keeps the time since when it is."""
    asked = update(VisitRow).where(VisitRow.token_hash == token_hash, VisitRow.locked_at.is_(None))
    session.execute(asked.values(locked_at=at))


def unlock(session: Session, token_hash: str, new_hash: str, *, at: datetime) -> None:
    """Open that visit again, under another token: the one of before is dead."""
    asked = update(VisitRow).where(VisitRow.token_hash == token_hash, VisitRow.ended_at.is_(None))
    session.execute(asked.values(token_hash=new_hash, locked_at=None, seen_at=at))


def open_of(session: Session, user_id: UUID, *, at: datetime) -> tuple[Visit, ...]:
    """Every visit in which that user is signed in, the latest seen first."""
    asked = select(VisitRow).where(VisitRow.user_id == user_id, VisitRow.ended_at.is_(None))
    found = (
        Visit(
            id=row.id,
            user_id=row.user_id,
            token_hash=row.token_hash,
            began_at=row.began_at,
            seen_at=row.seen_at,
            half_way=row.half_way,
            locked_at=row.locked_at,
        )
        for row in session.scalars(asked.order_by(VisitRow.seen_at.desc(), VisitRow.id))
    )
    return tuple(one for one in found if one.is_open(at))
