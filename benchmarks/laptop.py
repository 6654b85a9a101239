"""The app as it runs on a laptop: a real server of its own, a first account, a practice meeting."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from facilitator.settings import DATABASE_FILE

_FIRST = {"name": "Sam Hill", "email": "sam@example.org", "team": "Exe Valley"}
_PASSWORD = "kettle marmalade otter"  # noqa: S105 - of nobody


@dataclass(frozen=True)
class Laptop:
    """A server that is running, the cookie and token of whoever is signed in, and a meeting."""

    port: int
    folder: Path
    cookie: str = ""
    token: str = ""
    meeting: str = ""

    @property
    def file(self) -> Path:
        """The database."""
        return self.folder / DATABASE_FILE

    def connect(self) -> HTTPConnection:
        """A connection of its own; close it yourself."""
        return HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(
        self, connection: HTTPConnection, method: str, path: str, body: bytes = b"", kind: str = ""
    ) -> tuple[int, str, str]:
        """Status, body, and where it leads to or which cookie it sets."""
        headers = {"Cookie": self.cookie, "X-CSRFToken": self.token}
        if kind:
            headers["Content-Type"] = kind
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        cookie = (answer.headers.get("Set-Cookie") or "").partition(";")[0]
        return answer.status, text, cookie or answer.headers.get("Location") or ""


@contextmanager
def running() -> Iterator[Laptop]:
    """A laptop at which somebody has begun to practise, until the block ends."""
    with started() as laptop:
        yield _practising(_signed_in(laptop))


@contextmanager
def started() -> Iterator[Laptop]:
    """A laptop at its very first start, until the block ends."""
    with TemporaryDirectory() as folder:
        laptop = Laptop(_a_free_port(), Path(folder))
        words = [sys.executable, "-m", "facilitator", "run", "--port", str(laptop.port)]
        environment = {**os.environ, "FACILITATOR_DATA_DIR": folder}
        with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None  # noqa: S101 - for the types
                if not server.stdout.readline().startswith("Facilitator is ready"):
                    raise RuntimeError("The app did not start.")
                yield laptop
            finally:
                server.terminate()


def to_the_first_page() -> float:
    """Seconds from the very first start to its whole first page."""
    began = time.perf_counter()
    with started() as laptop:
        connection = laptop.connect()
        status, _, _ = laptop.ask(connection, "GET", "/first-account")
        taken = time.perf_counter() - began
        connection.close()
    if status != HTTPStatus.OK:
        raise RuntimeError("The first page is no page.")
    return taken


def _signed_in(laptop: Laptop) -> Laptop:
    connection = laptop.connect()
    _, page, cookie = laptop.ask(connection, "GET", "/first-account")
    laptop = replace(laptop, cookie=cookie)
    typed = {**_FIRST, "password": _PASSWORD, "csrf_token": _form_token(page)}
    _, _, cookie = laptop.ask(connection, "POST", "/first-account", *_form(typed))
    laptop = replace(laptop, cookie=cookie)
    _, page, _ = laptop.ask(connection, "GET", "/account")
    connection.close()
    return replace(laptop, token=_form_token(page))


def _practising(laptop: Laptop) -> Laptop:
    connection = laptop.connect()
    typed = {"csrf_token": laptop.token}
    _, _, way = laptop.ask(connection, "POST", "/practise", *_form(typed))
    connection.close()
    found = re.search("[0-9a-f-]{36}", way)
    if found is None:
        raise RuntimeError("There is no practice meeting.")
    _as_if_real(laptop)
    return replace(laptop, meeting=found[0])


def _as_if_real(laptop: Laptop) -> None:
    """A made-up family is in no log of looks; a real one is, and that is what people wait for."""
    with closing(sqlite3.connect(laptop.file)) as connection, connection:
        connection.execute("UPDATE meeting SET practice = 0")


def _form(typed: dict[str, str]) -> tuple[bytes, str]:
    return urlencode(typed).encode(), "application/x-www-form-urlencoded"


def _form_token(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    if found is None:
        raise RuntimeError("The page holds no form token.")
    return found[1]


def _a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port: int = held.getsockname()[1]
    return port
