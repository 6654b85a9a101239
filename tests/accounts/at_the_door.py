"""What people do at the front door, by real requests."""

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.accounts import access
from facilitator.accounts.routes import ROUTES
from tests.web import PASSWORD, SAM, an_app

WRONG = "The e-mail address or the password is not right. Check both, and try again."
GUESS = "not the password"
NEW = {"name": "Sam Hill", "email": SAM.email, "team": "Exe Valley", "password": PASSWORD}


def form(client: FlaskClient, address: str) -> str:
    """The form's token on that page."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(address).text)
    assert found
    return found[1]


def sends(client: FlaskClient, address: str, **typed: str) -> TestResponse:
    page = "/account" if address == "/sign-out" else address
    return client.post(address, data={"csrf_token": form(client, page), **typed})


def signs_in(
    client: FlaskClient, email: str = SAM.email, password: str = PASSWORD, **typed: str
) -> TestResponse:
    return sends(client, "/sign-in", email=email, password=password, **typed)


def is_in(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 200


def with_a_route(monkeypatch: pytest.MonkeyPatch, allowed: Any) -> Flask:
    app = an_app()
    app.config["WTF_CSRF_ENABLED"] = False  # so that only the door stands between
    app.add_url_rule("/change", "change", lambda: "changed", methods=["POST"])
    monkeypatch.setattr(access, "ROUTES", {**ROUTES, "change": {"POST": allowed}})
    return app
