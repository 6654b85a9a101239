"""What is left when a program is killed at work, as when a battery is empty."""

import os
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import pytest

from facilitator import migrations
from facilitator.database.files import connect, faults
from facilitator.migrations.preparing import up_to_date
from facilitator.settings import Config
from tests.database.nest import AT, KEY, a_nest, hatched, killed
from tests.test_migrations import a_team, file_of, teams, with_steps

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only POSIX can fork and kill")
WRITERS = 20
STEPS = 10
AFTER = sorted(["Kirkton", *map(str, range(2000))])
LONG = """op.add_column("team", sa.Column("motto", sa.String()))
    for number in range(2000):
        row = sa.text("insert into team (id, name) values (:row, :row)")
        op.execute(row.bindparams(row=str(number)))"""


def lines(path: Path) -> set[str]:
    with closing(connect(path, mode="ro")) as connection:
        return {row[0].split()[1] for row in connection.execute("select words from line")}


def test_no_line_that_was_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "killed.sqlite3"
    acknowledged: set[str] = set()
    chance = random.Random(20270227)  # noqa: S311 - a moment to kill at is no secret
    with a_nest("write", path) as nest:
        for _ in range(WRITERS):
            writer = hatched(nest)
            sleep(chance.uniform(0, 0.06))
            acknowledged.update(killed(nest, writer))
            assert faults(path) == ()
    assert len(acknowledged) > WRITERS
    assert acknowledged - lines(path) == set()


def test_an_upgrade_that_is_killed_is_done_or_not_begun(tmp_path: Path) -> None:
    config = Config(secret_key=KEY, data_dir=tmp_path / "data")
    migrations.prepare(config, at=AT)
    a_team(config, "Kirkton")
    path = file_of(config)
    journal = path.with_name(f"{path.name}-journal")
    versions, before = with_steps(tmp_path, LONG), path.read_bytes()
    chance = random.Random(20270227)  # noqa: S311 - likewise
    cut = 0
    with a_nest("step", tmp_path / "data", versions) as nest:
        for _ in range(STEPS):
            worker = hatched(nest)
            until(journal.exists)
            sleep(chance.uniform(0, 0.05))
            killed(nest, worker)
            cut += journal.exists()
            assert faults(path) == ()
            assert teams(path) in (["Kirkton"], AFTER)
            path.write_bytes(before)
    assert cut > 0, "Every upgrade was done before it was killed: give it more to do."
    up_to_date(config, at=AT, versions=versions)
    assert teams(path) == AFTER


def until(what: Callable[[], bool]) -> None:
    give_up = monotonic() + 20
    while not what() and monotonic() < give_up:
        sleep(0.001)
