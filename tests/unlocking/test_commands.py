"""The commands about the lock: what they ask, what they say, what they leave behind."""

import os
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator.cli import commands
from facilitator.cli import lock as lock_commands
from facilitator.database import keys
from facilitator.database.files import connect
from facilitator.settings import DATABASE_FILE
from facilitator.unlocking import recovery, wrapping
from facilitator.unlocking.presence import in_folder
from tests.unlocking.locked import PASSPHRASE, QUICK, a_locked_file

KEY = "only-for-tests-0123456789-abcdefghijklmnop"
NEWER = "lamp otter marmalade barn door"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, and somebody at the terminal."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("FACILITATOR_DATA_DIR", str(folder))
    monkeypatch.setenv("FACILITATOR_SECRET_KEY", KEY)
    monkeypatch.delenv("FACILITATOR_PASSPHRASE_FILE", raising=False)
    monkeypatch.setattr(lock_commands, "somebody_is_here", lambda: True)
    return folder


def run(*words: str, typed: tuple[str, ...] = ()) -> Result:
    keys.let_go()  # Each command is a program of its own.
    lines = "".join(f"{one}\n" for one in typed)
    result = CliRunner().invoke(commands, list(words), input=lines)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def in_a_file(folder: Path, words: str, *, mode: int = 0o600) -> str:
    path = folder / "passphrase"
    path.write_text(words, "utf-8")
    path.chmod(mode)
    return str(path)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, bytes]]:
    """What `db lock` leaves in a data folder, and the recovery key that it showed."""
    place = tmp_path_factory.mktemp("once")
    folder = place / "data"
    with pytest.MonkeyPatch.context() as alone:
        alone.setattr(wrapping, "USUAL", QUICK)
        alone.setenv("FACILITATOR_DATA_DIR", str(folder))
        alone.setenv("FACILITATOR_SECRET_KEY", KEY)
        assert run("db", "upgrade").exit_code == 0
        alone.setenv("FACILITATOR_PASSPHRASE_FILE", in_a_file(place, f"{PASSPHRASE}\n"))
        result = run("db", "lock")
    assert result.exit_code == 0, result.output
    (shown,) = (one.strip() for one in result.stdout.splitlines() if one.startswith("    "))
    return shown, {one.name: one.read_bytes() for one in folder.iterdir()}


@pytest.fixture
def recovery_key(once: tuple[str, dict[str, bytes]], data: Path) -> str:
    """The recovery key of the database, which is locked."""
    shown, files = once
    for name, held in files.items():
        (data / name).write_bytes(held)
        (data / name).chmod(0o600)
    assert keys.is_locked(data / DATABASE_FILE)
    return recovery.read(shown)


@pytest.fixture
def locked(recovery_key: str, data: Path) -> Path:  # noqa: ARG001 - it has to be there
    """The locked database."""
    return data / DATABASE_FILE


def test_every_command_asks_for_the_passphrase_and_takes_the_recovery_key_too(
    recovery_key: str,
) -> None:
    for typed in (PASSPHRASE, recovery_key, recovery_key.lower()):
        result = run("db", "check", typed=(typed,))
        assert result.exit_code == 0, result.output
        assert "The database is all right." in result.stdout
    assert run("user", "list", typed=(PASSPHRASE,)).exit_code == 0


@pytest.mark.usefixtures("locked")
def test_what_is_typed_is_never_shown() -> None:
    result = run("db", "check", typed=("wrong words wrong", PASSPHRASE))
    assert PASSPHRASE not in result.output
    assert "wrong words" not in result.output
    assert result.exit_code == 0


def test_three_wrong_ones_end_the_command(locked: Path) -> None:
    before = locked.read_bytes()
    result = run("db", "check", typed=("a", "b", "c", PASSPHRASE))
    assert result.exit_code == 1
    assert result.stderr.count("That does not open it.") == 3
    assert locked.read_bytes() == before


