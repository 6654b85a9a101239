"""Making the backup of a day, and letting go of those that are too many or too old."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from facilitator import access_log
from facilitator.access_log import Act, Because, Head, What
from facilitator.backups import kept
from facilitator.backups.kept import Backup
from facilitator.database import opened, reading, seal, url_of, writing
from facilitator.database.files import copy
from facilitator.refusals import Refusal
from facilitator.settings import Config

A_DAY = timedelta(days=1)
# A family whose day has come is gone from the backups too after so many days of use.
LONGEST_KEPT = timedelta(days=35)


def is_due(config: Config, at: datetime) -> bool:
    """Whether the app should make one by itself: the last is a day old, or there is none.

    One from the future was made while the clock was wrong, and counts as none.
    """
    if not config.backups_kept or not _has_database(config):
        return False
    of_today = (one for one in kept.list_of(config) if timedelta() <= at - one.made_at < A_DAY)
    return not any(one.is_whole() for one in of_today)


def is_something_new(config: Config) -> bool:
    """Whether anything was written since the backup with which the app last ended.

    Nothing of this program may have the database open.
    """
    if not config.backups_kept or not _has_database(config):
        return False
    newest = next(iter(kept.list_of(config)), None)
    return newest is None or not newest.at_rest or newest.at_rest != seal.told(_file(config))


def make(config: Config, *, at: datetime, by: UUID | None = None) -> Backup:
    """Make the backup of today, in place of one from earlier today; then let go of what is too old.

    Raises Refusal where it can't be made: no older one is touched then. ``by`` is who asked for
    it, None for the app itself.
    """
    folder = kept.folder_of(config)
    target = folder / f"facilitator-{at:%Y-%m-%d}.sqlite3"
    with opened(url_of(config)):
        end = _end_of_log()
        try:
            if config.backup_dir is None:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            copy(_file(config), target)
            size, sha256 = target.stat().st_size, kept.hash_of(target)
        except OSError as error:
            raise Refusal.because(
                f"The backup can't be kept in '{folder}': {error.strerror or error}.",
                "See that the folder is there, and has room.",
            ) from error
        _tell_the_log(at, by)
    backup = Backup(
        path=target,
        made_at=at,
        size=size,
        sha256=sha256,
        log=end,
    )
    kept.describe(backup)
    let_go(config, at=at, but=backup)
    return backup


def let_go(config: Config, *, at: datetime, but: Backup) -> None:
    """Delete those beyond the number, and those too old; never the one that was just made."""
    others = [one for one in kept.list_of(config) if one.path != but.path]
    too_many = others[max(config.backups_kept - 1, 0) :]
    too_old = [one for one in others if at - one.made_at > LONGEST_KEPT]
    for one in {each.path: each for each in (*too_many, *too_old)}.values():
        with suppress(OSError):  # It stands in the list still, with its day.
            kept.take_out(one)


def _end_of_log() -> Head:
    with reading() as session:
        return access_log.head(session)


def _tell_the_log(at: datetime, by: UUID | None) -> None:
    because = Because.BY_HAND if by else Because.EVERY_DAY
    with writing() as session:
        access_log.note(session, Act.BACKUP, at=at, what=What.DATABASE, user_id=by, because=because)


def _has_database(config: Config) -> bool:
    path = config.database_file
    return path is not None and path.exists() and path.stat().st_size > 0


def _file(config: Config) -> Path:
    if config.database_file is None:
        raise Refusal.because(
            "The database is PostgreSQL, which has its own backups.",
            "Use pg_dump and pg_restore.",
        )
    return config.database_file
