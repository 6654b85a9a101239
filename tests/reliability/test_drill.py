"""The drill of docs/backups.md: back up while people write, lose everything, put it back, compare.

Every step is the command of the page, in a process of its own, as on another computer.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from uuid import UUID, uuid4

import pypdf

from facilitator import migrations
from facilitator.copies import Copy
from facilitator.database import reading
from facilitator.database.files import connect
from facilitator.paper import press
from facilitator.people import CopyKind
from facilitator.plans import store as plans
from facilitator.plans.agreed import Agreed
from facilitator.settings import Config
from tests.reliability import EVERYTHING
from tests.test_released import AT, RELEASED, a_laptop, file_of

PASSPHRASE = "kettle marmalade otter"  # noqa: S105 - of nobody
FIVE_MINUTES = 300  # seconds, for whoever follows the page; the commands take a few of them
ROOT = Path(__file__).resolve().parents[2]


def types(data: Path, *words: object) -> str:
    """What somebody types, on a computer whose data folder that is."""
    known = {"PATH": os.environ["PATH"], "FACILITATOR_DATA_DIR": str(data)}
    line = [sys.executable, "-m", "facilitator", "db", *map(str, words)]
    said = subprocess.run(line, cwd=ROOT, env=known, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    return said.stdout


@contextmanager
def somebody_writes(config: Config) -> Iterator[list[str]]:
    """One name after another is kept meanwhile; those that were."""
    stop, kept = Event(), list[str]()

    def write() -> None:
        with closing(connect(file_of(config))) as connection:
            while not stop.is_set():
                name = str(uuid4())
                connection.execute("insert into team (id, name) values (?, ?)", (name, name))
                kept.append(name)
                stop.wait(0.01)  # A hundred saves a second: more than any house.

    thread = Thread(target=write)
    thread.start()
    try:
        yield kept
    finally:
        stop.set()
        thread.join()


def every_plan(config: Config) -> dict[tuple[UUID, int], Agreed]:
    with closing(connect(file_of(config))) as connection:
        asked = connection.execute("select meeting_id, number from plan").fetchall()
    with migrations.ready(config, at=AT), reading() as session:
        return {
            (UUID(meeting_id), number): plans.load(session, UUID(meeting_id), number)
            for meeting_id, number in asked
        }


def papers_of(agreed: Agreed) -> list[str]:
    """The words of each paper of that plan: of every reader, or usually of the first."""
    readers = [one.id for one in agreed.plan.people if one.copy_kind is CopyKind.FULL]
    told = []
    for reader in readers if os.environ.get(EVERYTHING) else readers[:1]:
        copy = Copy.for_reader(agreed.plan, reader)
        pdf = press.pdf(copy, press.edition_of(copy))
        told.append("\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages))
    return told


def teams(config: Config) -> set[str]:
    with closing(connect(file_of(config))) as connection:
        return {row[0] for row in connection.execute("select name from team")}


def test_all_that_was_kept_comes_back_on_a_new_computer_in_less_than_five_minutes(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    old = a_laptop(tmp_path / "old", RELEASED[-1])
    before = every_plan(old)
    assert len(before) >= 2
    held = tmp_path / "passphrase.txt"
    held.touch(0o600)
    held.write_text(PASSPHRASE)
    stick = tmp_path / "backup.age"
    began = monotonic()
    with somebody_writes(old) as kept:
        while not kept:
            assert monotonic() < began + 60
        acknowledged = set(kept)
        types(old.data_dir, "backup", stick, "--passphrase-file", held)
        went_on = len(kept) > len(acknowledged)
    assert went_on, "Nobody could write while the backup was made."
    shutil.rmtree(old.data_dir)  # The laptop is gone.
    new = Config(secret_key=old.secret_key, data_dir=tmp_path / "new")
    if os.environ.get(EVERYTHING):  # A second on purpose, as each try of a passphrase.
        assert "is whole" in types(new.data_dir, "check", stick, "--passphrase-file", held)
    types(new.data_dir, "restore", stick, "--passphrase-file", held)
    assert "all right" in types(new.data_dir, "check")
    took = monotonic() - began
    record_property("seconds", round(took, 1))
    assert took < FIVE_MINUTES
    after = every_plan(new)
    assert after == before
    for one, agreed in before.items():
        assert after[one].plan.canonical == agreed.plan.canonical
        assert after[one].plan.sha256 == agreed.plan.sha256
    for one in sorted(before) if os.environ.get(EVERYTHING) else sorted(before)[:1]:
        assert papers_of(after[one]) == papers_of(before[one]) != []
    assert acknowledged <= teams(new)
