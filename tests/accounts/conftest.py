"""A clock that tests can set, and a hash of nobody's that is quick."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from facilitator.accounts import security, sessions
from tests.web import HASHED


@pytest.fixture(autouse=True)
def _quick_hash_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sam's hash is made to be quick in tests, so nobody's is too."""
    monkeypatch.setattr(security, "NOBODYS_HASH", HASHED)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Sets the clock that much later, or earlier."""

    def set_later(by: timedelta) -> None:
        monkeypatch.setattr(sessions, "now", lambda: datetime.now(UTC) + by)

    return set_later
