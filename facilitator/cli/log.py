"""The command `facilitator log`."""

import os
import sys

import click

from facilitator.cli.telling import refusals_are_sentences


@click.group()
def log() -> None:
    """Look after the log of who looked at what."""


@log.command("check")
@click.option(
    "--mark",
    "marks",
    metavar="MARK",
    multiple=True,
    help="A mark from a plan's last page or from beside a backup, such as 1042-7F3K-9QXM.",
)
@refusals_are_sentences
def log_check(marks: tuple[str, ...]) -> None:
    """Say whether any entry of the log was changed, moved or taken out."""
    from facilitator import access_log
    from facilitator.access_log import Mark, checking
    from facilitator.access_log.chain import too_old
    from facilitator.access_log.store import beginning
    from facilitator.database import opened, reading, url_of
    from facilitator.settings import read

    asked = tuple(Mark.read(one) for one in marks)
    with opened(url_of(read(os.environ))):
        problems = checking.check(asked)
        with reading() as session:
            forgotten = too_old(asked, beginning(session))
            end = access_log.mark(session)
    for one in forgotten:
        click.echo(f"The mark {one} is too old. Its entry was let go when its time was over.")
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        sys.exit(1)
    click.echo(f"The log is whole. Its mark is {end} now." if end else "The log is empty.")
