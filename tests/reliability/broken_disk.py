"""A disk that breaks while one thing is kept: from one question to the database on, or one byte."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from facilitator.database import db
from facilitator.database.engine import PRAGMAS, WRITING

# What tells who was there and who looked, whatever became of the rest.
BESIDE = frozenset({"visit", "access_entry", "access_head"})
Rows = dict[str, list[Any]]


def _as_the_app_itself(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Tests spare the disk, and a file that breaks would stay broken."""
    cursor = connection.cursor()
    for name in ("journal_mode", "synchronous"):
        cursor.execute(f"PRAGMA {name}={PRAGMAS[name]}")
    cursor.close()


class Kept:
    """The database of an app as it is now, to look at and to come back to."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        with app.app_context():
            self.file = Path(str(urlsplit(db.engine.url.database).path))
            event.listen(db.engine, "connect", _as_the_app_itself)
            db.engine.dispose()
        self._held = self.file.read_bytes()
        self.before = self.rows()

    def as_before(self) -> None:
        with self._app.app_context():
            db.engine.dispose()
        self.file.with_name(f"{self.file.name}-journal").unlink(missing_ok=True)
        self.file.write_bytes(self._held)

    def rows(self) -> Rows:
        """Every row of every table, but for what stands beside."""
        with closing(sqlite3.connect(self.file)) as connection:
            tables = connection.execute("select name from sqlite_master where type = 'table'")
            names = sorted({name for (name,) in tables} - BESIDE)
            return {
                name: sorted(connection.execute(f'select * from "{name}"'), key=repr)  # noqa: S608
                for name in names
            }

    def new(self) -> dict[str, int]:
        """How many rows there are more, or fewer, in each table where that is so."""
        now = self.rows()
        more = {name: len(now[name]) - len(held) for name, held in self.before.items()}
        return {name: number for name, number in more.items() if number}

    def is_as_before(self) -> bool:
        return self.rows() == self.before

    def is_whole(self) -> bool:
        with closing(sqlite3.connect(self.file)) as connection:
            whole = connection.execute("pragma integrity_check").fetchall() == [("ok",)]
            return whole and not connection.execute("pragma foreign_key_check").fetchall()


@dataclass
class Asked:
    """The questions that writers asked the database, their commits among them, and which broke."""

    breaks_at: int = 0  # the first is 1
    number: int = 0
    broke: bool = False

    def is_broken_now(self) -> bool:
        self.number += 1
        self.broke |= self.number == self.breaks_at
        return self.number == self.breaks_at


@contextmanager
def breaking_at_question(app: Flask, number: int) -> Iterator[Asked]:
    """The disk breaks at that question of a writer; at none for 0. Its commit is one too."""
    asked = Asked(number)

    def asks(connection: Connection, *_: object) -> None:
        if _writes(connection) and asked.is_broken_now():
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise OperationalError("of a writer", {}, error)

    def commits(connection: Connection) -> None:
        # SQLite itself has to fail there: what it leaves behind is what counts.
        if _writes(connection) and asked.is_broken_now():
            held.enter_context(full_from_byte(1))

    def begins(_connection: Connection) -> None:
        held.close()  # The next one finds a disk that is well again.

    with app.app_context():
        engine = db.engine
    heard = (("before_cursor_execute", asks), ("commit", commits), ("begin", begins))
    for what, listener in heard:
        event.listen(engine, what, listener)
    with ExitStack() as held:
        try:
            yield asked
        finally:
            for what, listener in heard:
                event.remove(engine, what, listener)


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().keys() & WRITING.keys())


@contextmanager
def full_from_byte(byte: int) -> Iterator[None]:
    """No file of this program can hold more bytes than that, as on a disk that is full."""
    import resource  # noqa: PLC0415 - Windows has none

    usual, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (usual, most))
