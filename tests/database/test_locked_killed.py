"""A database that is being locked, or opened for good, when its program is killed."""

import os
import sys
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from facilitator.database import keys, writing
from facilitator.database.converting import tidy, turn
from facilitator.database.files import faults
from tests.database.lines import LineRow, lines_in
from tests.database.locks import KEY, LOCK, WORDS, in_a_child, in_the_open, names, said_in


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Path]:
    """A plain database with one line."""
    path = tmp_path / "data" / "facilitator.sqlite3"
    path.parent.mkdir()
    with lines_in(path), writing() as session:
        session.add(LineRow(words=WORDS))
    yield path
    keys.let_go()


TOUCHES = {"open", "os.rename", "os.remove", "os.link", "sqlcipher"}


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("to_lock", [True, False], ids=["locking", "opening for good"])
def test_killed_before_any_touch_of_the_disk_one_whole_database_stands_there(
    plain: Path, tmp_path: Path, *, to_lock: bool
) -> None:
    keys.hold(KEY)
    if not to_lock:
        turn(plain, LOCK)
    began = {one.name: one.read_bytes() for one in plain.parent.iterdir()}
    ends: list[bool] = []
    lock = LOCK if to_lock else None
    for number in count():
        for one in plain.parent.iterdir():
            one.unlink()
        for name, held in began.items():
            (plain.parent / name).write_bytes(held)
            (plain.parent / name).chmod(0o600)
        keys.look_again(plain)
        died = in_a_child(partial(_turn_and_die, plain, lock, number))
        tidy(plain)
        ends.append(keys.is_locked(plain))
        assert said_in(plain) == [WORDS]
        assert faults(plain) == ()
        beside = ["facilitator.sqlite3.lock"] if ends[-1] else []
        assert names(plain.parent) == ["facilitator.sqlite3", *beside], number
        assert in_the_open(tmp_path) == ([] if ends[-1] else ["facilitator.sqlite3"])
        if not died:
            break
    assert set(ends) == {True, False}
    assert ends == sorted(ends, reverse=not to_lock)  # Once it is turned, it stays turned.


def _turn_and_die(path: Path, lock: dict[str, str] | None, before: int) -> int:
    touches = count()

    def watch(event: str, args: tuple[object, ...]) -> None:
        here = any(str(path.parent) in str(one) for one in args)
        if event in TOUCHES and here and next(touches) == before:
            os._exit(1)

    sys.addaudithook(watch)
    turn(path, lock)
    return 0