@pytest.mark.usefixtures("locked")
def test_where_nobody_can_be_asked_it_says_how_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock_commands, "somebody_is_here", lambda: False)
    result = run("db", "check")
    assert result.exit_code == 1
    assert "Give a file with the passphrase in FACILITATOR_PASSPHRASE_FILE" in result.stderr


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.usefixtures("locked")
def test_a_file_with_the_passphrase_serves_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.setenv("FACILITATOR_PASSPHRASE_FILE", in_a_file(tmp_path, PASSPHRASE + end))
    assert run("db", "check").exit_code == 0


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
@pytest.mark.usefixtures("locked")
def test_a_file_that_others_can_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    path = in_a_file(tmp_path, PASSPHRASE, mode=mode)
    monkeypatch.setenv("FACILITATOR_PASSPHRASE_FILE", path)
    result = run("db", "check")
    assert result.exit_code == 1
    assert f"Run: chmod 600 '{path}'." in result.stderr
    assert PASSPHRASE not in result.output


def test_a_new_passphrase_and_a_new_recovery_key_take_the_place_of_the_old(
    recovery_key: str,
) -> None:
    assert run("db", "new-passphrase", typed=(PASSPHRASE, NEWER, NEWER)).exit_code == 0
    assert run("db", "check", typed=(PASSPHRASE,) * 3).exit_code == 1
    assert run("db", "check", typed=(NEWER,)).exit_code == 0
    shown = run("db", "new-recovery-key", typed=(NEWER,)).stdout
    assert run("db", "check", typed=(recovery_key,) * 3).exit_code == 1
    (new,) = (one.strip() for one in shown.splitlines() if one.startswith("    "))
    assert run("db", "check", typed=(new,)).exit_code == 0


@pytest.mark.parametrize("typed", [("short", "short"), (NEWER, f"{NEWER}!")])
@pytest.mark.usefixtures("locked")
def test_a_passphrase_that_is_no_good_changes_nothing(typed: tuple[str, str]) -> None:
    assert run("db", "new-passphrase", typed=(PASSPHRASE, *typed)).exit_code == 1
    assert run("db", "check", typed=(PASSPHRASE,)).exit_code == 0


def test_opened_for_good_nobody_is_asked_any_more(locked: Path) -> None:
    assert run("db", "unlock-for-good", typed=(PASSPHRASE,)).exit_code == 0
    assert not keys.is_locked(locked)
    assert run("db", "check").exit_code == 0
    assert run("db", "unlock-for-good").stderr.startswith("The database is not locked.")


def test_somebody_at_the_terminal_shows_that_the_key_is_on_paper(data: Path) -> None:
    run("db", "upgrade")
    result = run("db", "lock", typed=(PASSPHRASE, PASSPHRASE, "0000"))
    assert result.exit_code == 1
    assert "nothing was locked" in result.stderr
    assert not keys.is_locked(data / DATABASE_FILE)


@pytest.mark.usefixtures("locked")
def test_locked_twice_is_locked_once() -> None:
    result = run("db", "lock")
    assert (result.exit_code, result.stderr) == (
        1,
        "The database is locked already. There is nothing to do.\n",
    )


def test_while_the_app_runs_nothing_is_turned(locked: Path) -> None:
    with in_folder(locked.parent) as app:
        assert app.beside_others()
        result = run("db", "unlock-for-good", typed=(PASSPHRASE,))
    assert result.exit_code == 1
    assert "Facilitator is running" in result.stderr
    assert keys.is_locked(locked)


def test_what_was_changed_about_the_lock_stands_in_the_log(locked: Path) -> None:
    run("db", "new-passphrase", typed=(PASSPHRASE, NEWER, NEWER))
    run("db", "check", typed=(NEWER,))
    with closing(connect(locked)) as connection:
        asked = "select act, what, because from access_entry where what = 'keys'"
        assert connection.execute(asked).fetchall() == [("setting", "keys", "by_hand")] * 2


def test_a_backup_of_it_is_locked_and_comes_back_on_another_computer(
    recovery_key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "usb.sqlite3"
    assert run("db", "backup", str(file), typed=(PASSPHRASE,)).exit_code == 0
    assert not keys.begins_plain(file)
    monkeypatch.setenv("FACILITATOR_DATA_DIR", str(tmp_path / "new"))
    result = run("db", "restore", str(file), typed=(recovery_key,))
    assert result.exit_code == 0, result.output
    assert keys.is_locked(tmp_path / "new" / DATABASE_FILE)
    assert run("db", "check", typed=(PASSPHRASE,)).exit_code == 0


def test_a_database_that_this_program_did_not_lock_is_opened_too(data: Path) -> None:
    a_locked_file(data)
    assert "another program" in run("db", "upgrade", typed=(PASSPHRASE,)).stderr
