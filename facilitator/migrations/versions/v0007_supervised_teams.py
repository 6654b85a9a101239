"""The teams that a supervisor looks after, and what was changed of an account."""

from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "supervised_team",
        _of_a_user(primary_key=True),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), primary_key=True),
    )
    op.create_table(
        "account_change",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _of_a_user(index=True),
        sa.Column("by_id", sa.Uuid(), sa.ForeignKey("user.id")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
    )
    op.create_table("given_password", _of_a_user(primary_key=True))


def _of_a_user(
    *, primary_key: bool = False, index: bool = False, nullable: bool = False
) -> sa.Column[UUID]:
    return sa.Column(
        "user_id",
        sa.Uuid(),
        sa.ForeignKey("user.id", ondelete="CASCADE"),
        primary_key=primary_key,
        index=index,
        nullable=nullable,
    )
