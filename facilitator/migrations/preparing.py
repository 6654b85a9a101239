"""Makes the database at the first start, and brings it up to date at a later one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from facilitator.database import opened, url_of
from facilitator.database.engine import sqlite_url
from facilitator.database.files import beside, copy, make_private
from facilitator.migrations import stepping
from facilitator.refusals import Refusal
from facilitator.settings import Config


def prepare(config: Config, *, at: datetime) -> None:
    """See that the database is there, private and up to date, before anybody is let in.

    A file is made or brought up to date; a team's PostgreSQL is only looked at, because several
    servers may share it. Raises Refusal.
    """
    if config.database_file is not None:
        up_to_date(config, at=at)
    elif _standing(url_of(config)) != stepping.known()[0]:
        raise Refusal.because(
            "The database is not up to date with this version of the app.",
            "Stop every server that uses it, and run: facilitator db upgrade.",
        )


@contextmanager
def ready(config: Config, *, at: datetime) -> Iterator[None]:
    """The prepared database for a command: inside, `reading` and `writing` work."""
    prepare(config, at=at)
    with opened(url_of(config)):
        yield


def up_to_date(config: Config, *, at: datetime, versions: Path = stepping.VERSIONS) -> str:
    """Bring the database up to date, and say in a sentence what was done. Raises Refusal."""
    path, url = config.database_file, url_of(config)
    if path is None:
        return _brought_up(url, versions)
    make_private(path)
    at_first = _standing(url)
    kept = ""
    if at_first and at_first in stepping.known(versions)[1:]:
        aside = beside(path, at)
        copy(path, aside)
        kept = f" A copy of how it was is in '{aside}'. Delete it when all is well."
    return _brought_up(url, versions) + kept


def file_up_to_date(path: Path) -> None:
    """The same for a file that nobody else knows of; no copy is kept."""
    _brought_up(sqlite_url(path), stepping.VERSIONS)


def _brought_up(url: URL, versions: Path) -> str:
    known, at_first = stepping.known(versions), _standing(url)
    if at_first == known[0]:
        return "The database is up to date."
    if at_first and at_first not in known:
        raise Refusal.because(
            f"The database was written by a newer version of the app (step {at_first}).",
            "Install that version again, or restore a backup: facilitator db restore FILE.",
        )
    try:
        stepping.upgrade(url, versions)
    except (SQLAlchemyError, RuntimeError) as error:
        raise Refusal.because(
            f"The database could not be brought up to date: {_first_line(error)}.",
            "It is as it was. Run: facilitator db check.",
        ) from error
    return f"The database is now at step {known[0]}." if at_first else "The database is made."


def _standing(url: URL) -> str:
    try:
        return stepping.standing(url)
    except SQLAlchemyError as error:
        raise Refusal.because(
            f"The database can't be read: {_first_line(error)}.", "Run: facilitator db check."
        ) from error
    except ModuleNotFoundError as error:
        raise Refusal.because(
            f"PostgreSQL needs the package '{error.name}', which is not installed.",
            "Run: pip install 'facilitator[team]'.",
        ) from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".")
