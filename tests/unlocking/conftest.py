"""Tests about the lock: tries cost nothing, and no key is held from one test to the next."""

from collections.abc import Iterator

import pytest

from facilitator.database import keys
from facilitator.unlocking import wrapping
from tests.unlocking.locked import QUICK


@pytest.fixture(autouse=True)
def _quick_and_forgetful(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(wrapping, "USUAL", QUICK)
    yield
    keys.let_go()
