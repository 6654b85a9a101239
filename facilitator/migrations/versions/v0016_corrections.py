"""Who asked what is kept about them, what was decided, and what somebody asked to put right."""

from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Make the tables."""
    _access_request()
    _access_decision()
    _correction()


def _meeting() -> sa.Column[UUID]:
    return sa.Column(
        "meeting_id",
        sa.Uuid(),
        sa.ForeignKey("meeting.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    )


def _access_request() -> None:
    op.create_table(
        "access_request",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _meeting(),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("known_by", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("typed_by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("longer_why", sa.String(), nullable=False),
        sa.Column("longer_on", sa.Date()),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("answered_by", sa.Uuid(), sa.ForeignKey("user.id")),
        sa.Column("given_sha256", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date()),
    )
    op.create_index("ix_access_request_open", "access_request", ["answered_at", "meeting_id"])


def _access_decision() -> None:
    op.create_table(
        "access_decision",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Uuid(),
            sa.ForeignKey("access_request.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.UniqueConstraint("request_id", "fact"),
    )


def _correction() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _meeting(),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("at_version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("typed_by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date()),
        sa.Column("answered_by", sa.Uuid(), sa.ForeignKey("user.id")),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("in_version", sa.Integer(), nullable=False),
        sa.Column("beside", sa.String(), nullable=False),
    )
