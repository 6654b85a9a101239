"""The six ways to start unsafely: each is refused, and says what to do."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator import app
from facilitator.accounts.sessions import now
from facilitator.cli import commands
from facilitator.migrations import prepare
from facilitator.refusals import Refusal
from facilitator.settings import Config
from facilitator.settings.key import KEY_FILE
from tests.web import KEY

_TEAM = {
    "FACILITATOR_HOST": "0.0.0.0",  # noqa: S104 - to see it refused
    "FACILITATOR_SECRET_KEY": KEY,
    "FACILITATOR_TRUSTED_HOSTS": "plans.example.org",
}
# What is set, and what to do about it.
UNSAFE = {
    "debugging": ({"FACILITATOR_DEBUG": "yes"}, "Take it away"),
    "a key that everybody knows": (
        {"FACILITATOR_SECRET_KEY": "change-me-change-me-change-me-please-1234567890"},
        "Make one with",
    ),
    "a short key": ({"FACILITATOR_SECRET_KEY": "Xq7"}, "Make one with"),
    "open to a network, and no https": (_TEAM, "Put it behind a server with https"),
    "a key that others can read": ({}, "chmod 600"),
    "a database that others can read": ({}, "chmod 600"),
}


@pytest.mark.skipif(os.name != "posix", reason="the rights of a file are POSIX's")
@pytest.mark.parametrize("unsafe", UNSAFE)
def test_the_app_does_not_start_unsafely(
    unsafe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environ, remedy = UNSAFE[unsafe]
    laptop = Config(secret_key=KEY, data_dir=tmp_path)
    prepare(laptop, at=now())
    (tmp_path / KEY_FILE).write_text(KEY)
    (tmp_path / KEY_FILE).chmod(0o644 if "key that others" in unsafe else 0o600)
    assert laptop.database_file
    laptop.database_file.chmod(0o644 if "database" in unsafe else 0o600)

    def starts(_config: Config) -> None:
        raise AssertionError("It started.")

    monkeypatch.setattr(app, "_listening", starts)
    settings = {"FACILITATOR_DATA_DIR": str(tmp_path), **environ}
    done = CliRunner().invoke(commands, ["run"], env=settings)
    assert done.exit_code == 1
    assert not isinstance(done.exception, AssertionError)
    assert remedy in " ".join(done.output.split())


def test_whatever_the_app_writes_is_for_the_eyes_of_its_own_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def look(_config: Config) -> None:
        seen.append(os.umask(0o022))
        raise Refusal.because("Enough is seen.", "Go home.")

    monkeypatch.setattr(app, "_prepare", look)
    before = os.umask(0o022)
    try:
        with pytest.raises(Refusal):
            app.serve(Config(secret_key=KEY, data_dir=tmp_path))
    finally:
        os.umask(before)
    assert seen == [0o077]
    prepare(Config(secret_key=KEY, data_dir=tmp_path / "new"), at=now())
    made = [*(tmp_path / "new").iterdir()]
    assert made
    assert [one for one in made if one.stat().st_mode & 0o077] == []
