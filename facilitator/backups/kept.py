"""The backups that the app keeps by itself: one file a day, and beside it what was true of it."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from facilitator.access_log import Head, Mark
from facilitator.database.files import write_whole
from facilitator.database.keys import lock_of
from facilitator.settings import Config

FOLDER = "backups"
_NAME = re.compile(r"facilitator-[0-9]{4}-[0-9]{2}-[0-9]{2}\.sqlite3")
_PIECE = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Backup:
    """One backup of one day, as it was when it was made.

    ``size`` is in bytes. ``log`` is the end of the log of every look at that moment. ``at_rest`` is
    the seal of the database itself, where the app ended with this backup, else "": as long as it
    fits there is nothing new to keep.
    """

    path: Path
    made_at: datetime
    size: int
    sha256: str
    log: Head
    at_rest: str = ""

    @property
    def mark(self) -> str:
        """The end of the log, short enough to read out; "" where it was empty."""
        return str(Mark.of(self.log)) if self.log.number else ""

    def is_whole(self) -> bool:
        """Whether the file is to the byte what was written. It is read once, and remembered."""
        try:
            seen = self.path.stat()
        except OSError:
            return False
        if seen.st_size != self.size:
            return False
        return _hash_of(self.path, seen.st_mtime_ns, seen.st_size) == self.sha256


def folder_of(config: Config) -> Path:
    """Where that app keeps its backups."""
    return config.backup_dir or config.data_dir / FOLDER


def list_of(config: Config) -> tuple[Backup, ...]:
    """Every backup that the app made, the newest first; a file that it knows nothing of is none."""
    try:
        names = sorted(one for one in folder_of(config).iterdir() if _NAME.fullmatch(one.name))
    except OSError:
        return ()
    found = [one for path in names if (one := _read(path)) is not None]
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def latest(config: Config) -> Path | None:
    """The newest backup that is whole; None where there is none."""
    return next((one.path for one in list_of(config) if one.is_whole()), None)


def beside(path: Path) -> Path:
    """Where it is written what was true of that backup."""
    return path.with_suffix(".json")


def describe(backup: Backup) -> None:
    """Write beside it what is true of that backup. Raises Refusal."""
    told = {**asdict(backup), "made_at": backup.made_at.isoformat()}
    told.pop("path")
    write_whole(beside(backup.path), json.dumps(told, indent=1).encode("ascii") + b"\n")


def take_out(backup: Backup) -> None:
    """Delete that backup, and what stands beside it. Raises OSError."""
    backup.path.unlink(missing_ok=True)
    for more in (beside(backup.path), lock_of(backup.path)):
        more.unlink(missing_ok=True)


def hash_of(path: Path) -> str:
    """The SHA-256 of that file, in figures."""
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            hashed.update(piece)
    return hashed.hexdigest()


@lru_cache(maxsize=64)
def _hash_of(path: Path, _changed: int, _size: int) -> str:
    try:
        return hash_of(path)
    except OSError:
        return ""


def _read(path: Path) -> Backup | None:
    try:
        told: Any = json.loads(beside(path).read_bytes())
        return Backup(
            path=path,
            made_at=datetime.fromisoformat(told["made_at"]),
            size=int(told["size"]),
            sha256=str(told["sha256"]),
            log=Head(**told["log"]),
            at_rest=str(told["at_rest"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
