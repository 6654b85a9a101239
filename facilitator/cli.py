"""The command `facilitator`. Heavy imports stand inside, so that every command starts quickly.

Exit 0 when all is well, 1 when something was found or refused, 2 for a wrong call. Errors are
sentences on standard error, never tracebacks.
"""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from facilitator.refusals import Problem, Refusal

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def main() -> None:
    """Run one command and leave with its exit code."""
    commands(prog_name="facilitator")


def _refusals_are_sentences(command: Callable[..., Any]) -> Callable[..., Any]:
    """A refusal becomes its sentences on standard error, and exit 1."""

    @wraps(command)
    def told(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except Refusal as refusal:
            click.echo(str(refusal), err=True)
            sys.exit(1)

    return told


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="facilitator")
def commands() -> None:
    """Lead a family's meeting, print the family's plan, look at its quality."""


@commands.command()
@click.option("--host", help="The address to serve on. This computer alone is the default.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port to serve on.")
@_refusals_are_sentences
def run(host: str | None, port: int | None) -> None:
    """Start the app in the browser."""
    import os

    from facilitator.app import serve
    from facilitator.settings import read

    given = {"FACILITATOR_HOST": host, "FACILITATOR_PORT": port and str(port)}
    environment = {**os.environ, **{key: value for key, value in given.items() if value}}
    serve(read(environment))


@commands.command()
@click.argument("record", type=_FILE)
@click.option(
    "-o",
    "--out",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the papers and their manifest.",
)
@click.option("--edition", help="standard or large_print, for every reader; or child.")
@click.option("--lang", help="The language of the paper. Only English is built.")
@click.option("--reader", help="The id of one person: print that person's copy alone.")
@_refusals_are_sentences
def plan(
    record: Path, folder: Path, edition: str | None, lang: str | None, reader: str | None
) -> None:
    """Print every copy that RECORD calls for, each one safe for its reader."""
    from facilitator.handing_out import Order, print_copies
    from facilitator.paper.press import EDITIONS

    if edition and edition not in EDITIONS:
        raise click.UsageError(
            f"There is no edition called '{edition}' yet. Use one of: {', '.join(EDITIONS)}."
        )
    if lang and lang.split("-")[0] != "en":
        raise click.UsageError(f"There is no paper in '{lang}' yet. Use: en.")
    report = print_copies(Order(record, folder, edition=edition, reader=reader))
    for line in report.open:
        click.echo(line, err=True)
    for line in report.written:
        click.echo(line)
    for line in report.refused:
        click.echo(line, err=True)
    sys.exit(1 if report.refused else 0)


@commands.group()
def agenda() -> None:
    """Look at agendas."""


@agenda.command("check")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@_refusals_are_sentences
def agenda_check(files: tuple[Path, ...]) -> None:
    """Say what is wrong with each agenda, where, and the remedy."""
    from facilitator.agenda import check

    _tell_problems([(path, problems) for path, problems in check(files)])


@commands.group()
def record() -> None:
    """Look at records of meetings."""


@record.command("check")
@click.argument("files", nargs=-1, required=True, type=_FILE)
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
    _tell_problems(found)


def _tell_problems(found: list[tuple[Path, tuple[Problem, ...]]]) -> None:
    for path, problems in found:
        for problem in problems:
            click.echo(str(problem), err=True)
        if not problems:
            click.echo(f"{path.name} is all right.")
    sys.exit(1 if any(problems for _, problems in found) else 0)
