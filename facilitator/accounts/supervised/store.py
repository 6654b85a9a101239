"""The teams that a supervisor looks after, in the database."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.accounts.store import TeamRow
from facilitator.accounts.user import Duty, Team, User
from facilitator.database import Base


class SupervisedTeamRow(Base):
    """One more team that a supervisor looks after."""

    __tablename__ = "supervised_team"
    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), primary_key=True)


def teams_of(session: Session, user: User) -> frozenset[UUID]:
    """The teams whose plans that user may look at; none without the duty. One query."""
    if Duty.SUPERVISOR not in user.duties:
        return frozenset()
    given = select(SupervisedTeamRow.team_id).where(SupervisedTeamRow.user_id == user.id)
    return frozenset({user.team_id, *session.scalars(given)})


def give(session: Session, user_id: UUID, team_id: UUID) -> None:
    """Let that user look after that team too; the same again changes nothing."""
    session.merge(SupervisedTeamRow(user_id=user_id, team_id=team_id))


def take(session: Session, user_id: UUID, team_id: UUID) -> None:
    """Let that user look after that team no more. Their own team is theirs by the duty."""
    of_it = (SupervisedTeamRow.user_id == user_id, SupervisedTeamRow.team_id == team_id)
    session.execute(delete(SupervisedTeamRow).where(*of_it))


def given_to(session: Session, user_id: UUID) -> tuple[Team, ...]:
    """The teams that were given to that user, by name; whatever their duties. One query."""
    return list_given(session, user_id).get(user_id, ())


def list_given(session: Session, *user_ids: UUID) -> Mapping[UUID, tuple[Team, ...]]:
    """The teams that were given to each of those users, or to everybody; by name. One query."""
    asked = (
        select(SupervisedTeamRow.user_id, TeamRow.id, TeamRow.name)
        .join(TeamRow, TeamRow.id == SupervisedTeamRow.team_id)
        .order_by(TeamRow.name)
    )
    if user_ids:
        asked = asked.where(SupervisedTeamRow.user_id.in_(user_ids))
    found: dict[UUID, tuple[Team, ...]] = {}
    for user_id, team_id, name in session.execute(asked):
        found[user_id] = (*found.get(user_id, ()), Team(team_id, name))
    return found
