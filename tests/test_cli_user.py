"""The command `facilitator user`, run as a person would run it."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator.accounts import store
from facilitator.accounts.people import store as people
from facilitator.accounts.second_factor import store as second_steps
from facilitator.accounts.second_factor.store import SecondStep
from facilitator.accounts.sessions import now
from facilitator.accounts.user import Duty, User
from facilitator.accounts.visit import hash_of
from facilitator.cli import commands
from facilitator.cli.user import DUTIES
from facilitator.database import opened, reading, writing
from facilitator.database.engine import sqlite_url
from tests.databases import a_started_database_file
from tests.web import PASSWORD, a_visit

WEAK = "password1"


@pytest.fixture(autouse=True)
def _data(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_DATA_DIR", str(tmp_path))
    if "nothing_is_there_yet" not in request.fixturenames:
        a_started_database_file(tmp_path)


@pytest.fixture
def nothing_is_there_yet() -> None:
    """The command makes the database. Other tests find one: to make it takes half a second."""


def run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(commands, ["user", *words], input=typed)


def add(email: str = "sam@example.org", *more: str, password: str = PASSWORD) -> Result:
    team = () if "--team" in more else ("--team", "Exe Valley")
    words = ("add", email, "--name", "Sam Hill", *team, *more)
    return run(*words, typed=f"{password}\n{password}\n")


def users(folder: Path) -> tuple[User, ...]:
    with opened(sqlite_url(folder / "facilitator.sqlite3")), reading() as database:
        return store.list_users(database)


def visit(folder: Path, token: str) -> None:
    with opened(sqlite_url(folder / "facilitator.sqlite3")), writing() as database:
        user = store.find_user_by_email(database, "sam@example.org")
        assert user
        store.add_visit(database, a_visit(user, token, at=now()))


def is_open(folder: Path, token: str) -> bool:
    with opened(sqlite_url(folder / "facilitator.sqlite3")), reading() as database:
        found = store.find_visit(database, hash_of(token))
    return bool(found and found[0].ended_at is None)


@pytest.mark.usefixtures("nothing_is_there_yet")
def test_an_account_is_made_on_the_terminal_and_the_password_is_never_shown(
    tmp_path: Path,
) -> None:
    done = add("Sam@example.org", "--duty", "facilitator", "--duty", "supervisor")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Sam Hill can sign in as Sam@example.org." in done.stdout
    assert PASSWORD not in done.output
    (sam,) = users(tmp_path)
    assert sam.duties == {Duty.FACILITATOR, Duty.SUPERVISOR}
    assert (tmp_path / "facilitator.sqlite3").stat().st_mode & 0o077 == 0 or os.name != "posix"


def test_a_password_that_was_typed_in_two_ways_is_asked_for_again() -> None:
    words = ("add", "sam@example.org", "--name", "Sam", "--team", "Exe")
    done = run(*words, typed=f"{PASSWORD}\nother\n{PASSWORD}\n{PASSWORD}\n")
    assert done.exit_code == 0
    assert "do not match" in done.output


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_a_password_can_stand_in_a_file_or_come_through_a_pipe(tmp_path: Path, ending: str) -> None:
    file = tmp_path / "password"
    file.write_bytes((PASSWORD + ending).encode())
    words = ("--name", "Sam Hill", "--team", "Exe Valley", "--password-file")
    assert run("add", "sam@example.org", *words, str(file)).exit_code == 0
    assert run("add", "ash@example.org", *words, "-", typed=PASSWORD + ending).exit_code == 0
    assert len(users(tmp_path)) == 2


def test_a_weak_password_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    done = add(password=WEAK)
    assert done.exit_code == 1
    assert "This password can't be used. Other people choose it often" in done.stderr
    assert WEAK not in done.output
    assert users(tmp_path) == ()


def test_everything_that_is_wrong_is_said_before_a_password_is_asked_for() -> None:
    done = run("add", "sam", "--name", " ", "--team", "")
    assert done.exit_code == 1
    assert "'sam' is not an e-mail address." in done.stderr
    assert "--name: It has 0 characters." in done.stderr
    assert "--team: It has 0 characters." in done.stderr
    assert "Password" not in done.output


def test_an_address_has_one_account() -> None:
    add()
    done = add("SAM@example.org")
    assert done.exit_code == 1
    assert "There is already an account for SAM@example.org." in done.stderr


def test_a_team_is_named_unless_there_is_only_one(tmp_path: Path) -> None:
    words = ("--name", "Ash Moor", "--password-file", "-")
    none = run("add", "ash@example.org", *words, typed=PASSWORD)
    assert none.exit_code == 1
    assert "There is no team yet. Name one with --team." in none.stderr
    add()
    assert run("add", "ash@example.org", *words, typed=PASSWORD).exit_code == 0
    sam, ash = users(tmp_path)
    assert sam.team_id == ash.team_id
    add("kit@example.org", "--team", "Tamar")
    two = run("add", "lee@example.org", *words, typed=PASSWORD)
    assert "There are 2 teams: 'Exe Valley', 'Tamar'. Name one with --team." in two.stderr


def test_everybody_is_listed_with_their_duties() -> None:
    assert run("list").stdout == "Nobody has an account.\n"
    add()
    add("ash@example.org", "--duty", "second_person", "--duty", "administrator")
    run("disable", "ash@example.org")
    told = run("list").stdout.splitlines()
    assert told[0] == "sam@example.org: Sam Hill, Exe Valley; facilitator"
    assert told[1].startswith(
        "ash@example.org: Sam Hill, Exe Valley; administrator, second person; stopped on 20"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("disable",), "can sign in no more, and is signed out everywhere"),
        (("sign-out",), "is signed out of 2 browsers."),
        (("password",), "has a new password, and is signed out everywhere"),
    ],
)
def test_somebody_is_signed_out_everywhere_at_once(
    tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    add()
    visit(tmp_path, "one")
    visit(tmp_path, "two")
    done = run(*words, "SAM@example.org", typed="owls on a wet roof\n" * 2)
    assert done.exit_code == 0, done.output
    assert told in done.stdout
    assert not is_open(tmp_path, "one")
    assert not is_open(tmp_path, "two")
    (sam,) = users(tmp_path)
    assert sam.is_active is (words != ("disable",))


def test_a_second_step_is_taken_off_on_the_terminal(tmp_path: Path) -> None:
    add()
    visit(tmp_path, "lost telephone")
    assert (
        run("second-step-off", "sam@example.org").stdout == "sam@example.org has no second step.\n"
    )
    assert is_open(tmp_path, "lost telephone")
    url = sqlite_url(tmp_path / "facilitator.sqlite3")
    with opened(url), writing() as database:
        sam = store.find_user_by_email(database, "sam@example.org")
        assert sam
        second_steps.keep(database, SecondStep(sam.id, "A" * 32, now(), 0, "00"), ())
    done = run("second-step-off", "sam@example.org")
    assert (done.exit_code, "has no second step any more" in done.stdout) == (0, True)
    assert not is_open(tmp_path, "lost telephone")
    with opened(url), reading() as database:
        assert second_steps.find(database, sam.id) is None
        (told,) = (one for one in people.changes_of(database, sam.id) if "Second" in one.what)
    assert (told.by, told.what) == ("", "Second step taken off.")


def test_somebody_who_is_signed_in_nowhere_is_told_to_be_so() -> None:
    add()
    assert run("sign-out", "sam@example.org").stdout == (
        "sam@example.org was not signed in anywhere.\n"
    )


@pytest.mark.parametrize("command", ["disable", "sign-out", "password"])
def test_somebody_without_an_account_is_a_sentence(command: str) -> None:
    done = run(command, "nobody@example.org")
    assert done.exit_code == 1
    assert "Nobody has an account as 'nobody@example.org'." in done.stderr
    assert "facilitator user list" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("add",),
        ("add", "sam@example.org"),
        ("disable",),
        ("add", "a@b", "--duty", "king"),
        ("fly",),
    ],
    ids=str,
)
def test_a_wrong_call_is_exit_two(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_no_command_takes_a_password_among_its_words() -> None:
    add()
    for command in ("add", "password"):
        assert "--password " not in run(command, "--help").output
    assert run("password", "sam@example.org", PASSWORD).exit_code == 2


def test_the_duties_of_the_command_are_those_of_the_app() -> None:
    assert tuple(duty.value for duty in Duty) == DUTIES


def test_what_somebody_may_do_is_changed_on_the_terminal_and_said(tmp_path: Path) -> None:
    add()
    add("ash@example.org", "--duty", "administrator", "--team", "Taw Valley")
    visit(tmp_path, "here")
    words = ("sam@example.org", "--duty", "supervisor", "--looks-after", "Taw Valley")
    done = run("change", *words)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Duties: supervisor. Before: facilitator.",
        "Looks after, beside their own team: Taw Valley. Before: none.",
        "sam@example.org is signed out everywhere.",
    ]
    assert not is_open(tmp_path, "here")
    assert "supervisor; looks after Taw Valley too" in run("list").stdout
    assert run("change", *words).stdout == "Nothing was changed.\n"
    done = run("change", "sam@example.org", "--team", "Taw Valley", "--looks-after-none")
    assert "Team: Taw Valley. Before: Exe Valley." in done.stdout
    assert "looks after" not in run("list").stdout


def test_a_supervisor_is_added_with_the_teams_to_look_after() -> None:
    add("ash@example.org", "--team", "Taw Valley")
    add("sam@example.org", "--duty", "supervisor", "--looks-after", "Taw Valley")
    assert "supervisor; looks after Taw Valley too" in run("list").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--duty", "facilitator"), "Sam Hill is the last administrator."),
        (("--looks-after", "Torridge"), "There is no team 'Torridge'. The teams: 'Exe Valley'."),
        (("--looks-after", "Exe Valley"), "Only a supervisor looks after other teams."),
        (("--team", " "), "It has 0 characters."),
    ],
)
def test_what_can_not_be_is_refused_on_the_terminal_too(words: tuple[str, ...], said: str) -> None:
    add("sam@example.org", "--duty", "administrator")
    done = run("change", "sam@example.org", *words)
    assert done.exit_code == 1
    assert said in done.stderr


def test_who_was_stopped_is_let_back_in(tmp_path: Path) -> None:
    add()
    run("disable", "sam@example.org")
    assert run("let-back", "sam@example.org").stdout == "sam@example.org can sign in again.\n"
    assert users(tmp_path)[0].is_active
