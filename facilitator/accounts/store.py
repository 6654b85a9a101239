"""Teams, users, visits and wrong tries in the database. Rows stay here; values come out."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, bindparam, delete, exists, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from facilitator.accounts.guessing import Tries
from facilitator.accounts.user import Duty, Team, User, same_email
from facilitator.accounts.visit import Visit
from facilitator.database import Base, writing
from facilitator.refusals import Refusal

KEPT_FOR = timedelta(days=30)


class TeamRow(Base):
    """A team."""

    __tablename__ = "team"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class UserRow(Base):
    """A user, with the hash of the password."""

    __tablename__ = "user"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), index=True)
    email: Mapped[str]
    same_email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    made_at: Mapped[datetime]
    stopped_at: Mapped[datetime | None]
    duties: Mapped[list["DutyRow"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", passive_deletes=True
    )


class DutyRow(Base):
    """One duty of a user."""

    __tablename__ = "user_duty"
    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    duty: Mapped[str] = mapped_column(primary_key=True)


class VisitRow(Base):
    """One visit; its token is nowhere but in the browser."""

    __tablename__ = "visit"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    half_way: Mapped[bool]
    locked_at: Mapped[datetime | None]


class TriesRow(Base):
    """Wrong tries under one key."""

    __tablename__ = "sign_in_tries"
    key: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    last_at: Mapped[datetime | None]


@dataclass(frozen=True)
class Kept:
    """A user together with the hash of the password, for the door alone."""

    user: User
    password_hash: str


def save_team(session: Session, team: Team) -> None:
    """Keep a team; a second team of the same name is refused by the database."""
    session.merge(TeamRow(id=team.id, name=team.name))


def find_team(session: Session, team_id: UUID) -> Team | None:
    """That team, or None."""
    row = session.get(TeamRow, team_id)
    return Team(row.id, row.name) if row else None


def find_team_by_name(session: Session, name: str) -> Team | None:
    """The team of that name, or None."""
    row = session.scalar(select(TeamRow).where(TeamRow.name == name))
    return Team(row.id, row.name) if row else None


def list_teams(session: Session) -> tuple[Team, ...]:
    """Every team, in the order of making."""
    rows = session.scalars(select(TeamRow).order_by(TeamRow.id))
    return tuple(Team(row.id, row.name) for row in rows)


def add_user(session: Session, user: User, password_hash: str) -> None:
    """Keep a new user. Raises Refusal where the e-mail address has an account already."""
    if find_user_by_email(session, user.email):
        raise has_account(user.email)
    session.add(
        UserRow(
            id=user.id,
            team_id=user.team_id,
            email=user.email,
            same_email=same_email(user.email),
            name=user.name,
            password_hash=password_hash,
            made_at=user.made_at,
            stopped_at=user.stopped_at,
            duties=[DutyRow(duty=duty.value) for duty in sorted(user.duties)],
        )
    )


def has_account(email: str) -> Refusal:
    """What is said where that e-mail address has an account already."""
    return Refusal.because(
        f"There is already an account for {email}.", "Use another e-mail address."
    )


def is_nobody_here(session: Session) -> bool:
    """Whether there is no account yet."""
    return not session.scalar(select(exists().select_from(UserRow)))


def find_user(session: Session, user_id: UUID) -> User | None:
    """That user, or None."""
    row = session.get(UserRow, user_id)
    return _user(row) if row else None


def load_user(session: Session, user_id: UUID) -> User:
    """That user. Raises Refusal where there is none."""
    user = find_user(session, user_id)
    if user is None:
        raise Refusal.because("There is no such account.", "Choose somebody with an account.")
    return user


def find_user_by_email(session: Session, email: str) -> User | None:
    """The user of that e-mail address, however it is typed, or None."""
    kept = find_kept(session, email)
    return kept.user if kept else None


def find_kept(session: Session, email: str) -> Kept | None:
    """The user of that e-mail address with the password's hash, or None."""
    row = session.scalar(select(UserRow).where(UserRow.same_email == same_email(email)))
    return Kept(_user(row), row.password_hash) if row else None


def list_users(session: Session) -> tuple[User, ...]:
    """Every user, in the order of making."""
    return tuple(_user(row) for row in session.scalars(select(UserRow).order_by(UserRow.id)))


def set_password(session: Session, user_id: UUID, password_hash: str) -> None:
    """Keep another hash of that user's password."""
    asked = update(UserRow).where(UserRow.id == user_id)
    session.execute(asked.values(password_hash=password_hash))


