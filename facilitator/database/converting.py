"""A database under another lock: the same rows in a file that is locked, or plain again.

All or nothing: killed at any moment, one whole file stands at the database's name, and what is
left of the other one is erased at the next start.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from facilitator.database import keys, seal
from facilitator.database.engine import WAITS
from facilitator.database.files import faults, in_use
from facilitator.refusals import Refusal

_STAGED = ".turning"
_BEFORE = ".before"
_PIECE = 1024 * 1024  # bytes, written over at once


def turn(path: Path, lock: Mapping[str, Any] | None) -> None:
    """Lock that file with the key of this lock, which must be held here; None opens it for good.

    Nobody can write to it meanwhile. This program must have no connection to it. Raises Refusal,
    and then the file is as it was.
    """
    staged, before = _beside(path, _STAGED), _beside(path, _BEFORE)
    _erase(staged)
    try:
        with _held_still(path) as guard:
            if lock is not None:
                keys.write_lock(staged, lock)
            os.close(os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            export(path, staged)
            _write_down(staged)
            if lock is not None:
                keys.write_lock(path, lock)  # It counts only once the file no longer begins plain.
            seal.unseal(path)
            _swap(path, staged, before, guard)
    except keys.errors() as error:
        raise Refusal.because(
            f"The database '{path}' can't be turned: {error}.", "Run: facilitator db check."
        ) from error
    except OSError as error:
        raise Refusal.because(
            f"The database '{path}' can't be written anew: {error.strerror or error}.",
            "Make room on this disk: it takes as much again as the database.",
        ) from error
    finally:
        tidy(path)


def export(source: Path, target: Path) -> None:
    """Write all rows of a database into an empty file, under the lock that lies beside that.

    Raises Refusal where what was written is not the same to the last row.
    """
    with closing(_opened(source)) as connection:
        key = keys.key_of(target)
        words = f"x'{key.secret.hex()}'" if key else ""
        connection.execute("ATTACH DATABASE ? AS other key ?", (str(target), words))
        # Nobody else sees it before it is whole, so nothing of it needs a way back.
        connection.execute("PRAGMA other.journal_mode = OFF")
        connection.execute("PRAGMA other.synchronous = OFF")
        connection.execute("BEGIN")
        connection.execute("SELECT sqlcipher_export('other')")
        connection.execute("COMMIT")
        same = _is_the_same(connection)
    if not same or faults(target):
        raise Refusal.because(
            f"What was written from '{source}' is not the same as it.", "Run: facilitator db check."
        )


def tidy(path: Path) -> None:
    """Erase what a turn left behind, killed or done. This program must have no connection yet."""
    keys.look_again(path)
    _erase(_beside(path, _STAGED))
    before = _beside(path, _BEFORE)
    if before.exists():
        if path.exists() and before.samefile(path):
            before.unlink()  # It was not even swapped: the file itself, by its second name.
        else:
            _erase(before)
    for one in (path, _beside(path, _STAGED)):
        keys.part_of(keys.lock_of(one)).unlink(missing_ok=True)
    if keys.lock_of(path).exists() and path.exists() and not keys.is_locked(path):
        keys.lock_of(path).unlink()


def plain_files(folder: Path, *, but: Path) -> tuple[Path, ...]:
    """The plain databases in that folder and below: copies from before that one was locked."""
    return tuple(
        one
        for one in sorted(folder.rglob("*.sqlite3"))
        if one != but and one.is_file() and not one.is_symlink() and keys.begins_plain(one)
    )


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f".{path.name}{ending}")


def _opened(path: Path) -> Any:
    """That file in the driver of locked ones, plain or not."""
    key = keys.key_of(path)
    connection = keys.driver().connect(str(path), timeout=WAITS, isolation_level=None)
    if key:
        keys.say_key(connection, key)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


@contextmanager
def _held_still(path: Path) -> Iterator[Any]:
    """Nobody writes to that file until the end; who has it open can read it."""
    with closing(_opened(path)) as guard:
        try:
            guard.execute("BEGIN IMMEDIATE")
        except keys.driver().OperationalError as error:
            raise in_use(path) from error
        yield guard


def _is_the_same(connection: Any) -> bool:
    """Whether the two databases of this connection hold the same tables, and in them the same."""
    laid = "SELECT type, name, sql FROM {}.sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    here, there = (connection.execute(laid.format(one)).fetchall() for one in ("main", "other"))
    tables = [name for kind, name, _sql in here if kind == "table"]
    return bool(here == there) and all(_has_the_same_rows(connection, one) for one in tables)


def _has_the_same_rows(connection: Any, table: str) -> bool:
    name = '"' + table.replace('"', '""') + '"'
    for one, other in (("main", "other"), ("other", "main")):
        only = f"SELECT 1 FROM (SELECT * FROM {one}.{name} EXCEPT SELECT * FROM {other}.{name})"  # noqa: S608
        if connection.execute(f"{only} LIMIT 1").fetchone():
            return False
    counted = f"SELECT (SELECT count(*) FROM main.{name}) = (SELECT count(*) FROM other.{name})"  # noqa: S608
    return bool(connection.execute(counted).fetchone()[0])


def _write_down(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(path: Path, staged: Path, before: Path, guard: Any) -> None:
    # By its second name what was there can be written over, also after a kill.
    os.link(path, before)
    keys.settle_folder(path.parent)
    if os.name != "posix":
        guard.close()  # Windows gives no file away that somebody has open.
    staged.replace(path)
    keys.look_again(path)
    keys.settle_folder(path.parent)


def _erase(path: Path) -> None:
    """Write over that file before its name goes. On an SSD this is an attempt, and no promise."""
    with suppress(FileNotFoundError):
        size = path.stat().st_size
        with path.open("r+b") as file:
            for begin in range(0, size, _PIECE):
                file.write(bytes(min(_PIECE, size - begin)))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    for ending in ("-journal", keys.ENDING):
        path.with_name(path.name + ending).unlink(missing_ok=True)
