"""The two recordings on paper, printed once for every test that looks at them."""

from pathlib import Path

import pytest

from tests.paper.printed import Folder, print_record
from tests.records import CAMPBELL, PEARCE


@pytest.fixture(scope="session")
def campbell(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Every copy of the Campbell family's plan."""
    return print_record(CAMPBELL, tmp_path_factory.mktemp("campbell"))


@pytest.fixture(scope="session")
def pearce(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Every copy of the Pearce family's plan."""
    return print_record(PEARCE, tmp_path_factory.mktemp("pearce"))


@pytest.fixture(scope="session")
def papers(campbell: Folder, pearce: Folder) -> list[Path]:
    """Every paper of both."""
    return [
        folder.path / str(row["file"]) for folder in (campbell, pearce) for row in folder.manifest
    ]
