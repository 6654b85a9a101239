"""The database as a file: for its owner's eyes only, checked, copied whole, put back whole."""

import os
import sqlite3
import stat
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic

from facilitator.database.engine import PRAGMAS, WAITS
from facilitator.refusals import Problem, Refusal

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def make_private(path: Path) -> None:
    """See that the file is there, empty where it is new, for its owner's eyes only, or refuse."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        rights = stat.S_IMODE(path.stat().st_mode)
    except OSError as error:
        raise Refusal.because(
            f"The database '{path}' can't be made or read: {error.strerror or error}.",
            "Give another folder in FACILITATOR_DATA_DIR.",
        ) from error
    if os.name == "posix" and rights & 0o077:
        raise Refusal.because(
            f"Other users of this computer can read the database '{path}'.",
            f"Run: chmod 600 '{path}'.",
        )


def connect(path: Path, *, mode: str = "rw") -> sqlite3.Connection:
    """That file as SQLite sees it, with our rules; mode ``ro`` only looks. Close it yourself."""
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=WAITS, isolation_level=None)
    try:
        for name, value in PRAGMAS.items():
            # Only looking, one may not say how the file is written.
            if mode == "rw" or name == "busy_timeout":
                connection.execute(f"PRAGMA {name}={value}")
    except BaseException:
        connection.close()
        raise
    return connection


def faults(path: Path) -> tuple[Problem, ...]:
    """What SQLite finds wrong with that file; nothing where it is whole."""
    remedy = "Restore a backup: facilitator db restore FILE."
    if not path.is_file():
        return (Problem(str(path), "There is no such file.", "Check its name."),)
    try:
        with closing(connect(path)) as connection:
            told = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
            lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) in _BUSY:
            raise in_use(path) from error
        return (Problem(str(path), f"It can't be read as a database: {error}.", remedy),)
    damaged = [
        Problem(str(path), f"It is damaged: {said.rstrip('.')}.", remedy)
        for said in told
        if said != "ok"
    ]
    pointing = [
        Problem(str(path), f"A row of '{table}' points to a row of '{to}' that is gone.", remedy)
        for table, to in sorted({(row[0], row[2]) for row in lost})
    ]
    return (*damaged, *pointing)


def copy(source: Path, target: Path) -> None:
    """A whole copy of a database that may be in use, checked before it has its name.

    Whatever stood at ``target`` is replaced at once or not at all. Raises Refusal.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        pour(source, part)
        if problems := faults(part):
            raise Refusal(*(Problem(str(source), one.wrong, one.remedy) for one in problems))
        _settle(part)
        part.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise Refusal.because(
            f"The copy '{target}' can't be written: {error.strerror or error}.",
            "Give a folder that is there and has room.",
        ) from error
    finally:
        part.unlink(missing_ok=True)
        part.with_name(f"{part.name}-journal").unlink(missing_ok=True)


def pour(source: Path, target: Path) -> None:
    """Make ``target`` hold what ``source`` holds, in one transaction of SQLite's own.

    Programs that have ``target`` open see the new whole or the old whole. Raises Refusal where
    one of the two is in use for longer than five seconds, or can't be read.
    """
    until = monotonic() + WAITS

    def give_up(status: int, _left: int, _total: int) -> None:
        if status in _BUSY and monotonic() > until:
            raise TimeoutError

    try:
        with closing(connect(source)) as come, closing(connect(target)) as go:
            go.execute("PRAGMA busy_timeout=50")  # The waiting is done here, by tries.
            come.backup(go, progress=give_up, sleep=0.05)
    except TimeoutError as error:
        raise in_use(target) from error
    except sqlite3.Error as error:
        raise Refusal.because(
            f"'{source}' can't be copied to '{target}': {error}.",
            "Run: facilitator db check.",
        ) from error


def put_aside(path: Path, aside: Path) -> None:
    """Give a damaged file another name, and its journal too, which belongs to no other file."""
    for ending in ("", "-journal"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))


def in_use(path: Path) -> Refusal:
    """What is said where another program has its turn for too long."""
    return Refusal.because(
        f"Another program is using the database '{path}'.", "Stop the app, and run this again."
    )


def beside(path: Path, at: datetime) -> Path:
    """A free name beside that file, which says when it was put aside."""
    stem = f"{path.stem}-{at:%Y-%m-%d-%H%M%S}"
    names = (f"{stem}{more}{path.suffix}" for more in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(one for name in names if not (one := path.with_name(name)).exists())


def _settle(path: Path) -> None:
    """Have the disk hold what was written, so that a cut of the power can't undo it."""
    if os.name != "posix" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
