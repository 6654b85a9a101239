"""The command `facilitator user`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from facilitator.cli.telling import refusals_are_sentences

PASSWORD_FILE = click.option(
    "--password-file",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    help="Read the password from this file's first line; - is standard input.",
)
# The same as accounts.user.Duty, written here so that --help needs no more than click; a test
# holds the two together.
DUTIES = ("facilitator", "supervisor", "administrator", "second_person")

LOOKS_AFTER = click.option(
    "--looks-after",
    multiple=True,
    help="One more team that a supervisor looks after. May be given more than once.",
)


@click.group()
def user() -> None:
    """Look after accounts."""


@user.command("add")
@click.argument("email")
@click.option("--name", required=True, help="How people call them at work.")
@click.option("--team", help="Their team; a new name makes a new team. One team needs no naming.")
@click.option(
    "--duty",
    "duties",
    multiple=True,
    type=click.Choice(DUTIES),
    default=("facilitator",),
    show_default=True,
    help="What they do here. May be given more than once.",
)
@LOOKS_AFTER
@PASSWORD_FILE
@refusals_are_sentences
def user_add(
    email: str,
    name: str,
    team: str | None,
    duties: tuple[str, ...],
    looks_after: tuple[str, ...],
    password_file: Path | None,
) -> None:
    """Make an account for EMAIL. The password is asked for twice, and never shown."""
    from facilitator.accounts import looking_after
    from facilitator.accounts.user import Duty

    with _app():
        looking_after.check_new(email=email, name=name, team=team)
        given = frozenset(Duty(one) for one in duties)
        new = looking_after.NewPerson(email, name, team, given, looks_after)
        made = looking_after.add(new, _password(password_file))
    click.echo(f"{made.name} can sign in as {made.email}.")


@user.command("change")
@click.argument("email")
@click.option("--team", help="Another team; a new name makes a new team.")
@click.option(
    "--duty",
    "duties",
    multiple=True,
    type=click.Choice(DUTIES),
    help="What they do here from now on, and nothing else. May be given more than once.",
)
@LOOKS_AFTER
@click.option("--looks-after-none", is_flag=True, help="They look after their own team alone.")
@refusals_are_sentences
def user_change(
    email: str,
    team: str | None,
    duties: tuple[str, ...],
    looks_after: tuple[str, ...],
    looks_after_none: bool,  # noqa: FBT001 - as click gives a flag
) -> None:
    """Change what EMAIL may do. What is not given stays; they are signed out everywhere."""
    from facilitator.accounts import looking_after
    from facilitator.accounts.user import Duty

    with _app():
        person = looking_after.find(email)
        said = looking_after.change(
            person,
            team=team,
            duties=frozenset(Duty(one) for one in duties) or None,
            looks_after=looks_after or (() if looks_after_none else None),
        )
    for one in said or ("Nothing was changed.",):
        click.echo(one)
    if said:
        click.echo(f"{person.email} is signed out everywhere.")


@user.command("list")
@refusals_are_sentences
def user_list() -> None:
    """Everybody who has an account, a line each."""
    from facilitator.accounts import looking_after

    with _app():
        for line in looking_after.lines():
            click.echo(line)


@user.command("password")
@click.argument("email")
@PASSWORD_FILE
@refusals_are_sentences
def user_password(email: str, password_file: Path | None) -> None:
    """Give EMAIL a new password, and sign them out everywhere."""
    from facilitator.accounts import looking_after

    with _app():
        person = looking_after.find(email)
        looking_after.change_password(person, _password(password_file))
    click.echo(f"{person.email} has a new password, and is signed out everywhere.")


@user.command("disable")
@click.argument("email")
@refusals_are_sentences
def user_disable(email: str) -> None:
    """Let EMAIL sign in no more, and sign them out everywhere at once."""
    from facilitator.accounts import looking_after

    with _app():
        person = looking_after.find(email)
        looking_after.stop(person)
    click.echo(f"{person.email} can sign in no more, and is signed out everywhere.")


@user.command("let-back")
@click.argument("email")
@refusals_are_sentences
def user_let_back(email: str) -> None:
    """Let EMAIL sign in again, with the password that they had."""
    from facilitator.accounts import looking_after

    with _app():
        person = looking_after.find(email)
        looking_after.let_back(person)
    click.echo(f"{person.email} can sign in again.")


@user.command("sign-out")
@click.argument("email")
@refusals_are_sentences
def user_sign_out(email: str) -> None:
    """Sign EMAIL out everywhere. They can sign in again."""
    from facilitator.accounts import looking_after

    with _app():
        person = looking_after.find(email)
        ended = looking_after.sign_out(person)
    if not ended:
        click.echo(f"{person.email} was not signed in anywhere.")
        return
    where = "1 browser" if ended == 1 else f"{ended} browsers"
    click.echo(f"{person.email} is signed out of {where}.")


@user.command("second-step-off")
@click.argument("email")
@refusals_are_sentences
def user_second_step_off(email: str) -> None:
    """Take EMAIL's second step off: the telephone is lost. They are signed out everywhere."""
    from facilitator.accounts import looking_after

    with _app():
        person = looking_after.find(email)
        done = looking_after.take_off_second_step(person)
    if not done:
        click.echo(f"{person.email} has no second step.")
        return
    click.echo(f"{person.email} has no second step any more, and is signed out everywhere.")
    click.echo("Whoever needs one sets up another when they sign in.")


@contextmanager
def _app() -> Iterator[None]:
    """The app with its database, as this computer's settings describe them."""
    import os

    from facilitator import migrations
    from facilitator.accounts.sessions import now
    from facilitator.app import create_app
    from facilitator.settings import read

    config = read(os.environ)
    migrations.prepare(config, at=now())
    with create_app(config).app_context():
        yield


def _password(file: Path | None) -> str:
    """The password that was typed, or stands in the file: all users see a command's words."""
    if file is None:
        typed = click.prompt("Password", hide_input=True, confirmation_prompt="Once more")
        return str(typed)
    if str(file) == "-":
        return sys.stdin.readline().rstrip("\r\n")
    return (file.read_text(encoding="utf-8").splitlines() or [""])[0]
