"""How long each kind of record is kept, what must stay longer, and counts of what has gone."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Make the tables."""
    _keeping_choice()
    _legal_hold()
    _gone_count()
    _removal()


def _keeping_choice() -> None:
    op.create_table(
        "keeping_choice",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id")),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("months", sa.Integer()),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.UniqueConstraint("team_id", "kind", "revision"),
    )


def _legal_hold() -> None:
    op.create_table(
        "legal_hold",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "meeting_id",
            sa.Uuid(),
            sa.ForeignKey("meeting.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("why_not_told", sa.String(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("ended_by", sa.Uuid(), sa.ForeignKey("user.id")),
        sa.Column("ended_why", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    )


def _gone_count() -> None:
    op.create_table(
        "gone_count",
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), primary_key=True, nullable=False),
        sa.Column("year", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("what", sa.String(), primary_key=True),
        sa.Column("many", sa.Integer(), nullable=False),
    )


def _removal() -> None:
    op.create_table(
        "removal",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id")),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
    )
