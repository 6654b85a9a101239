"""The command `facilitator record`."""

from pathlib import Path

import click

from facilitator.cli.telling import FILE, tell_problems
from facilitator.refusals import Problem, Refusal


@click.group()
def record() -> None:
    """Look at records of meetings."""


@record.command("check")
@click.argument("files", nargs=-1, required=True, type=FILE)
def record_check(files: tuple[Path, ...]) -> None:
    """Say what is wrong with each record, where, and the remedy."""
    from facilitator.record import read

    found: list[tuple[Path, tuple[Problem, ...]]] = []
    for path in files:
        try:
            read(path.read_bytes(), path.name)
            found.append((path, ()))
        except Refusal as refusal:
            found.append((path, refusal.problems))
    tell_problems(found)
