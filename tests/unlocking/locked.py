"""A laptop whose database is locked, by a lock that costs next to nothing to try."""

import json
import tempfile
from functools import cache
from pathlib import Path

import pytest

from facilitator.database import keys
from facilitator.database.converting import turn
from facilitator.settings import DATABASE_FILE
from facilitator.unlocking import recovery, wrapping
from facilitator.unlocking.wrapping import Cost
from tests.databases import a_database_file

PASSPHRASE = "kettle marmalade otter lantern"  # noqa: S105 - of nobody
QUICK = Cost(memory=8, passes=1, lanes=1)


@cache
def a_lock() -> tuple[keys.Key, str, str]:
    """A key, its recovery key, and its lock as text; made once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrapping, "USUAL", QUICK)
        key, paper = keys.Key.by_chance(), recovery.by_chance()
        lock = wrapping.new_lock(key, passphrase=PASSPHRASE, recovery=paper)
    return key, paper, json.dumps(lock)


@cache
def _with_every_table() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = a_database_file(Path(folder))
        lock_it(path)
        return path.read_bytes()


def a_locked_file(folder: Path) -> Path:
    """A locked database in that folder, with every table and no row; nobody holds its key."""
    path = folder / DATABASE_FILE
    path.touch(0o600)
    path.write_bytes(_with_every_table())
    keys.write_lock(path, json.loads(a_lock()[2]))
    keys.let_go()
    return path


def lock_it(path: Path) -> None:
    """Lock that database by PASSPHRASE; this program holds its key afterwards."""
    key, _, lock = a_lock()
    keys.hold(key)
    turn(path, json.loads(lock))
