"""The register of copies, who looked through the rules, and who took a yes back."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    for make in (_handed_copy, _withdrawal, _release_yes, _release_asked, _looked_at, _other_words):
        make()


def _handed_copy() -> None:
    op.create_table(
        "handed_copy",
        *_of_a_meeting(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date()),
        *_at_and_by_whom(),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("back_at", sa.DateTime(timezone=True)),
    )


def _withdrawal() -> None:
    op.create_table(
        "withdrawal",
        *_of_a_meeting(),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("readers", sa.Text(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        *_at_and_by_whom(),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
    )


def _release_yes() -> None:
    op.create_table(
        "release_yes",
        *_of_a_meeting(),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("typed_by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("user.id")),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
    )


def _release_asked() -> None:
    op.create_table(
        "release_asked",
        sa.Column("meeting_id", sa.Uuid(), _part_of_a_meeting(), primary_key=True),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False, index=True),
        sa.Column("asked_by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def _looked_at() -> None:
    op.create_table(
        "looked_at",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _part_of_a_meeting(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        *_at_and_by_whom(),
        sa.UniqueConstraint("meeting_id", "fingerprint"),
    )


def _other_words() -> None:
    op.create_table(
        "other_words",
        *_of_a_meeting(),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("in_place_of", sa.String(), nullable=False),
        *_at_and_by_whom(),
    )


def _of_a_meeting() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _part_of_a_meeting(), nullable=False, index=True),
    )


def _at_and_by_whom() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
    )


def _part_of_a_meeting() -> sa.ForeignKey:
    return sa.ForeignKey("meeting.id", ondelete="CASCADE")
