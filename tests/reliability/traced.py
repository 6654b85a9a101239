"""The real server under strace, and what its calls say: was a save on the disk when answered?"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.settings import DATABASE_FILE
from tests.reliability.laptop import ROOT, Laptop
from tests.tools import need

TRACE = "trace.txt"
# What writes, what waits for the disk, and what answers. A page of the database is 4,096 bytes.
WATCHED = "pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,sendto,sendmsg,write"
STRACE = ("-f", "-y", "-qq", "-s", "4096", "-e", f"trace={WATCHED}", "-e", "signal=none")

_LINE = re.compile(r"(?P<thread>\d+) +(?P<rest>.*)", re.DOTALL)
_CALL = re.compile(r"(?P<name>\w+)\((?P<told>.*)", re.DOTALL)
_RESUMED = re.compile(r"<\.\.\. (?P<name>\w+) resumed>(?P<told>.*)", re.DOTALL)
_FILE = re.compile(r"\d+<(?P<path>[^>]*)>")
_ANSWERED = re.compile(r'\\"key\\":\\"(?P<key>[^\\]+)\\"')
FILE, JOURNAL, FOLDER = "file", "journal", "folder"


class TracedLaptop(Laptop):
    """A laptop whose server is a program of its own, with strace listening to each of its calls."""

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        environment = {**os.environ, "FACILITATOR_DATA_DIR": str(self.folder)}
        environment["FACILITATOR_PORT"] = str(self.port)
        listens = [need("strace"), *STRACE, "-o", str(self.folder / TRACE)]
        self._program = subprocess.Popen(
            [*listens, sys.executable, "-m", "facilitator", "run"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.pid = self._program.pid
        assert self._program.stdout is not None
        ready = self._program.stdout.readline()
        assert ready.startswith("Facilitator is ready"), ready

    def kill(self) -> None:
        """Kill the server and who listens to it."""
        os.killpg(self.pid, signal.SIGKILL)
        self._program.communicate()
        self.pid = 0

    def trace(self) -> Iterator[str]:
        """What was heard so far, call by call."""
        with (self.folder / TRACE).open("r", encoding="ascii", errors="replace") as lines:
            yield from lines


@contextmanager
def a_traced_laptop(folder: Path) -> Iterator[TracedLaptop]:
    """A laptop whose server is running and listened to, until the block ends."""
    laptop = TracedLaptop(folder)
    laptop.start()
    try:
        yield laptop
    finally:
        laptop.kill()


@dataclass
class _Thread:
    """What one thread of the server has written, and what the disk has not confirmed of it yet."""

    folder: str
    pages: list[str] = field(default_factory=list)
    outstanding: list[str] = field(default_factory=list)
    unfinished: str = ""

    def hears(self, name: str, told: str) -> None:
        file = f"{self.folder}/{DATABASE_FILE}"
        found = _FILE.match(told)
        path = found["path"] if found else ""
        if name == "pwrite64" and path == file:
            self.pages.append(told)
            self.outstanding = [FILE, JOURNAL, FOLDER]
        elif name in {"fsync", "fdatasync"} and told.rstrip().endswith("= 0"):
            self._confirmed({file: FILE, self.folder: FOLDER}.get(path))
        elif name.startswith("unlink") and f'"{file}-journal"' in told and "= 0" in told:
            self._confirmed(JOURNAL)

    def _confirmed(self, what: str | None) -> None:
        """Only in this order: the folder tells of a journal that is gone, not of one to come."""
        if self.outstanding[:1] == [what]:
            self.outstanding.pop(0)


@dataclass(frozen=True)
class Heard:
    """The keys of saves that were answered, those too soon among them, and why it was too soon."""

    answered: tuple[str, ...]
    too_soon: tuple[str, ...]


def heard(trace: Iterable[str], folder: Path) -> Heard:
    """Which answers to a save went out, and which of them before the save was on the disk.

    It was there once its own thread had waited, after its last page in the file, for the file, had
    taken the journal away, and had waited for the folder that says so.
    """
    threads: dict[str, _Thread] = {}
    answered, too_soon = [], []
    for line in trace:
        split = _LINE.match(line)
        if split is None:
            continue
        thread = threads.setdefault(split["thread"], _Thread(str(folder)))
        call = _whole_call(thread, split["rest"])
        if call is None:
            continue
        name, told = call
        thread.hears(name, told)
        if name in {"sendto", "sendmsg", "write"} and (key := _ANSWERED.search(told)):
            answered.append(key[1])
            if why := _not_yet(threads.values(), key[1]):
                too_soon.append(f"{key[1]}: {why}")
    return Heard(tuple(answered), tuple(too_soon))


def _whole_call(thread: _Thread, rest: str) -> tuple[str, str] | None:
    """A call with what came of it; an answer counts as sent as soon as it begins to be."""
    if resumed := _RESUMED.match(rest):
        begun, thread.unfinished = thread.unfinished, ""
        return (resumed["name"], begun + resumed["told"]) if begun else None
    call = _CALL.match(rest)
    if call is None:
        return None
    begun, is_unfinished, _ = call["told"].rpartition("<unfinished ...>")
    if not is_unfinished or call["name"] in {"sendto", "sendmsg", "write"}:
        return call["name"], call["told"]
    thread.unfinished = begun
    return None


def _not_yet(threads: Iterable[_Thread], key: str) -> str:
    for thread in threads:
        if any(key in page for page in thread.pages):
            return " and ".join(thread.outstanding)
    return "nobody has written it"
