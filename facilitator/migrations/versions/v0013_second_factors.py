"""The second step of signing in, and a screen that locked itself."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the tables. Everybody signs in anew, for nobody has shown a second step yet."""
    _visit()
    op.create_table(
        "second_step",
        _user(),
        sa.Column("secret", sa.String(), nullable=False),
        sa.Column("set_up_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
    )
    op.create_table(
        "recovery_code",
        _user(),
        sa.Column("hash", sa.String(), primary_key=True),
        sa.Column("used_at", sa.DateTime(timezone=True)),
    )


def _visit() -> None:
    op.execute(sa.text("UPDATE visit SET ended_at = seen_at WHERE ended_at IS NULL"))
    with op.batch_alter_table("visit") as visit:
        visit.add_column(
            sa.Column("half_way", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        visit.add_column(sa.Column("locked_at", sa.DateTime(timezone=True)))
    # A new row says it by itself; the rows that were there got it from here.
    with op.batch_alter_table("visit") as visit:
        visit.alter_column("half_way", server_default=None)


def _user() -> sa.Column[Any]:
    pointing = sa.ForeignKey("user.id", ondelete="CASCADE")
    return sa.Column("user_id", sa.Uuid(), pointing, primary_key=True)
