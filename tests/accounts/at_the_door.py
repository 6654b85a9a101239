"""What people do at the front door, by real requests."""

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.accounts import access, sessions
from facilitator.accounts.routes import ROUTES
from facilitator.accounts.second_factor import codes, store
from facilitator.accounts.second_factor.store import SecondStep
from facilitator.accounts.user import User
from facilitator.database import writing
from tests.web import PASSWORD, SAM, an_app

WRONG = "The e-mail address or the password is not right. Check both, and try again."
GUESS = "not the password"
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # noqa: S105 - RFC 6238's own, of nobody
ON_PAPER = ("1111 2222 3333", "4444 5555 6666")
NEW = {"name": "Sam Hill", "email": SAM.email, "team": "Exe Valley", "password": PASSWORD}


_WITHOUT_A_PAGE = frozenset({"/sign-out", "/lock", "/account/sign-out-everywhere"})


def form(client: FlaskClient, address: str) -> str:
    """The form's token on that page."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(address).text)
    assert found
    return found[1]


def sends(client: FlaskClient, address: str, **typed: str) -> TestResponse:
    page = "/account" if address in _WITHOUT_A_PAGE else address
    return client.post(address, data={"csrf_token": form(client, page), **typed})


def signs_in(
    client: FlaskClient, email: str = SAM.email, password: str = PASSWORD, **typed: str
) -> TestResponse:
    return sends(client, "/sign-in", email=email, password=password, **typed)


def has_a_second_step(app: Flask, user: User = SAM) -> None:
    """That user's telephone knows SECRET, and on their paper stands ON_PAPER."""
    salt = codes.new_salt()
    with app.app_context(), writing() as database:
        step = SecondStep(user.id, SECRET, sessions.now(), 0, salt)
        store.keep(database, step, codes.hashes_of(ON_PAPER, salt))


def shown() -> str:
    """What that telephone shows now."""
    return codes.code_at(SECRET, sessions.now())


def key_on(page: str) -> str:
    """The key that a page offers to a new telephone."""
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", page)
    assert found
    return found[1].replace(" ", "")


def sets_up(
    client: FlaskClient, address: str = "/sign-in/second-step", **typed: str
) -> TestResponse:
    """Set up a second step with a telephone that knows the key of the page."""
    secret = key_on(client.get(address).text)
    return sends(client, address, code=codes.code_at(secret, sessions.now()), **typed)


def is_in(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 200


def with_a_route(monkeypatch: pytest.MonkeyPatch, allowed: Any) -> Flask:
    app = an_app()
    app.config["WTF_CSRF_ENABLED"] = False  # so that only the door stands between
    app.add_url_rule("/change", "change", lambda: "changed", methods=["POST"])
    monkeypatch.setattr(access, "ROUTES", {**ROUTES, "change": {"POST": allowed}})
    return app
