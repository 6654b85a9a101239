"""A laptop with one account and one meeting, whose server can be stopped, killed and started."""

import atexit
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from facilitator import migrations
from facilitator.accounts import store
from facilitator.accounts.sessions import now
from facilitator.agenda.shipped import find_file
from facilitator.database import opened, url_of, writing
from facilitator.database.engine import sqlite_url
from facilitator.database.files import connect, faults
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.people import store as people
from facilitator.settings import DATABASE_FILE, read
from tests.contributions.said_before import FAMILY
from tests.kept import a_kept_meeting
from tests.reliability.mishaps import NO_END, Mishap, happen
from tests.web import HASHED, SAM, TEAM

ROOT = Path(__file__).resolve().parents[2]
TERMINAL = "terminal.txt"


@dataclass(frozen=True)
class KeptLine:
    """One wording as it stands in the file: nothing of our own code has read it."""

    ref: str
    number: int
    key: str
    words: str
    stands: bool


class Laptop:
    """The data folder and the server over it; ``pid`` is the server's process, 0 while none is."""

    def __init__(self, folder: Path) -> None:
        port = _a_free_port()
        self.folder = folder
        self.address = f"http://127.0.0.1:{port}"
        self.port = port
        self.pid = 0
        self.file = folder / DATABASE_FILE
        self.file.touch(0o600)
        self.file.write_bytes(with_a_meeting())
        self.meeting_id = the_meeting().id

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        self._nest = _the_nest()
        assert self._nest.stdin is not None
        self._nest.stdin.write(f"{self.port} {self.folder}\n")
        self._nest.stdin.flush()
        self.pid = int(self._hear())
        ready = self._hear()
        assert ready.startswith("Facilitator is ready"), ready + self.told()

    def kill(self) -> None:
        """Kill the server at once, as when a battery is empty."""
        os.kill(self.pid, signal.SIGKILL)
        while self._hear() != "stopped":
            pass
        self.pid = 0

    def meets(
        self, *, clock_off: float = 0, pages: int = NO_END, answers: int = 0, hangs: float = 0
    ) -> None:
        """Have something happen to the server, running or not; nothing, without a word."""
        mishap = Mishap(clock_off=clock_off, pages=pages, answers=answers, hangs=hangs)
        happen(self.folder, mishap)

    def told(self) -> str:
        """All that the servers have written to the terminal."""
        return (self.folder / TERMINAL).read_text("utf-8")

    def faults(self) -> tuple[object, ...]:
        """What SQLite finds wrong with the file."""
        return faults(self.file)

    def lines(self) -> dict[str, KeptLine]:
        """Every wording in the file, by the key of its save."""
        with closing(connect(self.file)) as connection:
            return {row[2]: KeptLine(*row) for row in connection.execute(_LINES)}

    def end_every_visit(self) -> None:
        """As `facilitator user sign-out` does from another window."""
        with opened(sqlite_url(self.file)), writing() as session:
            store.end_visits(session, SAM.id, at=now())

    def _hear(self) -> str:
        assert self._nest.stdout is not None
        said = self._nest.stdout.readline()
        assert said, "The program that starts servers has ended: " + self.told()
        return said.strip()


_LINES = """
    select line.ref, wording.number, wording.key, wording.words, wording.number = line.number
    from wording join contribution as line on line.id = wording.contribution_id
"""


@contextmanager
def a_laptop(folder: Path) -> Iterator[Laptop]:
    """A laptop whose server is running, until the block ends."""
    if os.name != "posix":
        pytest.skip("Only POSIX can fork a server and kill it.")
    laptop = Laptop(folder)
    laptop.start()
    try:
        yield laptop
    finally:
        if laptop.pid:
            laptop.kill()


def _a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port: int = held.getsockname()[1]
    return port


@cache
def _the_nest() -> subprocess.Popen[str]:
    """The program, running; there is one for all tests, and it ends with them."""
    pipe = subprocess.PIPE
    nest = subprocess.Popen(
        [sys.executable, "-m", "tests.reliability.nest"],
        cwd=ROOT,
        stdin=pipe,
        stdout=pipe,
        text=True,
        start_new_session=True,
    )
    atexit.register(_end, nest)
    return nest


def _end(nest: subprocess.Popen[str]) -> None:
    os.killpg(nest.pid, signal.SIGKILL)  # Its server too.
    nest.communicate()


@cache
def the_meeting() -> KeptMeeting:
    """The meeting of every laptop."""
    return a_kept_meeting(owner=SAM)


@cache
def with_a_meeting() -> bytes:
    """A database as the app itself makes it, with Sam's account and one meeting; made once."""
    agenda = find_file("family_group_conference")
    assert agenda is not None
    with tempfile.TemporaryDirectory() as folder:
        config = read({"FACILITATOR_DATA_DIR": folder})
        migrations.prepare(config, at=now())
        with opened(url_of(config)), writing() as session:
            store.save_team(session, TEAM)
            session.flush()  # A user names a team, which must be there before.
            store.add_user(session, SAM, HASHED)
            session.flush()  # Likewise.
            meetings.save(session, the_meeting())
            meetings.save_agenda(session, the_meeting().id, agenda)
            people.save(session, the_meeting().id, FAMILY)
        return (Path(folder) / DATABASE_FILE).read_bytes()
