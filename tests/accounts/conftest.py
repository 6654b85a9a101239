"""A clock that tests can set, and hashes that are quick."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from facilitator.accounts import security, sessions
from facilitator.accounts.second_factor import codes
from tests.web import HASHED


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sam's hash is made to be quick in tests, so nobody's is too, and codes' on paper."""
    monkeypatch.setattr(security, "NOBODYS_HASH", HASHED)
    monkeypatch.setattr(codes, "COST", 2)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Sets the clock that much later, or earlier."""

    def set_later(by: timedelta) -> None:
        monkeypatch.setattr(sessions, "now", lambda: datetime.now(UTC) + by)

    return set_later
