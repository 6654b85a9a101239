"""What holds for every test: how hypothesis looks for faults, and which settings it starts from."""

import gc
import os

import pytest
from hypothesis import settings

from tests import made_once

made_once.begin()

# A slow machine is no fault of the code, so no deadline; CI tries the same examples each time,
# so that a red run can be looked into.
settings.register_profile("here", deadline=None, max_examples=50)
settings.register_profile("ci", deadline=None, max_examples=50, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# Whole files go to a worker. Those that take a minute go first, or else one worker is left alone
# with one of them at the end.
LONGEST = ("tests/journeys/", "tests/reliability/", "tests/proofs/", "tests/paper/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the folders with the longest files first."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


def pytest_collection_finish() -> None:
    """Look no more through what is there for good: it was half of all looking for rubbish."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person's own FACILITATOR_ settings must not decide how a test ends."""
    for name in list(os.environ):
        if name.startswith("FACILITATOR_"):
            monkeypatch.delenv(name)
