"""A browser without a screen: it signs in at the real door, and saves lines by their keys."""

import json
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode

from tests.reliability.laptop import Laptop
from tests.web import PASSWORD, SAM

LONGEST_WAIT = 60  # seconds
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What the server said; ``status`` 0 where it said nothing to the end."""

    status: int
    text: str = ""
    cookies: tuple[str, ...] = ()

    @property
    def json(self) -> Any:
        return json.loads(self.text)

    @property
    def problems(self) -> list[str]:
        """The sentences of a refusal in JSON."""
        return [f"{one['wrong']} {one['remedy']}" for one in self.json["problems"]]


NONE = Answer(0)


class Client:
    """One connection, with its cookie and its form token; both outlive the server."""

    def __init__(self, laptop: Laptop) -> None:
        self._laptop = laptop
        self._connection = HTTPConnection("127.0.0.1", laptop.port, timeout=LONGEST_WAIT)
        self.cookies: dict[str, str] = {}
        self.token = ""
        self.lines = f"/meetings/{laptop.meeting_id}/lines"

    def close(self) -> None:
        self._connection.close()

    def beside(self) -> "Client":
        """Another connection of the same browser."""
        other = Client(self._laptop)
        other.cookies, other.token = dict(self.cookies), self.token
        return other

    def sign_in(self) -> Answer:
        """Sign in with the password, by the form."""
        form = {"csrf_token": self.form_token("/sign-in"), "next": ""}
        said = self.post("/sign-in", {**form, "email": SAM.email, "password": PASSWORD})
        assert said.status == 303, said
        self.token = self.form_token("/account")
        return said

    def sign_out(self) -> Answer:
        return self.post("/sign-out", {})

    def form_token(self, page: str) -> str:
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.get(page).text)
        assert found, f"{page} holds no form token."
        return found[1]

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, typed: dict[str, str]) -> Answer:
        body = urlencode({"csrf_token": self.token, **typed}).encode()
        return self._ask("POST", path, body, {"Content-Type": FORM})

    def put(self, path: str, held: dict[str, Any]) -> Answer:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        return self._ask(
            "PUT", path, json.dumps(held).encode(), {**headers, "X-CSRFToken": self.token}
        )

    def save(self, ref: str, words: str, *, key: str, based_on: int = 0, **more: Any) -> Answer:
        """Keep a line, as the screen for leading does."""
        held = {"key": key, "based_on": based_on, "kind": "hope", "words": words, "by": "nan"}
        return self.put(f"{self.lines}/{ref}", {**held, **more})

    def standing(self) -> dict[str, Any]:
        """Every line that stands, by its id, as the server tells it."""
        return {line["ref"]: line for line in self.get(self.lines).json["lines"]}

    def _ask(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> Answer:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            self._connection.request(method, path, body, {**(headers or {}), "Cookie": cookie})
            response = self._connection.getresponse()
            text = response.read().decode()
        except (OSError, HTTPException):
            self._connection.close()
            return NONE
        cookies = tuple(response.headers.get_all("Set-Cookie") or ())
        for one in cookies:
            name, _, rest = one.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return Answer(response.status, text, cookies)


@contextmanager
def signed_in(laptop: Laptop) -> Iterator[Client]:
    """A browser at that laptop, signed in."""
    client = Client(laptop)
    try:
        client.sign_in()
        yield client
    finally:
        client.close()


@contextmanager
def several(client: Client, number: int) -> Iterator[list[Client]]:
    """So many connections beside that one, for the same person."""
    clients = [client.beside() for _ in range(number)]
    try:
        yield clients
    finally:
        for one in clients:
            one.close()


def a_ref() -> str:
    """The id of a new line, as a browser makes it."""
    return f"l{secrets.token_hex(8)}"


def a_key() -> str:
    """The key of a save, as a browser makes it."""
    return secrets.token_hex(12)
