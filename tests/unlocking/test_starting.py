"""What is looked at before a start: what a killed program left, and who can open what is locked."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator import app as web
from facilitator.backups import daily, kept
from facilitator.database import keys
from facilitator.database.files import connect, copy
from facilitator.refusals import Refusal
from facilitator.settings import Config
from facilitator.unlocking import by_file, locking
from facilitator.unlocking.presence import in_folder
from tests.unlocking.locked import PASSPHRASE, a_locked_file, lock_it
from tests.web import a_config, an_app

AT = datetime(2027, 2, 27, 10, 30, tzinfo=UTC)


@pytest.fixture
def config() -> Config:
    """The settings of a plain laptop with Sam's account."""
    app = an_app()
    found: Config = app.extensions["facilitator-lock"].config
    return found


def the_file(config: Config) -> Path:
    return config.data_dir / "facilitator.sqlite3"


def waits(config: Config) -> Path | None:
    with in_folder(config.data_dir) as present:
        return locking.before_a_start(config, present)


def test_a_plain_laptop_waits_for_nobody(config: Config) -> None:
    assert waits(config) is None
    assert waits(a_config()) is None  # Nor does a new one.


def test_a_locked_one_waits_for_its_passphrase(config: Config) -> None:
    lock_it(the_file(config))
    keys.let_go()
    assert waits(config) == the_file(config)


def test_a_file_with_the_passphrase_spares_the_page(tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\n", "utf-8")
    file.chmod(0o600)
    config = a_config(passphrase_file=file)
    a_locked_file(config.data_dir)
    assert waits(config) is None
    assert keys.is_open(the_file(config))


def test_a_file_with_something_else_is_refused_and_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_text("kettle marmalade otter lamp", "utf-8")
    file.chmod(0o600)
    config = a_config(passphrase_file=file)
    a_locked_file(config.data_dir)
    with pytest.raises(Refusal, match="does not open the database") as refused:
        waits(config)
    assert "marmalade" not in str(refused.value)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(Refusal, match="can't be read as text"):
        by_file.read(file)


def test_what_others_could_reach_is_never_asked_for_on_a_page() -> None:
    config = a_config(host="192.0.2.1", tls=True)
    a_locked_file(config.data_dir)
    with pytest.raises(Refusal, match="FACILITATOR_PASSPHRASE_FILE"):
        waits(config)


@pytest.mark.skipif(os.name != "posix", reason="Windows sees to it by itself")
def test_while_another_program_turns_it_nobody_starts(config: Config) -> None:
    with in_folder(config.data_dir) as other:
        assert other.is_alone()
        with pytest.raises(Refusal, match="Another program is using"):
            waits(config)


def test_what_a_killed_turn_left_is_erased_at_the_next_start(config: Config) -> None:
    path = the_file(config)
    for ending in (".turning", ".turning-journal", ".turning.lock"):
        path.with_name(f".{path.name}{ending}").write_bytes(b"what Nan said")
    keys.lock_of(path).write_text("{}")
    with in_folder(config.data_dir) as present, in_folder(config.data_dir) as other:
        assert other.beside_others()
        assert locking.before_a_start(config, present) is None
        assert path.with_name(f".{path.name}.turning").exists()  # It may be at work just now.
    assert waits(config) is None
    assert {one.name for one in config.data_dir.iterdir()} == {path.name, "in-use"}


def test_backups_from_before_are_locked_too_and_still_count_as_whole(config: Config) -> None:
    daily.make(config, at=AT)
    copy(the_file(config), config.data_dir / "facilitator-2027-01-04-090000.sqlite3")
    locking.lock(config, locking.new_lock(PASSPHRASE))
    files = list(config.data_dir.rglob("*.sqlite3"))
    assert len(files) == 3
    assert not any(keys.begins_plain(one) for one in files)
    (backup,) = kept.list_of(config)
    assert backup.is_whole()
    connect(backup.path).close()


def test_copies_that_a_kill_left_plain_are_locked_after_the_next_unlocking(config: Config) -> None:
    daily.make(config, at=AT)
    lock_it(the_file(config))  # And then the battery died.
    (backup,) = kept.list_of(config)
    assert keys.begins_plain(backup.path)
    locking.lock_copies(config)
    assert not keys.begins_plain(backup.path)
    assert kept.list_of(config)[0].is_whole()


def test_on_a_plain_laptop_no_copy_is_touched(config: Config) -> None:
    daily.make(config, at=AT)
    locking.lock_copies(config)
    assert keys.begins_plain(kept.list_of(config)[0].path)


def test_a_team_s_server_can_t_be_locked_from_here() -> None:
    config = a_config(database_url="postgresql://x:y@127.0.0.1/z")
    for what in (locking.open_for_good, locking.new_recovery_key):
        with pytest.raises(Refusal, match="PostgreSQL"):
            what(config)


def test_the_passphrase_and_the_keys_show_in_no_repr(config: Config) -> None:
    new = locking.new_lock(PASSPHRASE)
    shown = repr(new) + repr(config)
    for secret in (PASSPHRASE, new.recovery, new.key.secret.hex()):
        assert secret not in shown


def test_an_app_that_a_server_makes_opens_it_by_the_file(tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE, "utf-8")
    file.chmod(0o600)
    config = a_config(passphrase_file=file)
    a_locked_file(config.data_dir)
    web.create_app(config)
    assert keys.is_open(the_file(config))
