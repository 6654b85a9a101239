"""A real database for a test: a file of its own, with every table, in a few milliseconds."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from facilitator import migrations
from facilitator.accounts.sessions import now
from facilitator.database import db, opened, writing
from facilitator.database.engine import sqlite_url
from facilitator.migrations import tables
from facilitator.settings import DATABASE_FILE, read
from tests import made_once


@cache
def _with_every_table() -> bytes:
    """The bytes of a database with every table and no row; made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / DATABASE_FILE
        path.touch(0o600)
        with opened(sqlite_url(path)), writing() as session:
            tables().create_all(session.connection())
        return path.read_bytes()


def a_database_file(folder: Path) -> Path:
    """A new database file in that folder, named as the app names its own."""
    path = folder / DATABASE_FILE
    path.touch(0o600)
    path.write_bytes(_with_every_table())
    return path


@cache
def _as_the_app_makes_it() -> bytes:
    """The bytes of a database as the first start makes it, step by step; made once."""
    with tempfile.TemporaryDirectory() as folder:
        config = read({"FACILITATOR_DATA_DIR": folder})
        migrations.prepare(config, at=now())
        return (Path(folder) / DATABASE_FILE).read_bytes()


def a_started_database_file(folder: Path) -> Path:
    """A database in that folder which the app finds up to date."""
    path = folder / DATABASE_FILE
    path.touch(0o600)
    path.write_bytes(_as_the_app_makes_it())
    return path


@contextmanager
def a_database(folder: Path) -> Iterator[None]:
    """A new database in that folder; inside, `reading` and `writing` work on it."""
    with opened(sqlite_url(a_database_file(folder))):
        never_wait_for_the_disk(db.engine)
        yield


def never_wait_for_the_disk(engine: Engine) -> None:
    """Have SQLite leave it to the system when to write to the disk, in a test that cuts no power.

    What happens to an app is the same, killed or not. `tests/reliability` and `tests/database` wait
    as the app itself does: their engines are the app's own.
    """
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _synchronous_off)
        made_once.remember_questions(engine)


def _synchronous_off(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.execute("PRAGMA journal_mode=MEMORY")  # Nor make and take away a file for each change.
    cursor.close()
