"""Locking the laptop's database, opening it for good, and changing what opens it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from facilitator import access_log
from facilitator.access_log import Act, Because, What
from facilitator.accounts import passwords
from facilitator.backups import kept
from facilitator.database import keys, opened, url_of, writing
from facilitator.database.converting import plain_files, tidy, turn
from facilitator.database.files import in_use
from facilitator.refusals import Problem, Refusal
from facilitator.settings import Config
from facilitator.unlocking import by_file, recovery, wrapping
from facilitator.unlocking.presence import Presence

SHORTEST = 15


@dataclass(frozen=True)
class NewLock:
    """A lock that is ready to be laid, with the recovery key that must be printed before."""

    key: keys.Key
    recovery: str = field(repr=False)
    lock: dict[str, Any] = field(repr=False)


def faults_of(passphrase: str) -> tuple[str, ...]:
    """What is wrong with a new passphrase, in sentences. It is never shown itself."""
    length = len(passwords.normal(passphrase))
    if length < SHORTEST:
        return (f"It has {length} characters; fewer than {SHORTEST} can be guessed.",)
    return passwords.faults(passphrase)


def new_lock(passphrase: str) -> NewLock:
    """A new key, wrapped by this passphrase and by a new recovery key. Raises Refusal."""
    _see_that_it_is_good(passphrase)
    key, paper = keys.Key.by_chance(), recovery.by_chance()
    typed = passwords.normal(passphrase)
    return NewLock(key, paper, wrapping.new_lock(key, passphrase=typed, recovery=paper))


def lock(config: Config, new: NewLock) -> None:
    """Lock the database, and every plain copy of it that lies in our folders. Raises Refusal.

    This program must have no connection to any of them.
    """
    see_that_it_is_plain(config)
    keys.driver()
    keys.hold(new.key)
    turn(file_of(config), new.lock)
    lock_copies(config)


def see_that_it_is_plain(config: Config) -> None:
    """Raises Refusal where the database is locked already."""
    if keys.is_locked(file_of(config)):
        raise Refusal.because("The database is locked already.", "There is nothing to do.")


def lock_copies(config: Config) -> None:
    """Lock the plain copies from before; after a kill in between, at the next start."""
    path = file_of(config)
    if not keys.is_locked(path):
        return
    folders = sorted({config.data_dir, kept.folder_of(config)})
    plain = {one: None for folder in folders for one in plain_files(folder, but=path)}
    if not plain:
        return
    told = keys.read_lock(path)
    whole = {one.path: one for one in kept.list_of(config) if one.is_whole()}
    for one in plain:
        turn(one, told)
        if one in whole:
            size, sha256 = one.stat().st_size, kept.hash_of(one)
            kept.describe(replace(whole[one], size=size, sha256=sha256))


def open_for_good(config: Config) -> None:
    """Take the lock off the database. Its backups stay locked. Raises Refusal."""
    path = file_of(config)
    if keys.key_of(path) is None:
        raise Refusal.because("The database is not locked.", "There is nothing to do.")
    turn(path, None)


def note(config: Config, *, at: datetime, by: UUID | None = None) -> None:
    """Write into the log of every look that the lock was changed; ``by`` None for a command."""
    because = Because.BY_HAND if by is None else Because.NOTHING_MORE
    with opened(url_of(config)), writing() as session:
        what = What.KEYS
        access_log.note(session, Act.SETTING, at=at, what=what, user_id=by, because=because)


def new_passphrase(config: Config, passphrase: str) -> None:
    """Open the database by another passphrase from now on. Raises Refusal."""
    _see_that_it_is_good(passphrase)
    _wrap_anew(config, wrapping.PASSPHRASE, passwords.normal(passphrase))


def new_recovery_key(config: Config) -> str:
    """Open the database by another recovery key from now on: this one. Raises Refusal."""
    paper = recovery.by_chance()
    _wrap_anew(config, wrapping.RECOVERY, paper)
    return paper


def tidy_up(config: Config) -> None:
    """Erase what a killed turn left behind. No other program may be in the folder."""
    if config.database_file is not None:
        tidy(config.database_file)


def before_a_start(config: Config, present: Presence) -> Path | None:
    """The database that waits to be unlocked, if it does. What a killed turn left is erased.

    Raises Refusal where another program turns it just now, or where nobody could unlock it.
    """
    path = config.database_file
    if path is None:
        return None
    if present.is_alone():
        tidy_up(config)
    if not present.beside_others():
        raise in_use(path)
    by_file.unlock(config)
    if not keys.is_locked(path) or keys.is_open(path):
        return None
    keys.driver()
    if not config.on_this_computer:
        raise Refusal.because(
            f"The database '{path}' is locked, and only this computer may be asked to unlock it.",
            "Give a file with its passphrase in FACILITATOR_PASSPHRASE_FILE.",
        )
    return path


def file_of(config: Config) -> Path:
    """The file that can be locked. Raises Refusal for a team's PostgreSQL."""
    if config.database_file is None:
        raise Refusal.because(
            "The database is PostgreSQL, which this can't lock.",
            "Have the disk of its server encrypted.",
        )
    if not config.database_file.exists():
        raise Refusal.because("There is no database yet.", "Start the app: facilitator run.")
    return config.database_file


def _see_that_it_is_good(passphrase: str) -> None:
    if told := faults_of(passphrase):
        raise Refusal(*(Problem("", one, "Choose a longer or rarer one.") for one in told))


def _wrap_anew(config: Config, name: str, typed: str) -> None:
    path = file_of(config)
    key = keys.key_of(path)
    if key is None:
        raise Refusal.because("The database is not locked.", "Lock it: facilitator db lock.")
    keys.write_lock(path, wrapping.with_wrap(keys.read_lock(path), name, typed, key))
