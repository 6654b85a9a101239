"""From when on a team works in another way, and what its supervisor says of a quarter."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the tables."""
    _process_change()
    _quarter_words()
    _quarter_quote()


def _process_change() -> None:
    op.create_table(
        "process_change",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _team(index=True),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("new_limits", sa.Boolean(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        *_kept(),
        sa.Column("taken_back_at", sa.DateTime(timezone=True)),
        sa.Column("taken_back_why", sa.String(), nullable=False),
    )


def _quarter_words() -> None:
    op.create_table(
        "quarter_words",
        _team(primary_key=True),
        sa.Column("year", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("looked_at", sa.String(), nullable=False),
        sa.Column("found", sa.String(), nullable=False),
        sa.Column("changed", sa.String(), nullable=False),
        sa.Column("for_children", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_kept(),
    )


def _quarter_quote() -> None:
    op.create_table(
        "quarter_quote",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _team(index=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("yes_by", sa.String(), nullable=False),
        sa.Column("yes_on", sa.Date(), nullable=False),
        *_kept(),
    )


def _team(**more: Any) -> sa.Column[Any]:
    return sa.Column("team_id", sa.Uuid(), sa.ForeignKey("team.id"), nullable=False, **more)


def _kept() -> tuple[sa.Column[Any], ...]:
    """Who kept it, and when."""
    return (
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("user.id"), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
    )
