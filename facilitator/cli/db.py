"""The command `facilitator db`."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from facilitator.cli.telling import FILE, refusals_are_sentences

_FROM_FILE = click.option(
    "--passphrase-file",
    type=FILE,
    help="Read the passphrase from the first line of this file, which only you can read.",
)
FOR_ITS_OWNER = 0o077  # what nobody else may have


@click.group()
def db() -> None:
    """Look after the database that the meetings are kept in."""


@db.command("upgrade")
@refusals_are_sentences
def db_upgrade() -> None:
    """Make the database, or bring it up to date with this version."""
    from facilitator.migrations.preparing import up_to_date
    from facilitator.settings import read

    click.echo(up_to_date(read(os.environ), at=datetime.now(UTC)))


@db.command("check")
@click.argument("file", type=FILE, required=False)
@_FROM_FILE
@refusals_are_sentences
def db_check(file: Path | None, passphrase_file: Path | None) -> None:
    """Say what is wrong with the database, or with the backup FILE, and the remedy."""
    from facilitator.backups import by_hand
    from facilitator.migrations import check
    from facilitator.settings import read

    problems = by_hand.check(file, ask=_asking(passphrase_file)) if file else None
    if problems is None:
        problems = check(read(os.environ))
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        sys.exit(1)
    click.echo(f"'{file}' is whole." if file else "The database is all right.")


@db.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--passphrase", is_flag=True, help="Encrypt it: you are asked for a passphrase.")
@_FROM_FILE
@refusals_are_sentences
def db_backup(file: Path, passphrase: bool, passphrase_file: Path | None) -> None:  # noqa: FBT001 - as click hands it in
    """Copy the whole database to FILE, also while the app is running."""
    from facilitator.backups import by_hand
    from facilitator.settings import read

    typed = _new_passphrase(passphrase_file) if passphrase or passphrase_file else ""
    by_hand.back_up(read(os.environ), file, at=datetime.now(UTC), passphrase=typed)
    if typed:
        click.echo(f"The backup is in '{file}'. Only the passphrase opens it.")
    else:
        click.echo(f"The backup is in '{file}'. It holds the families' words: keep it safe.")


@db.command("restore")
@click.argument("file", type=FILE)
@_FROM_FILE
@refusals_are_sentences
def db_restore(file: Path, passphrase_file: Path | None) -> None:
    """Make the database what the backup FILE is. Stop the app first."""
    from facilitator.backups import by_hand
    from facilitator.settings import read

    ask = _asking(passphrase_file)
    kept = by_hand.restore(read(os.environ), file, at=datetime.now(UTC), ask=ask)
    click.echo(f"The database is what '{file}' was. Everybody has to sign in again.")
    if kept is not None:
        click.echo(f"What it was before is in '{kept}'. Delete it when all is well.")


def _asking(file: Path | None) -> Callable[[Path], str]:
    def ask(backup: Path) -> str:
        if file is not None:
            return _read(file)
        typed: Any = click.prompt(f"Passphrase of '{backup.name}'", hide_input=True, err=True)
        return str(typed)

    return ask


def _new_passphrase(file: Path | None) -> str:
    """A passphrase that is strong enough, typed twice or read. Raises Refusal."""
    from facilitator.backups.encrypting import faults_of
    from facilitator.refusals import Refusal

    if file is None:
        click.echo("It is the only key to the backup. Three or four words are good.", err=True)
        typed = str(click.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True))
    else:
        typed = _read(file)
    if told := faults_of(typed):
        raise Refusal.because(f"The passphrase is not strong enough. {told[0]}", "Choose another.")
    return typed


def _read(file: Path) -> str:
    from facilitator.refusals import Refusal

    if os.name == "posix" and file.stat().st_mode & FOR_ITS_OWNER:
        raise Refusal.because(
            f"Other users of this computer can read '{file}'.", f"Run: chmod 600 '{file}'."
        )
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise Refusal.because(f"'{file}' can't be read as text.", "Give another file.") from error
    return lines[0] if lines else ""
