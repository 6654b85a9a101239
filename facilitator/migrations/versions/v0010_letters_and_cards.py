"""The letter to a facilitator, and the family's own card."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the tables."""
    _letters()
    _cards()


def _letters() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "look_id", sa.Uuid(), sa.ForeignKey("look.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column(
            "meeting_id",
            sa.Uuid(),
            sa.ForeignKey("meeting.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), nullable=False, index=True),
        sa.Column(
            "facilitator_id", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False, index=True
        ),
        sa.Column("rater_id", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("strengths", sa.Text(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("step_who", sa.String(), nullable=False),
        sa.Column("step_by", sa.Date()),
        sa.Column("why_words_stay", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("reply", sa.String(), nullable=False),
        sa.Column("reply_by", sa.Date()),
        sa.Column("reply_revision", sa.Integer(), nullable=False),
        sa.Column("replied_at", sa.DateTime(timezone=True)),
        sa.Column("reply_read_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("look_id"),
    )


def _cards() -> None:
    op.create_table(
        "feedback_card",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "meeting_id",
            sa.Uuid(),
            sa.ForeignKey("meeting.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("for_child", sa.Boolean(), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("may_be_read", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_feedback_card_team_id_given_on", "feedback_card", ["team_id", "given_on"])
