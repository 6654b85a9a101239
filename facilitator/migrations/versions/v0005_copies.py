"""The register of copies, who looked through the rules, and who took a yes back."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
