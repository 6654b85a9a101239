"""The command `facilitator retention`."""

import os
from datetime import UTC, datetime

import click

from facilitator.cli.telling import refusals_are_sentences


@click.group()
def retention() -> None:
    """Show how long each kind of record is kept, and remove what has come to its day."""


@retention.command("show")
@refusals_are_sentences
def retention_show() -> None:
    """Print the table: each kind, what each team has chosen, and what has gone."""
    from facilitator.migrations import ready
    from facilitator.retention.telling import lines
    from facilitator.settings import read

    with ready(read(os.environ), at=datetime.now(UTC)):
        for line in lines():
            click.echo(line)


@retention.command("purge")
@click.option("--dry-run", is_flag=True, help="Say what would go, and remove nothing.")
@refusals_are_sentences
def retention_purge(*, dry_run: bool) -> None:
    """Remove what has come to its day, and is not held back. The app does this every day."""
    from facilitator.access_log import Because
    from facilitator.migrations import ready
    from facilitator.retention.gone.purge import purge, would_go
    from facilitator.retention.telling import went
    from facilitator.settings import read

    at = datetime.now(UTC)
    with ready(read(os.environ), at=at):
        found = would_go(at=at) if dry_run else purge(at=at, because=Because.BY_HAND)
    for line in went(found, at=at, only_would=dry_run):
        click.echo(line)
