"""The database as a file: for its owner's eyes only, checked, copied whole, put back whole."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

from facilitator.database import keys
from facilitator.database.engine import PRAGMAS, WAITS
from facilitator.refusals import Problem, Refusal

PART = ".part"  # how the name of a file ends that is not whole yet; before it, who writes it
_REMEDY = "Restore a backup: facilitator db restore FILE."
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
    key = keys.key_of(path)
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    driver: Any = keys.driver() if key else sqlite3
    connection: sqlite3.Connection = driver.connect(
        uri, uri=True, timeout=WAITS, isolation_level=None
    )
    try:
        if key:
            keys.say_key(connection, key)
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
    if not path.is_file():
        return (Problem(str(path), "There is no such file.", "Check its name."),)
    try:
        with closing(connect(path)) as connection:
            return _found(connection, str(path))
    except UnicodeDecodeError as error:  # SQLite shows damaged bytes as they are.
        return (_unreadable(str(path), error),)
    except keys.errors() as error:
        if getattr(error, "sqlite_errorcode", None) in _BUSY:
            raise in_use(path) from error
        return (_unreadable(str(path), error),)


def faults_of_image(image: bytes, place: str) -> tuple[Problem, ...]:
    """The same of the bytes of a database, which touch no disk on the way."""
    try:
        with closing(_opened_image(image)) as connection:
            return _found(connection, place)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return (_unreadable(place, error),)


def _unreadable(place: str, error: Exception) -> Problem:
    said = "bytes of it are damaged" if isinstance(error, UnicodeDecodeError) else error
    return Problem(place, f"It can't be read as a database: {said}.", _REMEDY)


def _found(connection: sqlite3.Connection, place: str) -> tuple[Problem, ...]:
    told = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    damaged = [
        Problem(place, f"It is damaged: {said.rstrip('.')}.", _REMEDY)
        for said in told
        if said != "ok"
    ]
    pointing = [
        Problem(place, f"A row of '{table}' points to a row of '{to}' that is gone.", _REMEDY)
        for table, to in sorted({(row[0], row[2]) for row in lost})
    ]
    return (*damaged, *pointing)


def image(path: Path) -> bytes:
    """The bytes of a database that may be in use, as it is at one moment. Raises Refusal."""
    try:
        with closing(connect(path)) as connection:
            connection.execute("BEGIN")
            # From here on nobody changes it.
            connection.execute("SELECT count(*) FROM sqlite_master")
            return bytes(connection.serialize())
    except keys.errors() as error:
        if getattr(error, "sqlite_errorcode", None) in _BUSY:
            raise in_use(path) from error
        raise Refusal(_unreadable(str(path), error)) from error


def _opened_image(held: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(held)
    except BaseException:
        connection.close()
        raise
    return connection


def pour_image(held: bytes, target: Path) -> None:
    """Make ``target`` hold that image, as ``pour`` does. Raises Refusal."""
    _pour(lambda: _opened_image(held), target, "The backup")


def copy(source: Path, target: Path) -> None:
    """A whole copy of a database that may be in use, checked before it has its name.

    Whatever stood at ``target`` is replaced at once or not at all. Raises Refusal.
    """
    with _replacing(target) as part:
        keys.copy_lock(source, part)
        pour(source, part)
        if problems := faults(part):
            raise Refusal(*(Problem(str(source), one.wrong, one.remedy) for one in problems))
        _settle(part)
        keys.copy_lock(source, target)
    keys.look_again(target)
    if not keys.is_locked(source):
        keys.lock_of(target).unlink(missing_ok=True)  # Of what had this name before.


def write_whole(target: Path, held: bytes) -> None:
    """A file of those bytes, for its owner's eyes only: all of it, or nothing. Raises Refusal."""
    with _replacing(target) as part:
        part.write_bytes(held)
        _settle(part)


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    part = target.with_name(f".{target.name}.{os.getpid()}{PART}")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield part
        part.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise Refusal.because(
            f"The copy '{target}' can't be written: {error.strerror or error}.",
            "Give a folder that is there and has room.",
        ) from error
    finally:
        for ending in ("", "-journal", keys.ENDING):
            part.with_name(part.name + ending).unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Take away what a program that was killed had begun to write there, and nobody's else."""
    for left in folder.glob(f".*{PART}*"):
        if not _is_at_work(left.name.partition(PART)[0].rpartition(".")[2]):
            left.unlink(missing_ok=True)


def _is_at_work(process: str) -> bool:
    """Whether that process runs still; where nobody can say, it does."""
    if os.name != "posix" or not process.isdecimal():
        return os.name != "posix"
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return int(process) != os.getpid()


def pour(source: Path, target: Path) -> None:
    """Make ``target`` hold what ``source`` holds, in one transaction of SQLite's own.

    Programs that have ``target`` open see the new whole or the old whole. Raises Refusal where
    one of the two is in use for longer than five seconds, or can't be read.
    """
    _pour(lambda: connect(source), target, f"'{source}'")


def _pour(source: Callable[[], sqlite3.Connection], target: Path, named: str) -> None:
    until = monotonic() + WAITS

    def give_up(status: int, _left: int, _total: int) -> None:
        if status in _BUSY and monotonic() > until:
            raise TimeoutError

    try:
        with closing(source()) as come, closing(connect(target)) as go:
            go.execute("PRAGMA busy_timeout=50")  # The waiting is done here, by tries.
            come.backup(go, progress=give_up, sleep=0.05)
    except TimeoutError as error:
        raise in_use(target) from error
    except keys.errors() as error:
        raise Refusal.because(
            f"{named} can't be copied to '{target}': {error}.",
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
