"""The second step of signing in, and a screen that locked itself."""

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the tables."""
