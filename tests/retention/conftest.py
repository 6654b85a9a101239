"""What several tests of keeping need."""

from datetime import timedelta

import pytest

from facilitator.retention import standing
from facilitator.retention.choosing import rule


@pytest.fixture
def far_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes within ten years goes soon: a test may run on any day."""
    monkeypatch.setattr(standing, "SOON", timedelta(days=3650))
    monkeypatch.setattr(rule, "SOON", timedelta(days=3650))
