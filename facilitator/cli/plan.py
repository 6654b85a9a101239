"""The command `facilitator plan`."""

import sys
from pathlib import Path

import click

from facilitator.cli.telling import FILE, refusals_are_sentences


@click.command()
@click.argument("record", type=FILE)
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
@refusals_are_sentences
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
