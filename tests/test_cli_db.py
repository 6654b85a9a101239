import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator.cli import commands
from facilitator.database.files import connect
from facilitator.settings import DATABASE_FILE
from tests.backups import quick_age

KEY = "only-for-tests-0123456789-abcdefghijklmnop"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("FACILITATOR_DATA_DIR", str(folder))
    monkeypatch.setenv("FACILITATOR_SECRET_KEY", KEY)
    return folder


def run(*words: object) -> Result:
    result = CliRunner().invoke(commands, ["db", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def a_team(data: Path, name: str) -> None:
    with closing(connect(data / DATABASE_FILE)) as connection:
        connection.execute("insert into team (id, name) values (?, ?)", (name, name))


def teams(path: Path) -> list[str]:
    with closing(connect(path)) as connection:
        return [row[0] for row in connection.execute("select name from team order by name")]


def changed(path: Path, words: str) -> None:
    """The file after somebody's careless change from outside."""
    with closing(sqlite3.connect(path)) as careless:
        careless.execute(words)
        careless.commit()


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_upgrade_makes_the_database_and_then_has_nothing_to_do() -> None:
    first, second = run("upgrade"), run("upgrade")
    assert (first.exit_code, first.output) == (0, "The database is made.\n")
    assert (second.exit_code, second.output) == (0, "The database is up to date.\n")


def test_check_says_that_all_is_well() -> None:
    run("upgrade")
    result = run("check")
    assert (result.exit_code, result.output) == (0, "The database is all right.\n")


def test_check_says_that_there_is_nothing_yet_and_makes_nothing(data: Path) -> None:
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "There is no database yet. Start the app: facilitator run." in result.stderr
    assert not data.exists()


def test_check_names_every_fault_at_once(data: Path) -> None:
    run("upgrade")
    changed(data / DATABASE_FILE, "insert into user_duty values ('nobody', 'facilitator')")
    (data / DATABASE_FILE).chmod(0o644)
    result = run("check")
    assert result.exit_code == 1
    assert "A row of 'user_duty' points to a row of 'user' that is gone." in result.stderr
    assert "Run: chmod 600" in result.stderr


def test_a_backup_is_put_back_and_what_was_there_is_kept(data: Path, tmp_path: Path) -> None:
    run("upgrade")
    a_team(data, "Kirkton")
    backup = tmp_path / "backup.sqlite3"
    made = run("backup", backup)
    assert (made.exit_code, made.stderr) == (0, "")
    assert f"The backup is in '{backup}'." in made.stdout
    a_team(data, "Moray")
    result = run("restore", backup)
    assert (result.exit_code, result.stderr) == (0, "")
    (kept,) = set(names(data)) - {DATABASE_FILE}
    assert kept in result.stdout
    assert teams(data / DATABASE_FILE) == ["Kirkton"]
    assert teams(data / kept) == ["Kirkton", "Moray"]
    assert run("check").exit_code == 0


def test_a_backup_is_put_back_on_a_new_computer(data: Path, tmp_path: Path) -> None:
    run("upgrade")
    a_team(data, "Kirkton")
    backup = tmp_path / "backup.sqlite3"
    run("backup", backup)
    for one in data.iterdir():
        one.unlink()
    data.rmdir()
    result = run("restore", backup)
    assert (result.exit_code, result.stderr) == (0, "")
    assert names(data) == [DATABASE_FILE]
    assert teams(data / DATABASE_FILE) == ["Kirkton"]
    assert run("check").exit_code == 0


def test_a_backup_replaces_a_damaged_database_which_is_kept(data: Path, tmp_path: Path) -> None:
    run("upgrade")
    a_team(data, "Kirkton")
    backup = tmp_path / "backup.sqlite3"
    run("backup", backup)
    damaged = b"Dear Denise, thank you for coming. " * 2000
    (data / DATABASE_FILE).write_bytes(damaged)
    assert run("check").exit_code == 1
    result = run("restore", backup)
    assert (result.exit_code, result.stderr) == (0, "")
    (kept,) = set(names(data)) - {DATABASE_FILE}
    assert (data / kept).read_bytes() == damaged
    assert teams(data / DATABASE_FILE) == ["Kirkton"]


@pytest.mark.parametrize("what", ["a letter", "another program", "a newer version", "damaged"])
def test_what_is_no_whole_backup_of_ours_changes_nothing(
    data: Path, tmp_path: Path, what: str
) -> None:
    run("upgrade")
    a_team(data, "Kirkton")
    wrong = tmp_path / "wrong.sqlite3"
    run("backup", wrong)
    if what == "a letter":
        wrong.write_text("Dear Denise, thank you for coming. " * 200)
    elif what == "another program":
        wrong.unlink()
        changed(wrong, "create table recipe (words)")
    elif what == "a newer version":
        changed(wrong, "update alembic_version set version_num = '9999'")
    else:
        wrong.write_bytes(wrong.read_bytes().replace(b"Kirkton", b"Kirkten", 1))
    before = (data / DATABASE_FILE).read_bytes()
    result = run("restore", wrong)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.count(". ") >= 1
    assert ("Give another backup." in result.stderr) == (what in ("a letter", "damaged"))
    assert names(data) == [DATABASE_FILE]
    assert (data / DATABASE_FILE).read_bytes() == before


def test_a_restore_over_a_database_in_use_is_refused(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.database.files.WAITS", 0.2)
    run("upgrade")
    run("backup", tmp_path / "backup.sqlite3")
    a_team(data, "Kirkton")
    with closing(connect(data / DATABASE_FILE)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        result = run("restore", tmp_path / "backup.sqlite3")
        somebody.execute("ROLLBACK")
    assert result.exit_code == 1
    assert "Another program is using the database" in result.stderr
    assert "Stop the app" in result.stderr
    assert teams(data / DATABASE_FILE) == ["Kirkton"]


def test_a_backup_never_writes_over_a_file(data: Path, tmp_path: Path) -> None:
    run("upgrade")
    for taken in (tmp_path / "letter.txt", data / DATABASE_FILE):
        if taken.suffix == ".txt":
            taken.write_text("Dear Denise")
        before = taken.read_bytes()
        result = run("backup", taken)
        assert result.exit_code == 1
        assert f"There is already a file '{taken}'. Give another name." in result.stderr
        assert taken.read_bytes() == before


def test_the_database_is_not_restored_from_itself(data: Path) -> None:
    run("upgrade")
    result = run("restore", data / DATABASE_FILE)
    assert result.exit_code == 1
    assert "is the database itself" in result.stderr


def test_a_backup_of_nothing_is_refused(tmp_path: Path) -> None:
    result = run("backup", tmp_path / "backup.sqlite3")
    assert result.exit_code == 1
    assert "There is no database yet" in result.stderr
    assert not (tmp_path / "backup.sqlite3").exists()


@pytest.mark.parametrize("words", [("backup",), ("restore",), ("restore", "nothing.sqlite3")])
def test_a_wrong_call_ends_with_2(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_postgresql_is_backed_up_by_its_own_tools(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_DATABASE_URL", "postgresql://app:swordfish@127.0.0.1:1/plans")
    result = run("backup", tmp_path / "backup.sqlite3")
    assert result.exit_code == 1
    assert "pg_dump" in result.stderr
    assert "swordfish" not in result.stderr


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real passphrase takes a second to try."""
    monkeypatch.setattr("pyrage.passphrase", quick_age)


PASSPHRASE = "kettle marmalade otter"  # noqa: S105 - of nobody


def typing(what: str, *words: object) -> Result:
    result = CliRunner().invoke(commands, ["db", *map(str, words)], input=what)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert PASSPHRASE not in result.output  # It is never shown, and never part of the command.
    return result


@pytest.mark.usefixtures("quick")
def test_an_encrypted_backup_asks_for_its_passphrase_twice_and_once_again_at_the_restore(
    data: Path, tmp_path: Path
) -> None:
    run("upgrade")
    a_team(data, "Kirkton")
    backup = tmp_path / "backup.age"
    made = typing(f"{PASSPHRASE}\n{PASSPHRASE}\n", "backup", backup, "--passphrase")
    assert made.exit_code == 0, made.output
    assert "Only the passphrase opens it." in made.stdout
    assert b"Kirkton" not in backup.read_bytes()
    a_team(data, "Moray")
    wrong = typing("kettle marmalade badger\n", "restore", backup)
    assert wrong.exit_code == 1
    assert "This passphrase does not open" in wrong.stderr
    assert teams(data / DATABASE_FILE) == ["Kirkton", "Moray"]
    whole = typing(f"{PASSPHRASE}\n", "check", backup)
    assert (whole.exit_code, whole.stdout) == (0, f"'{backup}' is whole.\n")
    assert typing(f"{PASSPHRASE}\n", "restore", backup).exit_code == 0
    assert teams(data / DATABASE_FILE) == ["Kirkton"]


@pytest.mark.usefixtures("quick")
def test_a_passphrase_may_stand_in_a_file_that_nobody_else_can_read(
    data: Path, tmp_path: Path
) -> None:
    run("upgrade")
    a_team(data, "Kirkton")
    held, backup = tmp_path / "held.txt", tmp_path / "backup.age"
    held.write_text(f"{PASSPHRASE}\nand a note\n")
    held.chmod(0o644)
    refused = run("backup", backup, "--passphrase-file", held)
    assert refused.exit_code == 1
    assert f"Other users of this computer can read '{held}'. Run: chmod 600" in refused.stderr
    assert not backup.exists()
    held.chmod(0o600)
    assert run("backup", backup, "--passphrase-file", held).exit_code == 0
    assert run("check", backup, "--passphrase-file", held).exit_code == 0


def test_a_weak_passphrase_is_refused_before_anything_is_written(
    data: Path, tmp_path: Path
) -> None:
    run("upgrade")
    result = typing("otter otter\notter otter\n", "backup", tmp_path / "b.age", "--passphrase")
    assert result.exit_code == 1
    assert "It has 11 characters. Use 15 or more." in result.stderr
    assert names(tmp_path) == [data.name]


def test_check_looks_at_a_plain_backup_too(data: Path, tmp_path: Path) -> None:
    run("upgrade")
    a_team(data, "Kirkton")
    backup = tmp_path / "backup.sqlite3"
    run("backup", backup)
    assert run("check", backup).output == f"'{backup}' is whole.\n"
    backup.write_bytes(backup.read_bytes().replace(b"Kirkton", b"Kirkten", 1))
    result = run("check", backup)
    assert result.exit_code == 1
    assert "It is damaged" in result.stderr


def test_the_log_tells_of_a_backup_and_of_a_restore_by_command(data: Path, tmp_path: Path) -> None:
    run("upgrade")
    run("backup", tmp_path / "b.sqlite3")
    run("restore", tmp_path / "b.sqlite3")
    with closing(connect(data / DATABASE_FILE)) as connection:
        rows = connection.execute("select act, what, because from access_entry").fetchall()
    assert [tuple(row) for row in rows] == [("restore", "database", "by_hand")]
