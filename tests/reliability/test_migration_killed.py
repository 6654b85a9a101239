"""A laptop's battery ends while a new version brings an old database up to date.

The file is the old one or the new one, whole; and the next start goes on from there.
"""

import os
import random
from pathlib import Path
from time import monotonic, sleep

import pytest

from facilitator.backups import starting
from facilitator.database import url_of
from facilitator.database.files import faults
from facilitator.migrations import stepping
from facilitator.migrations.preparing import up_to_date
from tests.database.nest import a_nest, hatched, killed
from tests.reliability import often
from tests.test_released import AT, RELEASED, a_laptop, columns, file_of, rows

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only POSIX can fork and kill")
KILLS = often(6, 30)
LONGEST = 0.1  # seconds


def test_an_upgrade_that_is_killed_leaves_the_old_or_the_new_and_the_next_start_ends_it(
    tmp_path: Path,
) -> None:
    config = a_laptop(tmp_path / "data", RELEASED[0])
    path = file_of(config)
    old, asked = path.read_bytes(), columns(path)
    before, head = rows(path, asked), stepping.known()[0]
    chance = random.Random(20270227)  # noqa: S311 - a moment to kill at is no secret
    cut, stood = 0, []
    with a_nest("step", config.data_dir, stepping.VERSIONS) as nest:
        for kill in range(KILLS):
            _as_it_was(path, old)
            worker = hatched(nest)
            if kill % 2:
                _until_it_writes(path)
            sleep(chance.uniform(0, LONGEST))
            killed(nest, worker)
            cut += path.with_name(f"{path.name}-journal").exists()
            stood.append(stepping.standing(url_of(config)))
            assert stood[-1] in (RELEASED[0].name[:4], head)
            assert faults(path) == ()
            assert rows(path, asked) == before
            starting.look(config)
            up_to_date(config, at=AT)
            assert stepping.standing(url_of(config)) == head
            assert rows(path, asked) == before
            assert [one.name for one in path.parent.iterdir() if ".part" in one.name] == []
    assert cut, "No kill came while the steps were being taken."
    assert any(one != head for one in stood), "Every upgrade was done before it was killed."


def _until_it_writes(path: Path) -> None:
    """Until the steps are being taken; the copy that is kept beside comes before them."""
    journal = path.with_name(f"{path.name}-journal")
    give_up = monotonic() + 20
    while not journal.exists() and monotonic() < give_up:
        sleep(0.001)


def _as_it_was(path: Path, old: bytes) -> None:
    for one in path.parent.iterdir():
        one.unlink()
    path.touch(0o600)
    path.write_bytes(old)
