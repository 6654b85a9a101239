"""Who looked at what, and when."""

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the tables."""
