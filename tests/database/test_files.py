import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import sleep

import pytest
from sqlalchemy import delete

from facilitator.database import writing
from facilitator.database.files import (
    beside,
    connect,
    copy,
    faults,
    make_private,
    pour,
    put_aside,
)
from facilitator.refusals import Refusal
from tests.database.lines import LineRow, lines_in
from tests.database.nest import AT, a_nest, hatched, killed

posix = pytest.mark.skipif(os.name != "posix", reason="only POSIX files have these rights")


def lines(path: Path) -> set[str]:
    with closing(connect(path, mode="ro")) as connection:
        return {row[0].split()[1] for row in connection.execute("select words from line")}


def a_line(path: Path, words: str) -> None:
    with lines_in(path), writing() as session:
        session.add(LineRow(words=words))


@posix
def test_a_copy_made_while_another_program_writes_is_whole(tmp_path: Path) -> None:
    path, target = tmp_path / "busy.sqlite3", tmp_path / "copy.sqlite3"
    sizes = []
    with a_nest("write", path) as nest:
        writer = hatched(nest)
        for _ in range(5):
            sleep(0.01)
            copy(path, target)
            assert faults(target) == ()
            sizes.append(len(lines(target)))
        killed(nest, writer)
    assert sizes == sorted(set(sizes))  # Each copy held more than the one before it.
    left = {one.name for one in tmp_path.iterdir()} - {"busy.sqlite3-journal"}  # The killed one's.
    assert left == {"busy.sqlite3", "copy.sqlite3"}


def test_deleted_words_are_gone_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "gone.sqlite3"
    secret = "she told nobody but us " * 300  # Longer than one page.
    with lines_in(path):
        with writing() as session:
            session.add_all([LineRow(words=secret), LineRow(words="short and secret")])
            session.add_all(LineRow(words=f"stays {number}") for number in range(50))
        assert b"she told nobody" in path.read_bytes()
        with writing() as session:
            session.execute(delete(LineRow).where(LineRow.words.not_like("stays%")))
    held = path.read_bytes()
    assert b"she told nobody" not in held
    assert b"short and secret" not in held
    assert b"stays 49" in held


@posix
def test_a_new_database_and_its_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "plans.sqlite3"
    make_private(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    target = tmp_path / "copy.sqlite3"
    a_line(path, "hello")
    copy(path, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@posix
@pytest.mark.parametrize("rights", [0o644, 0o640, 0o602, 0o660])
def test_a_database_that_others_can_open_is_refused(tmp_path: Path, rights: int) -> None:
    path = tmp_path / "open.sqlite3"
    make_private(path)
    path.chmod(rights)
    with pytest.raises(Refusal, match=r"Other users .* can read .*Run: chmod 600 '.*open.sqlite3'"):
        make_private(path)


def test_a_folder_that_is_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(Refusal, match=r"can't be made or read.*FACILITATOR_DATA_DIR"):
        make_private(tmp_path / "taken" / "plans.sqlite3")


def test_a_whole_database_has_no_faults(tmp_path: Path) -> None:
    a_line(tmp_path / "whole.sqlite3", "hello")
    assert faults(tmp_path / "whole.sqlite3") == ()


def test_what_is_wrong_with_a_file_is_said_in_sentences(tmp_path: Path) -> None:
    other, damaged, lost = (tmp_path / name for name in ("letter", "damaged", "lost"))
    other.write_text("Dear Denise, thank you for coming. " * 200)
    a_line(damaged, "hello")
    # The word stands in the table and in its index; only one of them is changed.
    damaged.write_bytes(damaged.read_bytes().replace(b"hello", b"jello", 1))
    a_line(lost, "hello")
    with closing(sqlite3.connect(lost)) as careless:
        careless.execute("update line set after_id = 'nobody'")
        careless.commit()
    said = {path.name: " ".join(map(str, faults(path))) for path in (other, damaged, lost)}
    assert "It can't be read as a database: file is not a database." in said["letter"]
    assert "It is damaged: " in said["damaged"]
    assert "A row of 'line' points to a row of 'line' that is gone." in said["lost"]
    assert all("facilitator db restore FILE" in one for one in said.values())
    assert "There is no such file" in str(faults(tmp_path / "nothing")[0])


@pytest.mark.parametrize(
    ("damaged", "said"),
    [
        (lambda _: b"Dear Denise, thank you for coming. " * 200, "not a database"),
        (lambda held: held.replace(b"hello", b"jello", 1), "It is damaged"),
    ],
)
def test_a_damaged_database_is_not_copied_and_the_older_copy_stays(
    tmp_path: Path, damaged: Callable[[bytes], bytes], said: str
) -> None:
    path, target = tmp_path / "damaged.sqlite3", tmp_path / "copy.sqlite3"
    a_line(path, "hello")
    copy(path, target)
    before = target.read_bytes()
    path.write_bytes(damaged(path.read_bytes()))
    with pytest.raises(Refusal, match=f"damaged.sqlite3.*{said}"):
        copy(path, target)
    assert target.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.sqlite3", "damaged.sqlite3"]


def test_a_copy_into_a_folder_that_is_not_there_is_refused_in_a_sentence(tmp_path: Path) -> None:
    a_line(tmp_path / "here.sqlite3", "hello")
    with pytest.raises(Refusal, match=r"can't be written: No such file.*has room"):
        copy(tmp_path / "here.sqlite3", tmp_path / "nowhere" / "copy.sqlite3")


def test_a_database_in_use_is_not_poured_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.database.files.WAITS", 0.2)
    come, go = tmp_path / "come.sqlite3", tmp_path / "go.sqlite3"
    a_line(come, "1 new")
    a_line(go, "1 old")
    with closing(connect(go)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refusal, match=r"Another program is using .*Stop the app"):
            pour(come, go)
        somebody.execute("ROLLBACK")
    assert lines(go) == {"old"}
    pour(come, go)
    assert lines(go) == {"new"}


def test_a_program_that_has_the_database_open_sees_what_was_poured_in(tmp_path: Path) -> None:
    come, go = tmp_path / "come.sqlite3", tmp_path / "go.sqlite3"
    a_line(come, "1 new")
    a_line(go, "1 old")
    with closing(connect(go)) as open_all_the_time:
        assert open_all_the_time.execute("select words from line").fetchall() == [("1 old",)]
        pour(come, go)
        assert open_all_the_time.execute("select words from line").fetchall() == [("1 new",)]
        open_all_the_time.execute("update line set words = '1 newer'")
    assert lines(go) == {"newer"}


def test_a_file_is_put_aside_under_a_name_that_is_free_and_with_its_journal(tmp_path: Path) -> None:
    path = tmp_path / "plans.sqlite3"
    for ending in ("", "-journal"):
        path.with_name(path.name + ending).write_text(f"held{ending}")
    first = beside(path, AT)
    assert first.name == "plans-2027-02-27-103000.sqlite3"
    put_aside(path, first)
    assert first.read_text() == "held"
    assert first.with_name(first.name + "-journal").read_text() == "held-journal"
    assert beside(path, AT).name == "plans-2027-02-27-103000-2.sqlite3"
