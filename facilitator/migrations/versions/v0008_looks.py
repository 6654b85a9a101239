"""What supervisors say of plans."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables."""
    _look()
    _look_answer()


def _look() -> None:
    op.create_table(
        "look",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "meeting_id",
            sa.Uuid(),
            sa.ForeignKey("meeting.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), nullable=False),
        sa.Column("facilitator_id", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("plan_on", sa.Date(), nullable=False),
        sa.Column("rater_id", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False, index=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("depth", sa.String(), nullable=False),
        sa.Column("by_chance", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True)),
        sa.Column("final_at", sa.DateTime(timezone=True)),
        sa.Column("shown", sa.Text()),
        sa.Column("machine", sa.Text()),
        sa.UniqueConstraint("meeting_id", "version", "rater_id", "purpose"),
    )
    op.create_index("ix_look_team_id_plan_on", "look", ["team_id", "plan_on"])


def _look_answer() -> None:
    op.create_table(
        "look_answer",
        sa.Column(
            "look_id",
            sa.Uuid(),
            sa.ForeignKey("look.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("criterion", sa.String(), primary_key=True),
        sa.Column("rating", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("suggested", sa.Integer()),
        sa.Column("why_apart", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )
    _remarks()
    _act_today()
    _observed()


def _remarks() -> None:
    op.create_table(
        "look_remark",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "look_id",
            sa.Uuid(),
            sa.ForeignKey("look.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled", sa.String(), nullable=False),
        sa.Column("settled_by", sa.Uuid(), sa.ForeignKey("user.id")),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
    )


def _act_today() -> None:
    op.create_table(
        "act_today",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "meeting_id",
            sa.Uuid(),
            sa.ForeignKey("meeting.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.Column("by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told", sa.String(), nullable=False),
        sa.Column("told_on", sa.Date()),
        sa.Column("told_time", sa.String(), nullable=False),
        sa.Column("came_of_it", sa.String(), nullable=False),
        sa.Column("closed_by", sa.Uuid(), sa.ForeignKey("user.id")),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
    op.create_index("ix_act_today_team_id_closed_at", "act_today", ["team_id", "closed_at"])


def _observed() -> None:
    op.create_table(
        "observed_meeting",
        sa.Column(
            "look_id",
            sa.Uuid(),
            sa.ForeignKey("look.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("yes_by", sa.String(), nullable=False),
        sa.Column("yes_on", sa.Date(), nullable=False),
        sa.Column("saw", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
