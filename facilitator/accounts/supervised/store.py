"""The teams that a supervisor looks after, in the database."""

from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.accounts.user import Duty, User
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
