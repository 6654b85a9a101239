"""What somebody asked to have put right."""

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Make the tables."""
