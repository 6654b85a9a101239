"""Backs the database up while it is in use, and puts a backup back: all of it, or nothing."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from facilitator.accounts import store as accounts
from facilitator.database import converting, keys, opened, writing
from facilitator.database.engine import sqlite_url
from facilitator.database.files import (
    PART,
    beside,
    copy,
    faults,
    faults_of_image,
    make_private,
    pour,
    pour_image,
    put_aside,
)
from facilitator.migrations.preparing import file_up_to_date
from facilitator.refusals import Problem, Refusal
from facilitator.settings import Config

_ANOTHER = "Give another backup."


def back_up(config: Config, target: Path) -> None:
    """Copy the whole database to a new file, as it is at one moment; others may go on writing.

    Raises Refusal where it can't be done, and then there is no file at ``target``.
    """
    path = file_of(config)
    refuse_what_is_there(path, target)
    copy(path, target)


def refuse_what_is_there(path: Path, target: Path) -> None:
    """Refuse to copy from nothing, and onto anything. Raises Refusal."""
    if not path.exists():
        raise Refusal.because("There is no database yet.", "Start the app: facilitator run.")
    if target.exists():
        raise Refusal.because(f"There is already a file '{target}'.", "Give another name.")


def restore(config: Config, source: Path, *, at: datetime) -> Path | None:
    """Make the database what that backup is, and give back where the old one is kept.

    The backup is checked and brought up to date in a copy first, where every visit ends: one
    that was ended since the backup must not come alive again. The database itself is changed in
    one transaction at the end. Raises Refusal, and then the database is as it was.
    """
    path = file_of(config)
    if path.exists() and source.samefile(path):
        raise Refusal.because(f"'{source}' is the database itself.", "Give a backup of it.")
    if problems := faults(source):
        raise Refusal(*(Problem(one.place, one.wrong, _ANOTHER) for one in problems))
    return _restored(path, lambda staged: _lay(source, path, staged), at)


def _lay(source: Path, path: Path, staged: Path) -> None:
    """A copy of the backup under the lock of the database, whatever lock the backup has."""
    if _is_new(path):
        copy(source, staged)
        keys.copy_lock(source, path)
    elif keys.key_of(source) == keys.key_of(path):
        copy(source, staged)
    else:
        keys.copy_lock(path, staged)
        make_private(staged)
        converting.export(source, staged)


def _is_new(path: Path) -> bool:
    return path.stat().st_size == 0


def restore_image(config: Config, held: bytes, named: str, *, at: datetime) -> Path | None:
    """The same from the bytes of a backup; ``named`` is what refusals call it."""
    if problems := faults_of_image(held, named):
        raise Refusal(*(Problem(one.place, one.wrong, _ANOTHER) for one in problems))
    if keys.is_locked(path := file_of(config)):
        raise Refusal.because(
            f"The database '{path}' is locked, and this backup would lie on the disk unlocked.",
            "Put the database and its lock somewhere else, and run this again. Then lock it anew.",
        )

    def lay(staged: Path) -> None:
        make_private(staged)
        pour_image(held, staged)

    return _restored(path, lay, at)


def _restored(path: Path, lay: Callable[[Path], None], at: datetime) -> Path | None:
    make_private(path)
    staged = path.with_name(f".{path.name}.restoring.{os.getpid()}{PART}")
    try:
        lay(staged)
        file_up_to_date(staged)
        _end_all_visits(staged, at)
        kept = _keep(path, at)
        make_private(path)
        pour(staged, path)
    finally:
        for ending in ("", "-journal", keys.ENDING):
            one = staged.with_name(staged.name + ending)
            one.unlink(missing_ok=True)
    return kept


def _end_all_visits(path: Path, at: datetime) -> None:
    with opened(sqlite_url(path)), writing() as session:
        accounts.end_all_visits(session, at=at)


def _keep(path: Path, at: datetime) -> Path | None:
    """Put a copy of the old database aside; where it is damaged, the file itself."""
    if _is_new(path):
        return None
    aside = beside(path, at)
    if faults(path):
        keys.copy_lock(path, aside)
        put_aside(path, aside)
    else:
        copy(path, aside)
    return aside


def file_of(config: Config) -> Path:
    """The file of that database. Refusal where it is PostgreSQL."""
    if config.database_file is None:
        raise Refusal.because(
            "The database is PostgreSQL, which has its own backups.",
            "Use pg_dump and pg_restore.",
        )
    return config.database_file
