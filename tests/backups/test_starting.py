from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.backups import daily, starting
from facilitator.database import seal
from facilitator.database.files import connect
from facilitator.refusals import Refusal
from facilitator.settings import Config
from tests.backups.laptops import AT, a_laptop, a_team, file_of, names


def refused(config: Config) -> str:
    with pytest.raises(Refusal) as refusal:
        starting.look(config)
    return str(refusal.value)


def changed(config: Config, change: Callable[[bytes], bytes]) -> None:
    path = file_of(config)
    path.write_bytes(change(path.read_bytes()))


def one_letter_else(held: bytes) -> bytes:
    """A letter of a word that stands in no index: SQLite itself sees nothing wrong."""
    assert held.count(b"Kirk said yes") == 1
    return held.replace(b"Kirk said yes", b"Kirk said yet")


def with_a_word(config: Config) -> None:
    with closing(connect(file_of(config))) as connection:
        connection.execute("create table word (said)")
        connection.execute("insert into word values ('Kirk said yes')")


def test_a_whole_database_is_let_in_sealed_or_not_and_the_seal_is_taken_off(
    tmp_path: Path,
) -> None:
    config = a_laptop(tmp_path / "data")
    starting.look(config)
    seal.seal(file_of(config))
    starting.look(config)
    assert names(config.data_dir) == ["facilitator.sqlite3"]


def test_one_letter_that_changed_while_the_app_was_away_is_noticed(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    with_a_word(config)
    seal.seal(file_of(config))
    changed(config, one_letter_else)
    assert "since the app ended, something else has changed it" in refused(config)
    assert "something else" in refused(config)  # And again at the next start.


def test_a_database_that_was_written_to_by_a_command_is_let_in(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    seal.seal(file_of(config))
    a_team(config, "Moray")
    starting.look(config)


def test_a_seal_from_before_a_command_wrote_lets_no_damage_in(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    seal.seal(file_of(config))
    a_team(config, "Moray")
    changed(config, lambda held: held.replace(b"Kirkton", b"Kirkten", 1))
    assert "It is damaged" in refused(config)


def test_what_a_killed_program_left_half_written_is_taken_back_and_no_damage(
    tmp_path: Path,
) -> None:
    config, path = a_laptop(tmp_path / "data"), tmp_path / "data" / "facilitator.sqlite3"
    seal.seal(path)
    journal = path.with_name(f"{path.name}-journal")
    with closing(connect(path)) as killed:
        killed.execute("PRAGMA cache_size=1")
        killed.execute("BEGIN IMMEDIATE")
        killed.execute("create table much (words)")
        killed.executemany("insert into much values (?)", [("x" * 3000,)] * 50)
        half = path.read_bytes(), journal.read_bytes()
        killed.execute("ROLLBACK")
    path.write_bytes(half[0])
    journal.write_bytes(half[1])
    starting.look(config)
    assert starting.damage(path) == ()
    assert not journal.exists()


def test_a_damaged_database_is_told_with_the_latest_whole_backup_and_the_command(
    tmp_path: Path,
) -> None:
    config = a_laptop(tmp_path / "data")
    made = daily.make(config, at=AT)
    changed(config, lambda held: held.replace(b"Kirkton", b"Kirkten", 1))
    said = refused(config)
    assert "It is damaged" in said
    assert "The latest whole backup is of Saturday 27 February 2027, 7.45pm." in said
    assert f"Run: facilitator db restore '{made.path}'." in said


def test_a_damaged_database_without_a_backup_is_told_too(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    changed(config, lambda _: b"Dear Denise, thank you for coming. " * 200)
    said = refused(config)
    assert "not a database" in said
    assert "There is no whole backup in" in said


@pytest.mark.parametrize("left", ["a backup", "a seal"])
@pytest.mark.parametrize("how", ["gone", "empty"])
def test_a_database_that_is_gone_or_empty_is_never_begun_anew_in_silence(
    tmp_path: Path, left: str, how: str
) -> None:
    config = a_laptop(tmp_path / "data")
    if left == "a backup":
        daily.make(config, at=AT)
    else:
        seal.seal(file_of(config))
    file_of(config).write_bytes(b"")
    if how == "gone":
        file_of(config).unlink()
    said = refused(config)
    assert f"The database is {how}." in said
    assert "facilitator db restore" in said
    assert "To begin with nothing, put" in said


def test_a_first_start_has_nothing_to_look_at(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    file_of(config).unlink()
    starting.look(config)
    starting.look(Config(secret_key="x" * 40, database_url="postgresql://app@127.0.0.1/plans"))


def test_what_a_killed_copy_left_is_taken_away_and_what_is_being_written_is_not(
    tmp_path: Path,
) -> None:
    config = a_laptop(tmp_path / "data")
    daily.make(config, at=AT)
    left = [".facilitator.sqlite3.restoring.999999999.part", ".x.sqlite3.999999999.part-journal"]
    for folder in (config.data_dir, config.data_dir / "backups"):
        for name in (*left, ".x.sqlite3.1.part"):  # The first process of all runs always.
            (folder / name).write_text("the family's words")
    starting.look(config)
    for folder in (config.data_dir, config.data_dir / "backups"):
        assert [one for one in names(folder) if "part" in one] == [".x.sqlite3.1.part"]
