"""A database that is locked: opened with its key alone, turned whole or not at all."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from facilitator.database import converting, keys, opened, reading, writing
from facilitator.database.converting import export, plain_files, turn
from facilitator.database.engine import engine_for, sqlite_url
from facilitator.database.files import connect, copy, faults
from facilitator.database.keys import Key, Locked
from facilitator.refusals import Refusal
from tests.database.lines import LineRow, lines_in
from tests.database.locks import (
    KEY,
    LOCK,
    OTHER,
    WORDS,
    in_a_child,
    in_the_open,
    names,
    said_in,
)


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    yield
    keys.let_go()


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A plain database with one line, and one that was said and taken out again."""
    path = tmp_path / "data" / "facilitator.sqlite3"
    path.parent.mkdir()
    with lines_in(path), writing() as session:
        session.add(LineRow(words=WORDS))
    return path


@pytest.fixture
def locked(plain: Path) -> Path:
    keys.hold(KEY)
    turn(plain, LOCK)
    return plain


def test_a_plain_database_knows_nothing_of_locks(plain: Path) -> None:
    assert not keys.is_locked(plain)
    assert keys.key_of(plain) is None
    assert keys.key_files(plain) == ()
    assert in_the_open(plain.parent) == ["facilitator.sqlite3"]  # The search can find something.


def test_a_locked_database_holds_the_same_lines_and_shows_none(locked: Path) -> None:
    assert keys.is_locked(locked)
    assert said_in(locked) == [WORDS]
    assert faults(locked) == ()
    assert in_the_open(locked.parent) == []
    assert names(locked.parent) == ["facilitator.sqlite3", "facilitator.sqlite3.lock"]
    assert keys.key_files(locked) == (keys.lock_of(locked),)
    if os.name == "posix":
        assert [one.stat().st_mode & 0o077 for one in locked.parent.iterdir()] == [0, 0]


