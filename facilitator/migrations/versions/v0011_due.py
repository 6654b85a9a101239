"""What was promised by a day, and who opened a plan that is not theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the tables."""
    _plan_due()
    _plan_opening()


def _plan_due() -> None:
    op.create_table(
        "plan_due",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "meeting_id",
            sa.Uuid(),
            sa.ForeignKey("meeting.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("whose", sa.String(), nullable=False),
        sa.Column("superseded", sa.Boolean(), nullable=False),
        sa.Column("done_on", sa.Date()),
        sa.Column("done_words", sa.String(), nullable=False),
        sa.Column("done_by", sa.Uuid(), sa.ForeignKey("user.id")),
        sa.Column("done_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("meeting_id", "version", "kind", "ref"),
    )
    op.create_index(
        "ix_plan_due_open",
        "plan_due",
        ["superseded", "done_on", "team_id", "kind", "due_on", "meeting_id", "id"],
    )


def _plan_opening() -> None:
    op.create_table(
        "plan_opening",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "meeting_id",
            sa.Uuid(),
            sa.ForeignKey("meeting.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("opened_by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("seen_by", sa.Uuid(), sa.ForeignKey("user.id"), index=True),
        sa.Column("seen_at", sa.DateTime(timezone=True)),
    )
