"""A laptop for each test, and a browser that is signed in on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.client import Client, signed_in
from tests.reliability.laptop import Laptop, a_laptop


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    """A laptop whose server is running."""
    folder = tmp_path / "laptop"
    folder.mkdir()
    with a_laptop(folder) as one:
        yield one


@pytest.fixture
def client(laptop: Laptop) -> Iterator[Client]:
    """A browser on it, signed in."""
    with signed_in(laptop) as one:
        yield one
