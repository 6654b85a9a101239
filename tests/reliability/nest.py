"""A program that serves the real app again and again, so that a test can kill it at work.

Run as ``python -m tests.reliability.nest``. For each line that it reads, a port and a folder, it
has a new server, which tells the number of its process first. Servers are forked, because it takes
twenty times as long to load all that they need as to start one.
"""

import gc
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator import app
from facilitator.database import db
from facilitator.migrations import stepping
from facilitator.paper import press
from facilitator.refusals import Refusal
from facilitator.settings import DATABASE_FILE, read
from tests import made_once
from tests.reliability import mishaps
from tests.reliability.laptop import TERMINAL, the_meeting, with_a_meeting
from tests.web import SAM, sign_in


def _tell(what: object) -> None:
    os.write(sys.stdout.fileno(), f"{what}\n".encode())  # One line, in one piece.


def _serve(port: str, folder: Path) -> None:
    """As `facilitator run` does it."""
    terminal = os.open(folder / TERMINAL, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(terminal, sys.stderr.fileno())
    _tell(os.getpid())
    mishaps.expose(folder)
    app.serve(read({"FACILITATOR_DATA_DIR": str(folder), "FACILITATOR_PORT": port}))


def _warm_up() -> None:
    """What a program does once only takes as long as ten saves: it is done before any server."""
    made_once.begin()
    stepping.tables()
    with suppress(Refusal):  # A machine without Pango keeps lines too.
        press.get_ready()
    with TemporaryDirectory() as folder:
        (Path(folder) / DATABASE_FILE).touch(0o600)
        (Path(folder) / DATABASE_FILE).write_bytes(with_a_meeting())
        made = app.create_app(read({"FACILITATOR_DATA_DIR": folder}))
        made.config["WTF_CSRF_ENABLED"] = False
        client = made.test_client()
        sign_in(client, SAM)
        line = {"key": "a", "based_on": 0, "kind": "hope", "words": "Nan cooks.", "by": "nan"}
        said = client.put(f"/meetings/{the_meeting().id}/lines/l1", json=line)
        assert said.status_code == 200, said.text
        with made.app_context():
            db.engine.dispose()
    # Each server does so too, once it is loaded: it finds next to nothing left to look through.
    gc.collect()
    gc.freeze()


def _as_in_a_window_of_its_own() -> None:
    """Hear what ends a program: a shell shuts some of it out from what runs in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for one in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, signal.SIG_DFL)


def _main() -> None:
    _as_in_a_window_of_its_own()
    _warm_up()
    for line in sys.stdin:
        port, _, folder = line.strip().partition(" ")
        worker = os.fork()
        if worker == 0:
            _serve(port, Path(folder))
        os.waitpid(worker, 0)
        _tell("stopped")


if __name__ == "__main__":
    _main()
