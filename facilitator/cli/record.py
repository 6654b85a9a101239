"""The command `facilitator record`."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from facilitator.cli.telling import FILE, refusals_are_sentences, tell_problems
from facilitator.refusals import Problem, Refusal


@click.group()
def record() -> None:
    """Look at records of meetings, bring them in, and take them out."""


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


@record.command("import")
@click.argument("file", type=FILE)
@click.option("--owner", help="The e-mail address of whoever leads the meeting.")
@refusals_are_sentences
def record_import(file: Path, owner: str | None) -> None:
    """Bring the meeting of a record FILE into the database: all of it, or nothing."""
    from facilitator import migrations
    from facilitator.desk.post import bring_in_file
    from facilitator.settings import read

    at = datetime.now(UTC)
    with migrations.ready(read(os.environ), at=at):
        arrival = bring_in_file(file, owner=owner, at=at)
    click.echo(f"{file.name} is meeting {arrival.kept.id}.")
    for sentence in arrival.to_tell:
        click.echo(sentence, err=True)


@record.command("export")
@click.argument("meeting")
@click.option(
    "-o",
    "--out",
    "file",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; it must not be there yet.",
)
@refusals_are_sentences
def record_export(meeting: str, file: Path) -> None:
    """Write the record of MEETING to a file. MEETING is its id, or the id of its record."""
    from facilitator import migrations
    from facilitator.desk.post import take_out_file
    from facilitator.settings import read

    with migrations.ready(read(os.environ), at=datetime.now(UTC)):
        take_out_file(meeting, file)
    click.echo(f"The record is in '{file}'. It holds the family's words: keep it safe.")
