"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = "${up_revision}"
down_revision = ${repr(down_revision) if down_revision else None}


def upgrade() -> None:
    """Look at every line below: it was proposed by comparing the rows with the database."""
    ${upgrades if upgrades else "pass"}
