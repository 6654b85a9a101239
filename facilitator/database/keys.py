"""Keys of locked databases: which files are locked, and how each file is opened.

A locked file has its lock beside it: ``facilitator.sqlite3.lock`` holds the file's key, wrapped.
What is unwrapped is held here, in memory, until the program ends. Where there is no lock, nothing
of this is loaded and nothing is looked at but whether that small file is there.
"""

import json
import os
import secrets
import sqlite3
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from facilitator.refusals import Refusal
from facilitator.settings.asking import ask_for

ENDING = ".lock"
FORMAT = "facilitator lock 1"
KEY_BYTES = 32
LARGEST_LOCK = 16 * 1024  # bytes; ours have less than one thousand
_PLAIN = b"SQLite format 3\0"
HOW_TO_INSTALL = "Run: pip install 'facilitator[encrypted]'."


class Locked(Refusal):
    """The file is locked, and this program does not hold its key."""


@dataclass(frozen=True)
class Key:
    """The key of a locked database, and the id that its lock calls it by. It is never shown."""

    id: str
    secret: bytes = field(repr=False)

    @classmethod
    def by_chance(cls) -> "Key":
        """A key that nobody has ever had: 256 bits."""
        return cls(secrets.token_hex(8), secrets.token_bytes(KEY_BYTES))

    @property
    def pragma(self) -> str:
        """The first thing to say on a connection: the key itself, with nothing to work out."""
        return f"PRAGMA key = \"x'{self.secret.hex()}'\""


_held: dict[str, Key] = {}
_seen: dict[tuple[Path, int, int], bool] = {}


def hold(key: Key) -> None:
    """Hold that key until the program ends: files with its lock open from now on."""
    _held[key.id] = key


def let_go() -> None:
    """Hold no key any more."""
    _held.clear()


def lock_of(path: Path) -> Path:
    """Where the lock of that database stands, if it has one."""
    return path.with_name(path.name + ENDING)


def key_files(path: Path) -> tuple[Path, ...]:
    """What must go wherever that file goes, so that it can be opened there."""
    return (lock_of(path),) if is_locked(path) else ()


def is_locked(path: Path) -> bool:
    """Whether that file is locked, or will be once it holds anything."""
    if not lock_of(path).exists():
        return False
    try:
        known = path.stat()
    except FileNotFoundError:
        return False
    if known.st_size == 0:
        return True
    # Looked into once, before anybody has it open: to close a file that SQLite has open in the
    # same program would take SQLite's own locks away.
    place = (path.absolute(), known.st_dev, known.st_ino)
    if place not in _seen:
        _seen[place] = not begins_plain(path)
    return _seen[place]


def look_again(path: Path) -> None:
    """Another file has that name now: what was seen of the one before counts no more."""
    for place in [one for one in _seen if one[0] == path.absolute()]:
        del _seen[place]


def begins_plain(path: Path) -> bool:
    """Whether that file begins as SQLite's plain ones do. Nobody here may have it open."""
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


def key_of(path: Path) -> Key | None:
    """The key that opens that file, asked for where somebody can be asked; None for a plain one.

    Raises Locked where this program does not hold it, Refusal where the lock can't be read.
    """
    if not is_locked(path):
        return None
    name = key_id(read_lock(path))
    if name not in _held:
        ask_for(path)
    if name not in _held:
        raise Locked.because(
            f"The database '{path}' is locked.", "Unlock it with its passphrase or recovery key."
        )
    return _held[name]


def is_open(path: Path) -> bool:
    """Whether this program can open that file, plain or locked. Nobody is asked."""
    return not is_locked(path) or key_id(read_lock(path)) in _held


def read_lock(path: Path) -> Mapping[str, Any]:
    """What the lock of that database says. Raises Refusal."""
    lock = lock_of(path)
    told: object = None
    with suppress(OSError, ValueError, RecursionError), lock.open("rb") as file:
        told = json.loads(file.read(LARGEST_LOCK))
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise Refusal.because(
            f"The lock '{lock}' can't be read.", "Put it back from the folder of a backup."
        )
    return told


def key_id(told: Mapping[str, Any]) -> str:
    """The id of the key that this lock wraps."""
    return str(told.get("id"))


def write_lock(path: Path, told: Mapping[str, Any]) -> None:
    """Give that database this lock, in place of the one that it has, at once or not at all."""
    lock = lock_of(path)
    part = part_of(lock)
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        json.dump(told, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(lock)
    settle_folder(lock.parent)


def part_of(lock: Path) -> Path:
    """Where a lock is written before it has its name; a program that was killed leaves it."""
    return lock.with_name(f".{lock.name}.part")


def copy_lock(source: Path, target: Path) -> None:
    """Lay the lock of that database beside its copy, before the copy holds anything."""
    if is_locked(source):
        write_lock(target, read_lock(source))


def settle_folder(folder: Path) -> None:
    """Have the disk hold which names stand in that folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_installed() -> bool:
    """Whether this machine can lock a database at all."""
    try:
        driver()
    except Refusal:
        return False
    return True


def driver() -> ModuleType:
    """The driver of locked databases. Raises Refusal where it is not installed."""
    try:
        # Only who has a locked database needs it.
        from sqlcipher3 import dbapi2  # type: ignore[import-untyped] # noqa: PLC0415
    except ImportError as error:
        raise Refusal.because(
            "A locked database needs the package 'sqlcipher3', which is not installed.",
            HOW_TO_INSTALL,
        ) from error
    module: ModuleType = dbapi2
    return module


def errors() -> tuple[type[Exception], ...]:
    """What opening and reading a file may raise. A locked one's errors are none of sqlite3's."""
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, loaded.Error) if loaded else (sqlite3.Error,)


def say_key(connection: Any, key: Key) -> None:
    """Unlock that new connection. Whether the key is right shows at the first question."""
    # It would write of each wrong key and damaged page to the terminal, in words of its own.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(key.pragma)
    # Sorting a family's words must lay none of them down in a plain file.
    connection.execute("PRAGMA temp_store = MEMORY")
