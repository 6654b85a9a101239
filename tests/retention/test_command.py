"""`facilitator retention`: the table, and a purge by hand; and the purge of every day."""

import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now
from facilitator.cli import commands
from facilitator.database import opened, reading, url_of, writing
from facilitator.retention.gone import daily
from facilitator.settings import Config
from tests.databases import a_started_database_file
from tests.kept import EXE, SAM, TAW
from tests.retention.planted import Planted, choose, count_rows
from tests.web import KEY

LATER = now() + timedelta(days=800)


class Later(datetime):
    """A clock that is far ahead, as this test's commands read it."""

    @classmethod
    def now(cls, _zone: object = None) -> datetime:  # type: ignore[override]
        return LATER


@pytest.fixture
def config(tmp_path: Path) -> Config:
    a_started_database_file(tmp_path)
    config = Config(secret_key=KEY, data_dir=tmp_path)
    with opened(url_of(config)), writing() as session:
        for team in (EXE, TAW):
            accounts.save_team(session, team)
        session.flush()
        accounts.add_user(session, SAM, "no password fits this")
        choose(session, 18)
    return config


def a_family(config: Config) -> Planted:
    with opened(url_of(config)), writing() as session:
        return Planted("exe").plant(session)


def left(config: Config, planted: Planted) -> set[int]:
    with opened(url_of(config)), reading() as session:
        return set(count_rows(session, planted).values())


def says(config: Config, *words: str) -> Result:
    known = {"FACILITATOR_DATA_DIR": str(config.data_dir), "FACILITATOR_SECRET_KEY": KEY}
    return CliRunner().invoke(commands, ["retention", *words], env=known)


def test_the_table_says_what_was_chosen_and_what_nobody_has_chosen(config: Config) -> None:
    planted = a_family(config)
    shown = says(config, "show")
    assert shown.exit_code == 0, shown.output
    assert "The list of who looked: nobody has chosen" in shown.output
    assert "  A family's record: 18 months" in shown.output
    assert "  A family's record: nobody has chosen, so nothing is deleted" in shown.output
    assert not any(mark in shown.output for mark in planted.marks)


def test_a_dry_run_says_what_would_go_and_removes_nothing(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted = a_family(config)
    assert says(config, "purge").output == "Nothing has come to its day.\n"
    monkeypatch.setattr(sys.modules["facilitator.cli.retention"], "datetime", Later)
    dry = says(config, "purge", "--dry-run")
    assert dry.output == "A family's record: 1 would go now. Nothing was removed.\n"
    assert left(config, planted) == {1}
    assert "1 family's record was removed: its day had come." in says(config, "purge").output
    assert left(config, planted) == {0}
    assert "1 family's record was removed: its day had come." in says(config, "show").output


def test_the_purge_of_a_day_is_the_same_purge(config: Config) -> None:
    planted = a_family(config)
    found = daily.purged(config, at=LATER)
    assert found is not None
    assert found.any
    assert left(config, planted) == {0}


def test_the_purge_of_a_day_never_ends_the_app_and_tells_no_word(
    config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    """A locked or a damaged database: it is tried again soon."""
    assert config.database_file
    config.database_file.write_bytes(b"Nan said so. " * 400)
    with caplog.at_level("INFO"):
        assert daily.purged(config, at=now()) is None
    assert "It is tried again." in caplog.text
    assert "Nan" not in caplog.text
