"""The app as tests meet it, with somebody signed in, and one judge for every page."""

import atexit
import shutil
import tempfile
import weakref
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.accounts import store
from facilitator.accounts.sessions import TOKEN, now
from facilitator.accounts.user import FIRST_DUTIES, Team, User
from facilitator.accounts.visit import Visit, hash_of
from facilitator.app import create_app
from facilitator.database import db, new_id, writing
from facilitator.settings import Config
from tests.databases import a_database, a_database_file, never_wait_for_the_disk

KEY = "only-for-tests-0123456789-abcdefghijklmnop"
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "rect", "col"})

TEAM = Team(UUID("01920000-0000-7000-8000-00000000000a"), "Exe Valley")
SAM = User(
    id=UUID("01920000-0000-7000-8000-000000000001"),
    team_id=TEAM.id,
    email="sam@example.org",
    name="Sam Hill",
    duties=FIRST_DUTIES,
    made_at=datetime(2027, 1, 4, 9, tzinfo=UTC),
)
PASSWORD = "kettle marmalade otter"  # noqa: S105 - of nobody
# argon2id of PASSWORD, at the lowest cost, so that tests do not wait.
HASHED = (
    "$argon2id$v=19$m=8,t=1,p=1$6ooECuFNK4sr+00D0/C51A$Tka0x1B9oJn8aEtjP19WQXCKDShGppyq3k57fCwWZpA"
)


class Client(FlaskClient):
    """A client that reads each answer to its end, so that no file stays open."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, **{"buffered": True, **kwargs})


class SamsClient(Client):
    """A browser in which Sam is signed in: what ``an_app().test_client()`` gives."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sign_in(self, SAM)


def a_folder() -> Path:
    """A new folder for one app; all of them go when the tests end."""
    return Path(tempfile.mkdtemp(dir=_all_folders()))


def a_config(**changes: Any) -> Config:
    return Config(**{"secret_key": KEY, "data_dir": a_folder(), **changes})


def an_app(**changes: Any) -> Flask:
    """An app in which Sam, and nobody else, has an account."""
    config = a_config(**changes)
    a_database_file(config.data_dir).write_bytes(_with_sam())
    app = _tested(config)
    app.test_client_class = SamsClient
    return app


def an_app_for_nobody(**changes: Any) -> Flask:
    """An app as it is at its first start: nobody has an account."""
    config = a_config(**changes)
    a_database_file(config.data_dir)
    return _tested(config)


def a_client(app: Flask | None = None, **changes: Any) -> FlaskClient:
    """A browser in which Sam is signed in."""
    return (app or an_app(**changes)).test_client()


def a_stranger(app: Flask | None = None, **changes: Any) -> FlaskClient:
    """A browser in which nobody is signed in, where Sam has an account."""
    app = app or an_app(**changes)
    return Client(app, app.response_class, use_cookies=True)


def signed_in(app: Flask, user: User) -> FlaskClient:
    """A browser in which that user of that app is signed in."""
    client = a_stranger(app)
    sign_in(client, user)
    return client


def sign_in(client: FlaskClient, user: User) -> str:
    """Begin a visit of that user, without any password; the token."""
    token = f"a visit of {user.id} {new_id()}"
    with client.application.app_context(), writing() as database:
        store.add_visit(database, a_visit(user, token))
    host = client.application.config["TRUSTED_HOSTS"][-1]
    with client.session_transaction(base_url=f"http://{host}") as held:
        held[TOKEN] = token
    return token


def cookie_of(client: FlaskClient) -> tuple[str, str]:
    """The session cookie of a browser, name and value, to hand to another one."""
    name = client.application.config["SESSION_COOKIE_NAME"]
    cookie = client.get_cookie(name)
    assert cookie is not None
    return name, cookie.value


def a_visit(user: User, token: str, *, at: datetime | None = None) -> Visit:
    began = at or now()
    return Visit(new_id(), user.id, hash_of(token), began_at=began, seen_at=began)


def add_user(app: Flask, user: User) -> None:
    """An account for somebody else of Sam's team, with the same password."""
    with app.app_context(), writing() as database:
        store.add_user(database, user, HASHED)


def _tested(config: Config) -> Flask:
    app = create_app(config)
    app.testing = True
    app.test_client_class = Client
    app.config["PROPAGATE_EXCEPTIONS"] = False
    with app.app_context():
        never_wait_for_the_disk(db.engine)
        weakref.finalize(app, db.engine.dispose)
    return app


@cache
def _all_folders() -> str:
    folder = tempfile.mkdtemp(prefix="facilitator-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _with_sam() -> bytes:
    folder = a_folder()
    with a_database(folder), writing() as database:
        store.save_team(database, TEAM)
        store.add_user(database, SAM, HASHED)
    return (folder / "facilitator.sqlite3").read_bytes()


class Page(HTMLParser):
    """An HTML page, read strictly: what is opened is closed, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.texts: dict[str, list[str]] = {}
        self.links: list[str] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if "id" in held:
            self.ids[held["id"] or ""] += 1
        if tag == "a" and held.get("href"):
            self.links.append(held["href"] or "")
        if "style" in held or tag == "style" or (tag == "script" and not held.get("src")):
            self.faults.append(f"<{tag}> has script or style in line")
        self.faults += [f"<{tag}> has a handler in line" for name in held if name.startswith("on")]
        if tag not in VOID:
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # What a drawing holds closes itself: <circle/>.
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag][-1] += data

    def all(self, tag: str) -> list[str]:
        return [" ".join(text.split()) for text in self.texts.get(tag, [])]


def judged(answer: TestResponse) -> Page:
    """The page, once it has met the rules that hold for every page of ours."""
    html = answer.get_data(as_text=True)
    page = Page(html)
    assert page.faults == []
    assert html.startswith("<!DOCTYPE html>")
    assert [one for one, times in page.ids.items() if times > 1] == []
    assert len(page.all("h1")) == 1
    assert page.all("title")[0].startswith(page.all("h1")[0])
    assert page.all("title")[0].endswith("– Facilitator")
    assert "{{" not in html
    assert "None" not in " ".join(page.all("body"))
    return page
