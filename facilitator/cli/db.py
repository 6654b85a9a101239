"""The command `facilitator db`."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from facilitator.cli.telling import FILE, refusals_are_sentences


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
@refusals_are_sentences
def db_check() -> None:
    """Say what is wrong with the database, and the remedy."""
    from facilitator.migrations import check
    from facilitator.settings import read

    problems = check(read(os.environ))
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        sys.exit(1)
    click.echo("The database is all right.")


@db.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@refusals_are_sentences
def db_backup(file: Path) -> None:
    """Copy the whole database to FILE, also while the app is running."""
    from facilitator.migrations import back_up
    from facilitator.settings import read

    back_up(read(os.environ), file)
    click.echo(f"The backup is in '{file}'. It holds the families' words: keep it safe.")


@db.command("restore")
@click.argument("file", type=FILE)
@refusals_are_sentences
def db_restore(file: Path) -> None:
    """Make the database what the backup FILE is. Stop the app first."""
    from facilitator.migrations import restore
    from facilitator.settings import read

    kept = restore(read(os.environ), file, at=datetime.now(UTC))
    click.echo(f"The database is what '{file}' was. Everybody has to sign in again.")
    if kept is not None:
        click.echo(f"What it was before is in '{kept}'. Delete it when all is well.")
