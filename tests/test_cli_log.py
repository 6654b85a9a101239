"""The command that says whether the log is whole."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text

from facilitator import access_log
from facilitator.access_log import Act, What
from facilitator.cli import commands
from facilitator.database import opened, reading, url_of, writing
from facilitator.settings import Config
from tests.databases import a_database_file

KEY = "only-for-tests-0123456789-abcdefghijklmnop"
AT = datetime(2027, 2, 27, 16, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A database of the test's own, with three entries in its log."""
    monkeypatch.setenv("FACILITATOR_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("FACILITATOR_SECRET_KEY", KEY)
    a_database_file(tmp_path)
    with opened(url_of(Config(secret_key=KEY, data_dir=tmp_path))):
        for _ in range(3):
            with writing() as session:
                access_log.note(session, Act.VIEW, at=AT, what=What.PLAN)
        yield


def run(*words: str) -> Result:
    result = CliRunner().invoke(commands, ["log", "check", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def mark() -> str:
    with reading() as session:
        return access_log.mark(session)


def test_a_whole_log_is_said_with_its_mark() -> None:
    told = run("--mark", mark())
    assert (told.exit_code, told.output) == (0, f"The log is whole. Its mark is {mark()} now.\n")


def test_a_mark_of_another_log_is_found() -> None:
    told = run("--mark", "2-0000-0000", "--mark", "9-0000-0000")
    assert told.exit_code == 1
    assert "Entry 2 is another than the mark 2-0000-0000 tells." in told.stderr
    assert "A mark tells of entry 9, and there is none." in told.stderr


def test_what_is_no_mark_is_refused_in_a_sentence() -> None:
    told = run("--mark", "banana")
    assert told.exit_code == 1
    assert "'banana' is no mark of the log." in told.stderr


def test_a_mark_of_what_was_let_go_is_said_to_be_too_old() -> None:
    old = mark()
    with writing() as session:
        for _ in range(3):
            access_log.note(session, Act.VIEW, at=AT, what=What.PLAN)
        access_log.forget_before(session, 6, at=AT)
    told = run("--mark", old)
    assert told.exit_code == 0
    assert f"The mark {old} is too old" in told.stdout


def test_a_log_whose_end_was_cut_off_is_told() -> None:
    with writing() as session:
        session.execute(text("DROP TRIGGER access_entry_is_never_taken_out"))
        session.execute(text("DELETE FROM access_entry WHERE number = 3"))
    told = run()
    assert told.exit_code == 1
    assert "Entry 3 is missing." in told.stderr
