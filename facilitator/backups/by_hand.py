"""Backups that somebody makes, checks and puts back by a command, encrypted or not."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from facilitator import access_log, migrations
from facilitator.access_log import Act, Because, What
from facilitator.backups import encrypting
from facilitator.database import keys, opened, seal, url_of, writing
from facilitator.database.files import connect, faults, faults_of_image, image, write_whole
from facilitator.refusals import Problem, Refusal
from facilitator.settings import Config

# Asks for the passphrase of that file; called only where it needs one.
Ask = Callable[[Path], str]


def back_up(config: Config, target: Path, *, at: datetime, passphrase: str = "") -> None:
    """Copy the whole database to a new file; with a passphrase, so that only it opens the file.

    Raises Refusal, and then there is no file at ``target``.
    """
    path = migrations.file_of(config)
    if passphrase:
        migrations.refuse_what_is_there(path, target)
        if keys.is_locked(path):
            raise Refusal.because(
                "The database is locked, and a backup of it is locked with the same passphrase.",
                "Leave --passphrase out.",
            )
        held = image(path)
        if problems := faults_of_image(held, str(path)):
            raise Refusal(*problems)
        write_whole(target, encrypting.encrypt(held, passphrase))
    else:
        migrations.back_up(config, target)
    _tell_the_log(config, Act.BACKUP, at)


def restore(config: Config, source: Path, *, at: datetime, ask: Ask) -> Path | None:
    """Make the database what that backup is, encrypted or not; where the old one is kept.

    Raises Refusal, and then the database is as it was.
    """
    path = migrations.file_of(config)
    if encrypting.is_encrypted(source):
        held = encrypting.decrypt(source, ask(source))
        aside = migrations.restore_image(config, held, str(source), at=at)
    else:
        aside = migrations.restore(config, source, at=at)
    seal.unseal(path)
    _tell_the_log(config, Act.RESTORE, at)
    return aside


def check(source: Path, *, ask: Ask) -> tuple[Problem, ...]:
    """What is wrong with that backup; nothing where it is whole. Refusal for a wrong passphrase."""
    if encrypting.is_encrypted(source):
        return faults_of_image(encrypting.decrypt(source, ask(source)), str(source))
    return faults(source)


def _tell_the_log(config: Config, act: Act, at: datetime) -> None:
    if not _has_log(migrations.file_of(config)):
        return  # An older database may be copied too.
    with opened(url_of(config)), writing() as session:
        access_log.note(session, act, at=at, what=What.DATABASE, because=Because.BY_HAND)


def _has_log(path: Path) -> bool:
    with closing(connect(path)) as connection:
        asked = "SELECT count(*) FROM sqlite_master WHERE name = 'access_entry'"
        return bool(connection.execute(asked).fetchone()[0])
