"""Bytes of the database change, or are lost: it is noticed, and no wrong plan is ever shown.

A database that the app left in good order is sealed: there every byte counts. One that was killed
has no seal, and SQLite finds what breaks its own order; each plan carries the hash of what the
family agreed, and is not shown where that does not fit.
"""

import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner
from sqlalchemy.exc import SQLAlchemyError

from facilitator import migrations
from facilitator.backups import daily, starting
from facilitator.cli import commands
from facilitator.database import opened, reading, seal, url_of
from facilitator.database.files import connect
from facilitator.plans import store as plans
from facilitator.plans.agreed import Agreed
from facilitator.refusals import Refusal
from facilitator.settings import DATABASE_FILE, Config
from tests.released.make import unpacked
from tests.reliability import often
from tests.test_released import RELEASED
from tests.web import KEY

TRIALS = often(30, 250)  # of each of the two: sealed and not
MOST_BYTES = 64
AT = datetime(2027, 3, 1, 9, tzinfo=UTC)
Damage = Callable[[random.Random, bytes], bytes]


@dataclass(frozen=True)
class Whole:
    """A database before anything happens to it: its bytes, its seal, its plans."""

    held: bytes
    sealed: bytes
    plans: dict[tuple[UUID, int], Agreed]


@cache
def whole(folder: Path) -> Whole:
    config = Config(secret_key=KEY, data_dir=folder)
    path = folder / DATABASE_FILE
    path.touch(0o600)
    path.write_bytes(unpacked(RELEASED[-1]))
    with migrations.ready(config, at=AT):
        pass
    with closing(connect(path)) as connection:
        asked = connection.execute("select meeting_id, number from plan").fetchall()
    known = [(UUID(meeting_id), number) for meeting_id, number in asked]
    seal.seal(path)
    with opened(url_of(config)), reading() as session:
        agreed = {one: plans.load(session, *one) for one in known}
    return Whole(path.read_bytes(), seal.place_of(path).read_bytes(), agreed)


def bytes_anywhere(chance: random.Random, held: bytes) -> bytes:
    changed = bytearray(held)
    for at in chance.sample(range(len(held)), chance.randint(1, MOST_BYTES)):
        changed[at] ^= chance.randint(1, 255)
    return bytes(changed)


def bytes_of_a_plan(chance: random.Random, held: bytes) -> bytes:
    """In the very words that a family agreed, where SQLite itself sees nothing wrong."""
    changed = bytearray(held)
    for at in chance.sample(words_of_plans(held), chance.randint(1, 4)):
        changed[at + chance.randint(0, 9)] ^= 1
    return bytes(changed)


@cache
def words_of_plans(held: bytes) -> tuple[int, ...]:
    """Where words begin in the documents of plans."""
    found = tuple(one.end() for one in re.finditer(rb'"kind":"[a-z_]+","words":"', held))
    assert len(found) > 50
    return found


def cut_off(chance: random.Random, held: bytes) -> bytes:
    return held[: chance.randrange(len(held))]


DAMAGE: tuple[Damage, ...] = (bytes_anywhere, bytes_anywhere, bytes_of_a_plan, cut_off)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return whole(tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize("sealed", [True, False], ids=["left in order", "killed"])
def test_no_wrong_plan_is_shown_whatever_bytes_change_or_are_lost(
    tmp_path: Path,
    before: Whole,
    sealed: bool,  # noqa: FBT001 - as pytest hands it in
) -> None:
    config = Config(secret_key=KEY, data_dir=tmp_path)
    path = tmp_path / DATABASE_FILE
    path.touch(0o600)
    chance = random.Random(20270227)  # noqa: S311 - which byte is no secret
    noticed = 0
    for trial in range(TRIALS):
        damage = DAMAGE[trial % len(DAMAGE)]
        path.write_bytes(damage(chance, before.held))
        seal.unseal(path)
        if sealed:
            seal.place_of(path).write_bytes(before.sealed)
        wrong, told = shown_wrong(config, before)
        assert wrong == [], (trial, damage.__name__)
        noticed += told
    if sealed:
        assert noticed == TRIALS
    assert noticed > TRIALS / 2


def shown_wrong(config: Config, before: Whole) -> tuple[list[object], bool]:
    """The plans that are shown and are not what was agreed; and whether anything was noticed."""
    try:
        starting.look(config)
    except Refusal as refusal:
        return [] if "facilitator db restore" in str(refusal) else [refusal], True
    wrong: list[object] = []
    told = False
    with opened(url_of(config)):
        for (meeting_id, number), agreed in before.plans.items():
            try:
                with reading() as session:
                    found = plans.load(session, meeting_id, number)
            except (Refusal, SQLAlchemyError, sqlite3.Error, ValueError):
                told = True
                continue
            if found != agreed:
                wrong.append((number, found))
    return wrong, told


def test_the_command_that_starts_the_app_says_what_is_wrong_and_what_to_type(
    tmp_path: Path, before: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("FACILITATOR_SECRET_KEY", KEY)
    path = tmp_path / DATABASE_FILE
    path.touch(0o600)
    path.write_bytes(before.held)
    backup = daily.make(Config(secret_key=KEY, data_dir=tmp_path), at=AT).path
    path.write_bytes(before.held[:500_000])
    said = CliRunner().invoke(commands, ["run", "--port", "1"])
    assert said.exit_code == 1
    assert "It can't be read as a database" in said.stderr
    assert f"Run: facilitator db restore '{backup}'." in said.stderr
    assert "Traceback" not in said.output
    done = CliRunner().invoke(commands, ["db", "restore", str(backup)])
    assert done.exit_code == 0, done.output
    assert shown_wrong(Config(secret_key=KEY, data_dir=tmp_path), before) == ([], False)
