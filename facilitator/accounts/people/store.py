"""What an administrator changes of an account, and what was changed; in the database."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, delete, exists, func, select, update
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from facilitator.accounts.store import DutyRow, UserRow
from facilitator.accounts.user import Duty
from facilitator.database import Base, new_id


class AccountChangeRow(Base):
    """One change of an account; nobody can take it out again."""

    __tablename__ = "account_change"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))  # None: the command line
    at: Mapped[datetime]
    what: Mapped[str]


class GivenPasswordRow(Base):
    """The password of this user was chosen by somebody else, who knows it."""

    __tablename__ = "given_password"
    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )


@dataclass(frozen=True)
class AccountChange:
    """What was changed of an account: ``what`` is a sentence; ``by`` a name, "" for a command."""

    at: datetime
    by: str
    what: str


def set_team(session: Session, user_id: UUID, team_id: UUID) -> None:
    """Put that user into that team. Their meetings stay with the team in which they began."""
    session.execute(update(UserRow).where(UserRow.id == user_id).values(team_id=team_id))


def set_duties(session: Session, user_id: UUID, duties: frozenset[Duty]) -> None:
    """Give that user those duties, and no other."""
    session.execute(delete(DutyRow).where(DutyRow.user_id == user_id))
    session.add_all(DutyRow(user_id=user_id, duty=one.value) for one in sorted(duties))
    session.flush()
    session.expire_all()


def let_back(session: Session, user_id: UUID) -> None:
    """Let that user sign in again."""
    session.execute(update(UserRow).where(UserRow.id == user_id).values(stopped_at=None))


def count_active(session: Session, duty: Duty) -> int:
    """How many people who may sign in have that duty."""
    asked = select(func.count()).select_from(DutyRow).join(UserRow, UserRow.id == DutyRow.user_id)
    return (
        session.scalar(asked.where(DutyRow.duty == duty.value, UserRow.stopped_at.is_(None))) or 0
    )


def note(session: Session, user_id: UUID, what: str, *, by: UUID | None, at: datetime) -> None:
    """Keep what was changed, by whom and when."""
    session.add(AccountChangeRow(id=new_id(), user_id=user_id, by_id=by, at=at, what=what))


def changes_of(session: Session, user_id: UUID) -> tuple[AccountChange, ...]:
    """What was changed of that user's account, the latest first. One query."""
    by = aliased(UserRow)
    asked = (
        select(AccountChangeRow.at, by.name, AccountChangeRow.what)
        .outerjoin(by, by.id == AccountChangeRow.by_id)
        .where(AccountChangeRow.user_id == user_id)
        .order_by(AccountChangeRow.id.desc())
    )
    return tuple(AccountChange(at, name or "", what) for at, name, what in session.execute(asked))


def say_given(session: Session, user_id: UUID) -> None:
    """Keep that somebody else knows that user's password."""
    session.merge(GivenPasswordRow(user_id=user_id))


def say_own(session: Session, user_id: UUID) -> None:
    """Keep that the password is that user's own."""
    session.execute(delete(GivenPasswordRow).where(GivenPasswordRow.user_id == user_id))


def is_given(session: Session, user_id: UUID) -> bool:
    """Whether somebody else knows that user's password."""
    return bool(session.scalar(select(exists().where(GivenPasswordRow.user_id == user_id))))
