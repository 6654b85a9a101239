"""What a WSGI server loads does each day what a laptop does."""

import runpy
from pathlib import Path
from threading import Event

import pytest

from facilitator import app as app_room
from facilitator.retention.gone import daily
from facilitator.settings import Config

ROOT = Path(__file__).resolve().parents[1]
KEY = "only-for-tests-0123456789-abcdefghijklmnop"


def test_a_team_server_keeps_house_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Config] = []
    monkeypatch.setenv("FACILITATOR_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(app_room, "keep_house", kept.append)
    monkeypatch.setattr(
        "os.umask", lambda _rights: 0o022
    )  # It would hold for the tests that follow.
    monkeypatch.syspath_prepend(str(ROOT))
    loaded = runpy.run_path(str(ROOT / "wsgi.py"))
    assert loaded["app"].name == "facilitator"
    assert [one.data_dir for one in kept] == [tmp_path]


def test_keeping_house_is_a_backup_and_a_purge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up, purged = Event(), Event()
    monkeypatch.setattr(app_room, "_keep_backups", lambda _config: backed_up.set())
    monkeypatch.setattr(daily, "keep_purging", lambda _config, _stop, _now: purged.set())
    app_room.keep_house(Config(secret_key=KEY, data_dir=tmp_path))
    assert backed_up.wait(30)
    assert purged.wait(30)
