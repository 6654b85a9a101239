"""Private family time: when it began, when it ended, who stayed by the family's choice."""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
