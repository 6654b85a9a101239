"""The letter to a facilitator, and the family's own card."""

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the tables."""