def stop_user(session: Session, user_id: UUID, *, at: datetime) -> None:
    """Let that user sign in no more, and end all their visits."""
    asked = update(UserRow).where(UserRow.id == user_id, UserRow.stopped_at.is_(None))
    session.execute(asked.values(stopped_at=at))
    end_visits(session, user_id, at=at)


def add_visit(session: Session, visit: Visit) -> None:
    """Keep a visit that begins; that user's visits of more than a month ago are forgotten."""
    long_ago = VisitRow.began_at < visit.began_at - KEPT_FOR
    session.execute(delete(VisitRow).where(VisitRow.user_id == visit.user_id, long_ago))
    session.add(
        VisitRow(
            id=visit.id,
            user_id=visit.user_id,
            token_hash=visit.token_hash,
            began_at=visit.began_at,
            seen_at=visit.seen_at,
            ended_at=visit.ended_at,
            half_way=visit.half_way,
            locked_at=visit.locked_at,
        )
    )


# Every request asks this, so it is put together once, and reads no more than it needs: one row
# for each duty, and never the hash of a password.
_visits, _users, _duties = VisitRow.__table__.c, UserRow.__table__.c, DutyRow.__table__.c
_FIND_VISIT = (
    select(
        *VisitRow.__table__.c,
        *(_users.team_id, _users.email, _users.name, _users.made_at, _users.stopped_at),
        _duties.duty,
    )
    .join(UserRow.__table__, _users.id == _visits.user_id)
    .outerjoin(DutyRow.__table__, _duties.user_id == _users.id)
    .where(_visits.token_hash == bindparam("token_hash"))
)


def find_visit(session: Session, token_hash: str) -> tuple[Visit, User] | None:
    """The visit with that token, and whose it is; None when there is none. One query."""
    found = session.execute(_FIND_VISIT, {"token_hash": token_hash}).all()
    if not found:
        return None
    duties = [row.duty for row in found if row.duty]
    return _visit(found[0]), _somebody(found[0], found[0].user_id, duties)


def note_visit(visit: Visit) -> None:
    """Keep when that visit was last seen, where it can be kept."""
    asked = update(VisitRow).where(VisitRow.id == visit.id).values(seen_at=visit.seen_at)
    # A full disk must not keep anybody from reading; the visit only ends a little earlier.
    with suppress(OperationalError), writing() as session:
        session.execute(asked)


def end_visit(session: Session, token_hash: str, *, at: datetime) -> None:
    """End the visit with that token, for good."""
    asked = update(VisitRow).where(VisitRow.token_hash == token_hash, VisitRow.ended_at.is_(None))
    session.execute(asked.values(ended_at=at))


def end_visits(session: Session, user_id: UUID, *, at: datetime) -> int:
    """End every visit of that user, half-way ones too; how many were signed in."""
    asked = update(VisitRow).where(VisitRow.user_id == user_id, VisitRow.ended_at.is_(None))
    ended = session.scalars(asked.values(ended_at=at).returning(VisitRow.half_way))
    return [*ended].count(False)


def end_all_visits(session: Session, *, at: datetime) -> None:
    """End every visit of everybody."""
    session.execute(update(VisitRow).where(VisitRow.ended_at.is_(None)).values(ended_at=at))


def load_tries(session: Session, fresh: Tries) -> Tries:
    """The tries that are kept under that key; the fresh ones when none are."""
    row = session.get(TriesRow, fresh.key)
    return Tries(fresh.key, fresh.free, row.count, row.last_at) if row else fresh


def save_tries(session: Session, tries: Iterable[Tries]) -> None:
    """Keep how often somebody tried."""
    for one in tries:
        session.merge(TriesRow(key=one.key, count=one.count, last_at=one.last_at))


def forget_tries(session: Session, key: str) -> None:
    """Forget the tries under that key."""
    session.execute(delete(TriesRow).where(TriesRow.key == key))


def _user(row: UserRow) -> User:
    return _somebody(row, row.id, [one.duty for one in row.duties])


def _somebody(row: Any, user_id: UUID, duties: Iterable[str]) -> User:
    return User(
        id=user_id,
        team_id=row.team_id,
        email=row.email,
        name=row.name,
        duties=frozenset(map(Duty, duties)),
        made_at=row.made_at,
        stopped_at=row.stopped_at,
    )


def _visit(row: Any) -> Visit:
    return Visit(
        id=row.id,
        user_id=row.user_id,
        token_hash=row.token_hash,
        began_at=row.began_at,
        seen_at=row.seen_at,
        ended_at=row.ended_at,
        half_way=row.half_way,
        locked_at=row.locked_at,
    )
