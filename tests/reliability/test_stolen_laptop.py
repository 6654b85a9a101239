"""A thief has the disk of a laptop whose database is locked: nothing that anybody said is on it."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest

from facilitator import record
from facilitator.accounts.sessions import now
from facilitator.agenda.shipped import find_file
from facilitator.backups import daily, kept
from facilitator.database import keys, opened, writing
from facilitator.database.engine import sqlite_url
from facilitator.database.files import connect, copy, faults
from facilitator.exchange.keeping import Reception, bring_in
from facilitator.settings import Config
from facilitator.unlocking import locking, wrapping
from tests.records import CAMPBELL
from tests.reliability import often
from tests.reliability.client import Client, a_key, a_ref
from tests.reliability.laptop import Laptop
from tests.unlocking.locked import PASSPHRASE, QUICK
from tests.web import KEY, SAM

MARKS = 200
KILLS = often(2, 60)
MARK = re.compile(rb"marked[0-9]{5}secret")
LONG = "said " * 1500  # more than one page of the file, so that a journal is written
LONGEST_LOAD = 0.06  # seconds
pytestmark = pytest.mark.skipif(os.name != "posix", reason="only POSIX can fork and kill")


class Marks:
    """Words that nobody else would say, counted as they are planted."""

    def __init__(self) -> None:
        self.planted = 0

    def next(self) -> str:
        self.planted += 1
        return f"marked{self.planted:05}secret"

    def in_all(self, held: Any) -> Any:
        """That record, with a mark at the end of everything that somebody said in it."""
        if isinstance(held, dict):
            return {name: self.in_all(one) for name, one in held.items()}
        if isinstance(held, list):
            return [self.in_all(one) for one in held]
        says = isinstance(held, str) and held.count(" ") > 3
        return f"{held} {self.next()}" if says else held


@pytest.fixture
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Laptop]:
    """A laptop that was plain so far; its server is not running yet."""
    monkeypatch.setattr(wrapping, "USUAL", QUICK)
    folder = tmp_path / "laptop"
    folder.mkdir(mode=0o700)
    laptop = Laptop(folder)
    yield laptop
    if laptop.pid:
        laptop.kill()
    keys.let_go()


def lived_in(laptop: Laptop, marks: Marks) -> Config:
    """Families were brought in, a backup was made, and a copy from an older version lies there."""
    config = Config(secret_key=KEY, data_dir=laptop.folder)
    plain = json.loads(CAMPBELL.read_bytes())
    agenda = find_file(plain["meeting"]["type"])
    with opened(sqlite_url(laptop.file)), writing() as session:
        while marks.planted < MARKS:
            marked = marks.in_all({**plain, "id": f"m{marks.planted}"})
            read = record.read(json.dumps(marked).encode(), "marked.json")
            bring_in(session, read, Reception(owner=SAM, at=now(), agenda=agenda))
    daily.make(config, at=now())
    copy(laptop.file, laptop.folder / "facilitator-2027-01-04-090000.sqlite3")
    return config


def in_the_open(folder: Path) -> dict[str, int]:
    """How many marks anybody can read in each file of that folder."""
    found = {}
    for one in folder.rglob("*"):
        with suppress(FileNotFoundError):  # A journal comes and goes.
            if one.is_file() and (marks := MARK.findall(one.read_bytes())):
                found[one.name] = len(set(marks))
    return found


def come_in(laptop: Laptop, opens_by: str) -> Client:
    """Start the server, unlock it at its page, and sign in."""
    laptop.start()
    client = Client(laptop)
    said = client.post("/", {"csrf_token": client.form_token("/"), "opens_by": opens_by})
    assert said.status == 303, laptop.told()
    client.sign_in()
    return client


def until(what: Any) -> None:
    give_up = monotonic() + 20
    while not what():
        assert monotonic() < give_up
        sleep(0.001)


def test_no_marked_word_is_in_any_file_of_a_stolen_laptop(laptop: Laptop) -> None:
    marks, kept_by, chance = Marks(), dict[str, str](), Random(20270227)  # noqa: S311
    config = lived_in(laptop, marks)
    plain = in_the_open(laptop.folder)
    assert marks.planted >= MARKS
    assert len(plain) == 3  # The search can find them: in the database, its backup and the copy.
    assert min(plain.values()) >= MARKS

    new = locking.new_lock(PASSPHRASE)
    locking.lock(config, new)
    assert in_the_open(laptop.folder) == {}
    assert [one.is_whole() for one in kept.list_of(config)] == [True]

    for kill in range(KILLS):
        client = come_in(laptop, new.recovery if kill % 2 else PASSPHRASE)

        def work(client: Client = client) -> None:
            while True:
                key, words = a_key(), f"{marks.next()} {LONG[:4000]}"
                if client.save(a_ref(), words, key=key).status != 200:
                    return
                kept_by[key] = words

        before = len(kept_by)
        at_work = Thread(target=work)
        at_work.start()
        until(lambda before=before: len(kept_by) > before)
        sleep(chance.uniform(0, LONGEST_LOAD))
        assert outside(laptop) == []
        laptop.kill()
        at_work.join()
        client.close()
        assert in_the_open(laptop.folder) == {}
        assert faults(laptop.file) == ()
    with closing(connect(laptop.file)) as connection:
        held = dict(connection.execute("select key, words from wording"))
    assert {key: held.get(key) for key in kept_by} == kept_by
    assert PASSPHRASE not in laptop.told()
    assert new.recovery not in laptop.told()


def outside(laptop: Laptop) -> list[str]:
    """The files that the server has open for writing anywhere but in its data folder."""
    told = Path(f"/proc/{laptop.pid}/fdinfo")
    found = []
    for one in told.iterdir() if told.is_dir() else ():
        with suppress(OSError):
            flags = re.search(r"flags:\s*([0-7]+)", one.read_text())
            where = (told.with_name("fd") / one.name).readlink()
            writes = flags and int(flags[1], 8) & os.O_ACCMODE
            if writes and where.is_absolute() and not where.is_relative_to(laptop.folder):
                found.append(str(where))
    return [one for one in found if not one.startswith("/dev/")]
