"""What was promised by a day, and who opened a plan that is not theirs."""

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the tables."""