def test_it_is_written_to_with_the_same_care_as_a_plain_one(locked: Path) -> None:
    with opened(sqlite_url(locked)), writing() as session:
        told = {
            name: session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
        session.add(LineRow(words="more"))
    assert told == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    assert said_in(locked) == [WORDS, "more"]


def test_each_page_is_signed_and_nothing_is_sorted_in_a_plain_file(locked: Path) -> None:
    with closing(connect(locked)) as connection:
        asked = ("cipher_use_hmac", "cipher_page_size", "temp_store")
        told = [connection.execute(f"PRAGMA {one}").fetchone()[0] for one in asked]
    assert [str(one) for one in told] == ["1", "4096", "2"]


def test_whoever_lacks_the_key_is_told_that_it_is_locked(locked: Path) -> None:
    keys.let_go()
    with pytest.raises(Locked, match=r"is locked\. Unlock it"):
        connect(locked)
    with pytest.raises(Locked), opened(sqlite_url(locked)), reading() as session:
        session.execute(text("select 1"))
    assert not keys.is_open(locked)


def test_a_wrong_key_reads_nothing_and_changes_nothing(locked: Path) -> None:
    before = locked.read_bytes()
    keys.hold(OTHER)
    with pytest.raises(keys.errors(), match="not a database"), closing(connect(locked)):
        pass
    assert faults(locked) != ()
    engine = engine_for(sqlite_url(locked))
    with pytest.raises(DatabaseError), engine.connect() as connection:
        connection.execute(text("select * from line"))
    engine.dispose()
    assert locked.read_bytes() == before


def test_a_wrong_key_is_refused_without_a_word_on_the_terminal(
    locked: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    keys.hold(OTHER)
    faults(locked)
    assert capfd.readouterr() == ("", "")


def test_python_s_own_driver_reads_nothing_of_it(locked: Path) -> None:
    with (
        closing(sqlite3.connect(locked)) as connection,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        connection.execute("select * from sqlite_master")


@pytest.mark.parametrize("place", [0, 20, 4000, 4096, 5000, -1])
def test_one_changed_byte_anywhere_is_noticed(locked: Path, place: int) -> None:
    held = bytearray(locked.read_bytes())
    held[place] ^= 1
    locked.write_bytes(held)
    assert faults(locked) != ()


def test_a_copy_is_locked_by_the_same_key_and_its_lock_goes_with_it(
    locked: Path, tmp_path: Path
) -> None:
    copy(locked, tmp_path / "usb.sqlite3")
    assert said_in(tmp_path / "usb.sqlite3") == [WORDS]
    assert in_the_open(tmp_path) == []
    assert {"usb.sqlite3", "usb.sqlite3.lock"} <= set(names(tmp_path))


def test_a_plain_copy_over_a_locked_one_takes_its_lock_away(
    plain: Path, locked: Path, tmp_path: Path
) -> None:
    copy(locked, tmp_path / "copy.sqlite3")
    turn(plain, None)
    copy(plain, tmp_path / "copy.sqlite3")
    assert said_in(tmp_path / "copy.sqlite3") == [WORDS]
    assert not keys.lock_of(tmp_path / "copy.sqlite3").exists()


def test_opened_for_good_it_is_what_it_was_before(locked: Path) -> None:
    turn(locked, None)
    assert not keys.is_locked(locked)
    assert names(locked.parent) == ["facilitator.sqlite3"]
    keys.let_go()
    assert said_in(locked) == [WORDS]


def test_locked_and_opened_again_and_again_it_holds_its_lines(plain: Path) -> None:
    keys.hold(KEY)
    for _ in range(4):
        turn(plain, LOCK)
        assert (keys.is_locked(plain), said_in(plain)) == (True, [WORDS])
        turn(plain, None)
        assert (keys.is_locked(plain), said_in(plain)) == (False, [WORDS])


def test_what_stood_there_before_is_written_over_before_its_name_goes(plain: Path) -> None:
    again = plain.with_name("held-by-a-thief")
    os.link(plain, again)
    keys.hold(KEY)
    turn(plain, LOCK)
    assert set(again.read_bytes()) == {0}


def test_nobody_writes_while_it_is_turned(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys.hold(KEY)
    told: list[int] = []

    def meanwhile(source: Path, target: Path) -> None:
        export(source, target)
        # A connection of this program would take the lock away as it closes: a child has none.
        told.append(in_a_child(lambda: _writes(source)))

    monkeypatch.setattr(converting, "export", meanwhile)
    turn(plain, LOCK)
    assert told == [1]
    assert said_in(plain) == [WORDS]


def _writes(path: Path) -> int:
    try:
        sqlite3.connect(path, timeout=0).execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return 1
    return 0


def test_what_somebody_else_is_writing_to_is_not_turned(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "WAITS", 0)
    keys.hold(KEY)
    with closing(keys.driver().connect(str(plain), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refusal, match="Another program is using"):
            turn(plain, LOCK)
    assert names(plain.parent) == ["facilitator.sqlite3"]
    assert said_in(plain) == [WORDS]


def test_what_is_not_the_same_to_the_last_row_never_takes_its_place(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "_is_the_same", lambda _: False)
    keys.hold(KEY)
    with pytest.raises(Refusal, match="not the same"):
        turn(plain, LOCK)
    assert names(plain.parent) == ["facilitator.sqlite3"]
    assert said_in(plain) == [WORDS]


@pytest.mark.parametrize(
    "change",
    ["delete from line", "update line set words = 'more'", "create table more (x)"],
)
def test_one_row_more_or_less_or_other_is_not_the_same(
    plain: Path, tmp_path: Path, change: str
) -> None:
    other = tmp_path / "other.sqlite3"
    copy(plain, other)
    with closing(keys.driver().connect(str(plain), isolation_level=None)) as connection:
        connection.execute("ATTACH DATABASE ? AS other KEY ''", (str(other),))
        assert converting._is_the_same(connection)  # noqa: SLF001 - the rule itself
        connection.execute(change)
        assert not converting._is_the_same(connection)  # noqa: SLF001


def test_plain_copies_are_found_and_locked_ones_are_not(locked: Path, tmp_path: Path) -> None:
    with lines_in(tmp_path / "data" / "facilitator-2027-02-27.sqlite3"):
        pass
    (tmp_path / "data" / "notes.sqlite3").write_bytes(b"nothing of ours")
    found = plain_files(tmp_path / "data", but=locked)
    assert [one.name for one in found] == ["facilitator-2027-02-27.sqlite3"]


def test_rows_go_from_under_one_lock_under_another(locked: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.sqlite3"
    newer = Key("f" * 16, bytes(range(1, 33)))
    keys.hold(newer)
    keys.write_lock(target, {**LOCK, "id": newer.id})
    target.touch(0o600)
    export(locked, target)
    keys.let_go()
    keys.hold(newer)
    assert said_in(target) == [WORDS]


@pytest.mark.parametrize(
    "told",
    [b"", b"{", b"[]", b"null", b"{}", b'{"format": "another"}', b"[" * 9000, b" " * 20000],
    ids=lambda told: repr(told[:12]),
)
def test_a_lock_that_cant_be_read_is_said_so(locked: Path, told: bytes) -> None:
    keys.lock_of(locked).write_bytes(told)
    with pytest.raises(Refusal, match="can't be read"):
        keys.key_of(locked)


def test_without_the_package_it_says_how_to_install_it(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("sqlcipher3", "sqlcipher3.dbapi2"):
        monkeypatch.setitem(sys.modules, name, None)
    assert not keys.is_installed()
    with pytest.raises(Refusal, match=r"facilitator\[encrypted\]"):
        connect(locked)
