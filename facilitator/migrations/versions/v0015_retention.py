"""How long each kind of record is kept, and what must stay longer."""

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Make the tables."""
