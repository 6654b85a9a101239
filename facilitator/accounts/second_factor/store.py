"""Second steps and the hashes of codes on paper, in the database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, delete, exists, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.accounts.store import UserRow
from facilitator.database import Base


class SecondStepRow(Base):
    """What somebody's telephone knows, and the last step that was shown."""

    __tablename__ = "second_step"
    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    secret: Mapped[str]
    set_up_at: Mapped[datetime]
    last_step: Mapped[int]
    salt: Mapped[str]


class RecoveryCodeRow(Base):
    """One code on paper; it is good once."""

    __tablename__ = "recovery_code"
    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    hash: Mapped[str] = mapped_column(primary_key=True)
    used_at: Mapped[datetime | None]


@dataclass(frozen=True)
class SecondStep:
    """Somebody's second step. ``last_step``: no code of it, or of one before, is taken again.

    ``salt`` is that of their codes on paper.
    """

    user_id: UUID
    secret: str = field(repr=False)
    set_up_at: datetime
    last_step: int
    salt: str = field(repr=False)


def find(session: Session, user_id: UUID) -> SecondStep | None:
    """That user's second step, or None."""
    row = session.get(SecondStepRow, user_id)
    if row is None:
        return None
    return SecondStep(row.user_id, row.secret, row.set_up_at, row.last_step, row.salt)


def keep(session: Session, step: SecondStep, hashes: Sequence[str]) -> None:
    """Keep a second step and the hashes of its codes on paper, in place of any before."""
    take_off(session, step.user_id)
    session.add(
        SecondStepRow(
            user_id=step.user_id,
            secret=step.secret,
            set_up_at=step.set_up_at,
            last_step=step.last_step,
            salt=step.salt,
        )
    )
    _keep_codes(session, step.user_id, hashes)


def take_off(session: Session, user_id: UUID) -> bool:
    """Take that user's second step off, with its codes; whether there was one."""
    session.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.user_id == user_id))
    asked = delete(SecondStepRow).where(SecondStepRow.user_id == user_id)
    gone = session.scalars(asked.returning(SecondStepRow.user_id)).all()
    session.expire_all()
    return bool(gone)


def take_step(session: Session, user_id: UUID, step: int) -> bool:
    """Note that a code of that step was shown; False where it, or a later one, was before."""
    asked = update(SecondStepRow).where(
        SecondStepRow.user_id == user_id, SecondStepRow.last_step < step
    )
    # One statement: of two who show the same code at once, one comes in.
    taken = session.scalars(asked.values(last_step=step).returning(SecondStepRow.user_id))
    return bool(taken.all())


def use_code(session: Session, user_id: UUID, hashed: str, *, at: datetime) -> bool:
    """Note that a code on paper was used; False where it is none, or was used before."""
    asked = update(RecoveryCodeRow).where(
        RecoveryCodeRow.user_id == user_id,
        RecoveryCodeRow.hash == hashed,
        RecoveryCodeRow.used_at.is_(None),
    )
    used = session.scalars(asked.values(used_at=at).returning(RecoveryCodeRow.user_id))
    return bool(used.all())


def new_codes(session: Session, user_id: UUID, salt: str, hashes: Sequence[str]) -> None:
    """Keep other codes on paper; those of before are good no more."""
    session.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.user_id == user_id))
    session.execute(update(SecondStepRow).where(SecondStepRow.user_id == user_id).values(salt=salt))
    _keep_codes(session, user_id, hashes)


def codes_left(session: Session, user_id: UUID) -> int:
    """How many codes on paper are still good."""
    asked = select(func.count()).select_from(RecoveryCodeRow)
    left = asked.where(RecoveryCodeRow.user_id == user_id, RecoveryCodeRow.used_at.is_(None))
    return session.scalar(left) or 0


def who_have(session: Session) -> frozenset[UUID]:
    """Everybody who has a second step."""
    return frozenset(session.scalars(select(SecondStepRow.user_id)))


def is_alone(session: Session, user_id: UUID) -> bool:
    """Whether nobody but that user can sign in."""
    others = exists().where(UserRow.id != user_id, UserRow.stopped_at.is_(None))
    return not session.scalar(select(others))


def _keep_codes(session: Session, user_id: UUID, hashes: Sequence[str]) -> None:
    session.add_all(RecoveryCodeRow(user_id=user_id, hash=one) for one in hashes)
    session.flush()
