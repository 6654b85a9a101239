"""What can happen to a running server: its clock is wrong, its disk is full, it breaks, it hangs.

A mishap is written to a file in the folder of the laptop, and holds from the next request on.
"""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import sleep
from types import SimpleNamespace
from typing import Any

from itsdangerous import timed
from sqlalchemy import Connection, Engine, event

from facilitator import app as web
from facilitator.accounts import sessions
from facilitator.settings import Config

FILE = "mishap.json"
NO_END = 1_073_741_823  # SQLite's own
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True, kw_only=True)
class Mishap:
    """What holds just now. Nothing unless it is said.

    ``clock_off`` is how far the server's clock is ahead, in seconds; ``pages`` the number of pages
    that the database may have (none more than it has, for 1); ``answers`` is a status with which
    somebody else answers every change, before our own code has seen it; ``hangs`` has a change wait
    for so many seconds.
    """

    clock_off: float = 0
    pages: int = NO_END
    answers: int = 0
    hangs: float = 0


def happen(folder: Path, mishap: Mishap) -> None:
    """Have that mishap hold from now on."""
    part = folder / f"{FILE}.part"
    part.write_text(json.dumps(asdict(mishap)), "ascii")
    part.replace(folder / FILE)


def holding(folder: Path) -> Mishap:
    """The mishap that holds now."""
    try:
        return Mishap(**json.loads((folder / FILE).read_text("ascii")))
    except FileNotFoundError:
        return Mishap()


def expose(folder: Path) -> None:
    """Open this process, which is about to serve, to the mishaps of that folder."""
    make = web.create_app

    def made(config: Config, *doors: Any) -> Any:
        app = make(config, *doors)
        app.wsgi_app = _before(app.wsgi_app, folder)  # type: ignore[method-assign, assignment]
        return app

    web.create_app = made  # type: ignore[assignment]
    _set_the_clock(folder)

    @event.listens_for(Engine, "begin")
    def _fill_the_disk(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={holding(folder).pages}")


def _set_the_clock(folder: Path) -> None:
    right = sessions.now

    def now() -> datetime:
        return right() + timedelta(seconds=holding(folder).clock_off)

    def since_1970() -> float:
        return now().timestamp()

    for module in [one for one in sys.modules.values() if vars(one).get("now") is right]:
        vars(module)["now"] = now  # Also where it goes by its short name.
    # Form tokens are dated by this one.
    vars(timed)["time"] = SimpleNamespace(time=since_1970)


def _before(app: Wsgi, folder: Path) -> Wsgi:
    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        mishap = holding(folder)
        changes = environ["REQUEST_METHOD"] in {"PUT", "POST"}
        if changes and mishap.hangs:
            sleep(mishap.hangs)
        if changes and mishap.answers:
            start(f"{mishap.answers} Somebody else", [("Content-Type", "text/html")])
            return [b"<p>Welcome to the network of this hall.</p>"]
        return app(environ, start)

    return answer
