"""A program that has others work for it, one at a time, so that a test can kill them at work.

Run as ``python -m tests.database.nest WORK PATH...``. For each line that it reads it has a new
worker, which tells the number of its process first. Workers are forked, because it takes longer
to load all that they need than to try them.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import uuid4

from facilitator.database import writing
from facilitator.migrations import stepping
from facilitator.migrations.preparing import up_to_date
from facilitator.settings import Config
from tests.database.lines import LineRow, lines_in

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2027, 2, 27, 10, 30, tzinfo=UTC)
KEY = "only-for-tests-0123456789-abcdefghijklmnop"


@contextmanager
def a_nest(work: str, *paths: Path) -> Iterator[subprocess.Popen[str]]:
    """The program, until the block ends."""
    words = [sys.executable, "-m", "tests.database.nest", work, *map(str, paths)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        words, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, start_new_session=True
    ) as nest:
        try:
            yield nest
        finally:
            os.killpg(nest.pid, signal.SIGKILL)  # A worker too, where a test failed in between.


def hatched(nest: subprocess.Popen[str]) -> int:
    """The process of a new worker that has begun."""
    assert nest.stdin is not None
    assert nest.stdout is not None
    nest.stdin.write("go\n")
    nest.stdin.flush()
    return int(nest.stdout.readline())


def killed(nest: subprocess.Popen[str], worker: int) -> list[str]:
    """What that worker had told before it was killed."""
    os.kill(worker, signal.SIGKILL)
    assert nest.stdout is not None
    return [told.strip() for told in iter(nest.stdout.readline, "stopped\n")]


def _tell(what: object) -> None:
    os.write(sys.stdout.fileno(), f"{what}\n".encode())  # One line, in one piece.


def _write(path: Path) -> None:
    """Write line after line until the end, and tell of each once it is kept."""
    with lines_in(path):
        for number in count():
            name = str(uuid4())
            with writing() as session:
                # More than one page of the file.
                session.add(LineRow(words=f"{number} {name} " + "said " * 1000))
            if number == 0:
                _tell(os.getpid())
            _tell(name)


def _step(data: Path, versions: Path) -> None:
    """Bring a database up to date."""
    _tell(os.getpid())
    _tell(up_to_date(Config(secret_key=KEY, data_dir=data), at=AT, versions=versions))
    signal.pause()


def _main() -> None:
    paths = [Path(one) for one in sys.argv[2:]]
    stepping.tables()
    for _ in sys.stdin:
        worker = os.fork()
        if worker == 0 and sys.argv[1] == "write":
            _write(*paths)
        elif worker == 0:
            _step(*paths)
        os.waitpid(worker, 0)
        _tell("stopped")


if __name__ == "__main__":
    _main()
