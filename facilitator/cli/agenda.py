"""The command `facilitator agenda`."""

from pathlib import Path

import click

from facilitator.cli.telling import FILE, refusals_are_sentences, tell_problems


@click.group()
def agenda() -> None:
    """Look at agendas."""


@agenda.command("check")
@click.argument("files", nargs=-1, required=True, type=FILE)
@refusals_are_sentences
def agenda_check(files: tuple[Path, ...]) -> None:
    """Say what is wrong with each agenda, where, and the remedy."""
    from facilitator.agenda import check

    tell_problems(check(files))
