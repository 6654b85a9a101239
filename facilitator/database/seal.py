"""The seal of a database at rest: whether somebody changed it who is none of ours.

SQLite can't tell when a letter in a row turns into another one. So a program that ends keeps the
hash of the whole file beside it, with the count of changes that SQLite itself keeps in the file. As
long as that count is the same nobody has written, and every byte has to be what it was.
"""

import hashlib
from contextlib import closing, suppress
from pathlib import Path

from facilitator.database.files import connect, write_whole
from facilitator.refusals import Problem

ENDING = "-seal"
_HEAD = 100  # bytes
_COUNT, _COUNT_AGAIN = slice(24, 28), slice(92, 96)
_PLAIN = b"SQLite format 3\x00"
_PIECE = 1024 * 1024


def place_of(path: Path) -> Path:
    """Where the seal of that database is kept."""
    return path.with_name(path.name + ENDING)


def seal(path: Path) -> None:
    """Keep what that database is now. Nothing else of this program may have it open.

    To close a file gives back every lock that a program has on it, SQLite's own among them. A
    locked database needs no seal: each of its pages has one.
    """
    with closing(connect(path)) as held:
        held.execute("BEGIN")
        held.execute("SELECT count(*) FROM sqlite_master")  # From here on nobody changes it.
        said = told(path)
    if said:
        write_whole(place_of(path), said.encode("ascii"))


def unseal(path: Path) -> None:
    """Forget the seal: the database is about to become another one."""
    place_of(path).unlink(missing_ok=True)


def is_sealed(path: Path) -> bool:
    """Whether that database is to the byte what it was when it was sealed. As ``seal``, alone."""
    with suppress(FileNotFoundError):
        return _kept(path) == told(path)
    return False


def broken(path: Path) -> Problem | None:
    """What is wrong where the file was changed though nobody wrote into it. As ``seal``, alone."""
    try:
        kept, said = _kept(path), told(path)
    except FileNotFoundError:
        return None
    if not said:
        return None
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if kept != said and (kept[:8] == said[:8] or head[_COUNT] != head[_COUNT_AGAIN]):
        wrong = "It is damaged: since the app ended, something else has changed it."
        return Problem(str(path), wrong, "Restore a backup: facilitator db restore FILE.")
    return None


def told(path: Path) -> str:
    """The count of changes and the hash of all, in figures; "" for a locked database.

    As ``seal``, alone.
    """
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        head = file.read(_HEAD)
        file.seek(0)
        while piece := file.read(_PIECE):
            hashed.update(piece)
    if not head.startswith(_PLAIN):
        return ""
    return f"{head[_COUNT].hex()} {hashed.hexdigest()}\n"


def _kept(path: Path) -> str:
    return place_of(path).read_bytes().decode("ascii", "replace")
