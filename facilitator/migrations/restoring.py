"""Backs the database up while it is in use, and puts a backup back: all of it, or nothing."""

from datetime import datetime
from pathlib import Path

from facilitator.accounts import store as accounts
from facilitator.database import opened, writing
from facilitator.database.engine import sqlite_url
from facilitator.database.files import beside, copy, faults, make_private, pour, put_aside
from facilitator.migrations.preparing import file_up_to_date
from facilitator.refusals import Problem, Refusal
from facilitator.settings import Config


def back_up(config: Config, target: Path) -> None:
    """Copy the whole database to a new file, as it is at one moment; others may go on writing.

    Raises Refusal where it can't be done, and then there is no file at ``target``.
    """
    path = _file_of(config)
    if not path.exists():
        raise Refusal.because("There is no database yet.", "Start the app: facilitator run.")
    if target.exists():
        raise Refusal.because(f"There is already a file '{target}'.", "Give another name.")
    copy(path, target)


def restore(config: Config, source: Path, *, at: datetime) -> Path | None:
    """Make the database what that backup is, and give back where the old one is kept.

    The backup is checked and brought up to date in a copy first, where every visit ends: one
    that was ended since the backup must not come alive again. The database itself is changed in
    one transaction at the end. Raises Refusal, and then the database is as it was.
    """
    path = _file_of(config)
    if path.exists() and source.samefile(path):
        raise Refusal.because(f"'{source}' is the database itself.", "Give a backup of it.")
    if problems := faults(source):
        raise Refusal(*(Problem(one.place, one.wrong, "Give another backup.") for one in problems))
    make_private(path)
    staged = path.with_name(f".{path.name}.restoring")
    try:
        copy(source, staged)
        file_up_to_date(staged)
        _end_all_visits(staged, at)
        kept = _keep(path, at)
        make_private(path)
        pour(staged, path)
    finally:
        staged.unlink(missing_ok=True)
    return kept


def _end_all_visits(path: Path, at: datetime) -> None:
    with opened(sqlite_url(path)), writing() as session:
        accounts.end_all_visits(session, at=at)


def _keep(path: Path, at: datetime) -> Path | None:
    """Put a copy of the old database aside; where it is damaged, the file itself."""
    if path.stat().st_size == 0:
        return None
    aside = beside(path, at)
    if faults(path):
        put_aside(path, aside)
    else:
        copy(path, aside)
    return aside


def _file_of(config: Config) -> Path:
    if config.database_file is None:
        raise Refusal.because(
            "The database is PostgreSQL, which has its own backups.",
            "Use pg_dump and pg_restore.",
        )
    return config.database_file
