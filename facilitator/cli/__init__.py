"""The command `facilitator`: one module for each word that may follow.

Heavy imports stand inside the commands, so that every command starts quickly. Exit 0 when all is
well, 1 when something was found or refused, 2 for a wrong call. Errors are sentences on standard
error, never tracebacks.
"""

import click

from facilitator.cli.agenda import agenda
from facilitator.cli.audit import audit
from facilitator.cli.check import check
from facilitator.cli.db import db
from facilitator.cli.lock import COMMANDS, ask_in_the_terminal
from facilitator.cli.log import log
from facilitator.cli.plan import plan
from facilitator.cli.record import record
from facilitator.cli.retention import retention
from facilitator.cli.run import run
from facilitator.cli.user import user


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="facilitator")
def commands() -> None:
    """Lead a family's meeting, print the family's plan, look at its quality."""
    from facilitator.settings.asking import ask_by

    ask_by(ask_in_the_terminal)
    click.get_current_context().call_on_close(lambda: ask_by(None))


for command in (run, plan, check, audit, agenda, record, user, db, retention, log):
    commands.add_command(command)
for command in COMMANDS:
    db.add_command(command)


def main() -> None:
    """Run one command and leave with its exit code."""
    commands(prog_name="facilitator")
