import json
import os
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from facilitator.access_log import Mark, check, head
from facilitator.backups import daily, kept
from facilitator.backups.daily import A_DAY, LONGEST_KEPT
from facilitator.database import opened, reading
from facilitator.database.engine import sqlite_url
from facilitator.database.files import connect
from facilitator.refusals import Refusal
from tests.backups.laptops import AT, a_laptop, a_team, file_of, names, teams

SAM = UUID(int=1)


def test_a_backup_holds_what_was_kept_and_says_so_beside_it(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    made = daily.make(config, at=AT)
    a_team(config, "Moray")
    assert made.path == tmp_path / "data" / "backups" / "facilitator-2027-02-27.sqlite3"
    assert kept.list_of(config) == (made,)
    assert kept.latest(config) == made.path
    assert teams(made.path) == ["Kirkton"]
    told = json.loads(kept.beside(made.path).read_bytes())
    assert told["size"] == made.path.stat().st_size
    assert "Kirkton" not in json.dumps(told)


@pytest.mark.skipif(os.name != "posix", reason="only POSIX files have these rights")
def test_a_backup_is_for_its_owner_alone(tmp_path: Path) -> None:
    made = daily.make(a_laptop(tmp_path / "data"), at=AT)
    rights = [stat.S_IMODE(one.stat().st_mode) for one in (made.path, kept.beside(made.path))]
    assert rights == [0o600, 0o600]
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_the_end_of_the_log_beside_a_backup_finds_entries_that_are_taken_out_later(
    tmp_path: Path,
) -> None:
    config = a_laptop(tmp_path / "data")
    daily.make(config, at=AT, by=SAM)
    second = daily.make(config, at=AT + A_DAY)
    assert second.log.number == 1  # That of the first: its own comes after it.
    mark = Mark.read(second.mark)
    with opened(sqlite_url(file_of(config))), reading() as session:
        assert head(session).number == 2
        assert check(session, (mark,)) == ()
    with opened(sqlite_url(second.path)), reading() as session:
        assert check(session, (mark,)) == ()
    with closing(connect(file_of(config))) as forger:
        for trigger in ("is_never_changed", "is_never_taken_out"):
            forger.execute(f"drop trigger access_entry_{trigger}")
        forger.execute("delete from access_entry")
        forger.execute("delete from access_head")
    with opened(sqlite_url(file_of(config))), reading() as session:
        assert check(session) == ()
        assert check(session, (mark,)) != ()


def test_the_log_says_who_asked_for_a_backup(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    daily.make(config, at=AT, by=SAM)
    daily.make(config, at=AT)
    with closing(connect(file_of(config))) as connection:
        asked = "select act, user_id is null, because from access_entry order by number"
        rows = [tuple(row) for row in connection.execute(asked)]
    assert rows == [("backup", 0, "by_hand"), ("backup", 1, "every_day")]


def test_a_second_backup_of_one_day_takes_the_place_of_the_first(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    daily.make(config, at=AT)
    a_team(config, "Moray")
    made = daily.make(config, at=AT + timedelta(hours=2))
    assert teams(made.path) == ["Kirkton", "Moray"]
    assert kept.list_of(config) == (made,)


def test_only_so_many_are_kept_and_the_oldest_goes_first(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data", backups_kept=3)
    for day in range(5):
        daily.make(config, at=AT + day * A_DAY)
    assert [one.made_at for one in kept.list_of(config)] == [AT + day * A_DAY for day in (4, 3, 2)]
    assert len(names(kept.folder_of(config))) == 6


def test_one_that_is_too_old_goes_once_a_new_one_is_there_and_not_a_day_before(
    tmp_path: Path,
) -> None:
    config = a_laptop(tmp_path / "data")
    first = daily.make(config, at=AT)
    daily.make(config, at=AT + LONGEST_KEPT)
    assert first.path.exists()
    daily.make(config, at=AT + LONGEST_KEPT + timedelta(seconds=1))
    assert not first.path.exists()


def test_a_clock_that_jumps_back_costs_not_the_backup_that_was_just_made(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data", backups_kept=1)
    daily.make(config, at=AT)
    made = daily.make(config, at=AT - 400 * A_DAY)
    assert kept.list_of(config) == (made,)


def test_a_backup_is_due_where_there_is_none_and_a_day_after_the_last(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    assert daily.is_due(config, AT)
    made = daily.make(config, at=AT)
    assert not daily.is_due(config, AT + A_DAY - timedelta(seconds=1))
    assert daily.is_due(config, AT + A_DAY)
    assert daily.is_due(config, AT - timedelta(minutes=1))  # Of a time that is still to come.
    made.path.write_bytes(made.path.read_bytes()[:-100])
    assert daily.is_due(config, AT)


def test_none_is_made_where_none_is_wanted_or_there_is_nothing_to_keep(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data", backups_kept=0)
    assert not daily.is_due(config, AT)
    assert not daily.is_something_new(config)
    empty = a_laptop(tmp_path / "empty")
    file_of(empty).unlink()
    assert not daily.is_due(empty, AT)


def test_what_was_written_while_a_backup_was_made_is_still_new(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    assert daily.is_something_new(config)
    daily.make(config, at=AT)
    assert daily.is_something_new(config)  # Nobody knows whether it is all in it.


@pytest.mark.parametrize("wrong", ["the folder is gone", "the database is damaged"])
def test_one_that_fails_says_why_and_touches_no_older_one(tmp_path: Path, wrong: str) -> None:
    other = tmp_path / "stick"
    other.mkdir()
    config = a_laptop(tmp_path / "data", backup_dir=other)
    first = daily.make(config, at=AT)
    if wrong == "the folder is gone":
        other.rename(tmp_path / "away")
    else:
        held = file_of(config).read_bytes()
        file_of(config).write_bytes(held.replace(b"Kirkton", b"Kirkten", 1))
    before = first.path.read_bytes() if first.path.exists() else b""
    with pytest.raises(Refusal, match=r"No such file|damaged"):
        daily.make(config, at=AT + A_DAY)
    if before:
        assert first.path.read_bytes() == before
        assert kept.list_of(config) == (first,)
    else:
        assert not other.exists()  # A stick that was pulled out is no folder to make.


def test_a_backup_that_was_changed_is_not_whole_and_not_the_latest(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    first = daily.make(config, at=AT)
    second = daily.make(config, at=AT + A_DAY)
    held = bytearray(second.path.read_bytes())
    held[len(held) // 2] ^= 1
    second.path.write_bytes(held)
    assert not second.is_whole()
    assert kept.latest(config) == first.path


@pytest.mark.parametrize("beside", [b"", b"[]", b"{}", b'{"made_at": "yesterday"}', b"[" * 9999])
def test_a_file_that_nothing_is_known_of_is_no_backup_of_ours(
    tmp_path: Path, beside: bytes
) -> None:
    config = a_laptop(tmp_path / "data")
    made = daily.make(config, at=AT)
    kept.beside(made.path).write_bytes(beside)
    assert kept.list_of(config) == ()
    assert kept.latest(config) is None
