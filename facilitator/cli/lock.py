"""The commands of `facilitator db` about the lock, and what asks for the passphrase."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.telling import refusals_are_sentences
from facilitator.refusals import Refusal

if TYPE_CHECKING:
    from facilitator.settings import Config

TRIES = 3
FILE = "FACILITATOR_PASSPHRASE_FILE"


def ask_in_the_terminal(path: Path) -> None:
    """Unlock that file by the file that the settings name, or by what is typed. Raises Refusal."""
    from facilitator.unlocking.by_file import read
    from facilitator.unlocking.trying import try_to_unlock

    if named := os.environ.get(FILE):
        # Another file, such as an old backup, may open by something else.
        if try_to_unlock(path, read(Path(named).expanduser())):
            return
        click.echo(f"What stands in '{named}' does not open '{path}'.", err=True)
    for _ in range(TRIES):
        if try_to_unlock(path, _typed(f"Passphrase or recovery key of '{path}'")):
            return
        click.echo("That does not open it.", err=True)
    raise Refusal.because(f"'{path}' stays locked.", "Look at the paper with the recovery key.")


@click.command("lock")
@refusals_are_sentences
def db_lock() -> None:
    """Lock the database on this computer with a passphrase. Stop the app first."""
    from facilitator.database import keys
    from facilitator.unlocking import locking

    config = _settings()
    keys.driver()
    locking.see_that_it_is_plain(config)
    with _nobody_else(config):
        new = locking.new_lock(_new_passphrase(may_be_read=True))
        _show(new.recovery)
        _see_that_it_is_on_paper(new.recovery)
        locking.lock(config, new)
        _note(config)
    click.echo("The database is locked, and so are the backups in our own folder.")


@click.command("unlock-for-good")
@refusals_are_sentences
def db_unlock_for_good() -> None:
    """Take the lock off the database. Stop the app first."""
    from facilitator.unlocking import locking

    config = _settings()
    with _nobody_else(config):
        locking.open_for_good(config)
        _note(config)
    click.echo("The database is no longer locked. Its backups still are: keep the recovery key.")


@click.command("new-passphrase")
@refusals_are_sentences
def db_new_passphrase() -> None:
    """Choose another passphrase for the locked database."""
    from facilitator.database import keys
    from facilitator.unlocking import locking

    config = _settings()
    keys.key_of(locking.file_of(config))  # Whoever can't open it has nothing to choose.
    locking.new_passphrase(config, _new_passphrase())
    _note(config)
    click.echo("The new passphrase holds from now on. The recovery key is as it was.")


@click.command("new-recovery-key")
@refusals_are_sentences
def db_new_recovery_key() -> None:
    """Make another recovery key for the locked database."""
    from facilitator.unlocking import locking

    config = _settings()
    _show(locking.new_recovery_key(config))
    _note(config)
    click.echo("The old one still opens backups that were made before now.")


COMMANDS = (db_lock, db_unlock_for_good, db_new_passphrase, db_new_recovery_key)


def _settings() -> "Config":
    from facilitator.settings import read

    return read(os.environ)


def _note(config: "Config") -> None:
    from facilitator import migrations
    from facilitator.unlocking import locking

    at = datetime.now(UTC)
    migrations.prepare(config, at=at)
    locking.note(config, at=at)


@contextmanager
def _nobody_else(config: "Config") -> Iterator[None]:
    """No app of ours runs on that folder until the end. Raises Refusal where one does."""
    from facilitator.unlocking import locking, presence

    with presence.in_folder(config.data_dir) as present:
        if not present.is_alone():
            raise presence.others_are_here(config.data_dir)
        locking.tidy_up(config)
        yield


def somebody_is_here() -> bool:
    """Whether there is a terminal, with somebody before it who can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _typed(what: str, *, hide: bool = True) -> str:
    if not somebody_is_here():
        raise Refusal.because(
            "Nobody is at this terminal to be asked.", f"Give a file with the passphrase in {FILE}."
        )
    typed: str = click.prompt(what, hide_input=hide, err=True)
    return typed


def _new_passphrase(*, may_be_read: bool = False) -> str:
    from facilitator.unlocking.by_file import read

    if may_be_read and (named := os.environ.get(FILE)):
        return read(Path(named).expanduser())
    click.echo("15 characters or more: four or five words that only you would put together.")
    first = _typed("A passphrase")
    if first != _typed("The same once more"):
        raise Refusal.because("The two are not the same.", "Begin again.")
    return first


def _see_that_it_is_on_paper(recovery: str) -> None:
    if not somebody_is_here():
        return  # A program that gave the passphrase in a file keeps what is written here too.
    asked = _typed("Write it down. Then type its last four letters or figures", hide=False)
    if asked.strip().upper() != recovery[-4:]:
        raise Refusal.because(
            f"'{asked[:20]}' is not its last group, so nothing was locked.", "Begin again."
        )


def _show(recovery: str) -> None:
    click.echo("The recovery key opens the database when nobody knows the passphrase:")
    click.echo(f"\n    {recovery}\n")
    click.echo("It is shown this once. Keep it on paper, and never with the computer.")
    sys.stdout.flush()
