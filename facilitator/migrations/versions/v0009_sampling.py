"""Which plans are looked at, and by whom."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables."""
    _sample()
    _sample_plan()
    _second_rating()
    _settled_pair()
    _gold_plan()


def _sample() -> None:
    op.create_table(
        "sample",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("seed_typed", sa.Boolean(), nullable=False),
        sa.Column("drawn_by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("listed", sa.Integer(), nullable=False),
        sa.Column("list_mark", sa.String(), nullable=False),
        sa.Column("left_out", sa.Integer(), nullable=False),
        sa.Column("second_seed", sa.String(), nullable=False),
        sa.Column("second_at", sa.DateTime(timezone=True)),
        sa.Column("second_by", sa.Uuid(), sa.ForeignKey("user.id")),
        sa.Column("why_early", sa.String(), nullable=False),
    )
    op.create_index("ix_sample_team_id_year_quarter", "sample", ["team_id", "year", "quarter"])


def _sample_plan() -> None:
    op.create_table(
        "sample_plan",
        sa.Column("sample_id", sa.Uuid(), _of("sample"), primary_key=True),
        sa.Column("meeting_id", sa.Uuid(), _of("meeting"), primary_key=True, index=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("chance_of", sa.Integer(), nullable=False),
        sa.Column("chance_in", sa.Integer(), nullable=False),
        sa.Column("picked_by", sa.Uuid(), sa.ForeignKey("user.id")),
        sa.Column("reason", sa.String(), nullable=False),
    )


def _second_rating() -> None:
    op.create_table(
        "second_rating",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("sample_id", sa.Uuid(), _of("sample"), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _of("meeting"), nullable=False, index=True),
        sa.Column("first_look_id", sa.Uuid(), _of("look"), nullable=False, index=True),
        sa.Column("rater_id", sa.Uuid(), sa.ForeignKey("user.id"), index=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("sample_id", "meeting_id"),
    )


def _settled_pair() -> None:
    op.create_table(
        "settled_pair",
        sa.Column("settled_look_id", sa.Uuid(), _of("look"), primary_key=True),
        sa.Column("second_rating_id", sa.Uuid(), _of("second_rating"), nullable=False),
        sa.Column("first_look_id", sa.Uuid(), _of("look"), nullable=False),
        sa.Column("second_look_id", sa.Uuid(), _of("look"), nullable=False),
        sa.UniqueConstraint("second_rating_id"),
    )


def _gold_plan() -> None:
    op.create_table(
        "gold_plan",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("settled_look_id", sa.Uuid(), _of("look"), nullable=False),
        sa.Column("marked_by", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.UniqueConstraint("settled_look_id"),
    )


def _of(table: str) -> sa.ForeignKey:
    """What goes along when that row is taken out."""
    return sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
