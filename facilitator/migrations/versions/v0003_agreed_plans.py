"""The plans that families agreed, version by version."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
