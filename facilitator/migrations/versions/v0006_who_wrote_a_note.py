"""Who wrote a professional's note, and on which day."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Nobody knows it of the notes that are there, so both may be missing."""
    with op.batch_alter_table("note") as note:
        note.add_column(sa.Column("written_by", sa.String()))
        note.add_column(sa.Column("written_on", sa.Date()))
