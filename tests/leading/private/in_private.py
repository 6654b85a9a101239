"""A family in its private time: how it begins, how it ends, and all that the database holds."""

import re
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.database import reading
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from tests.leading.in_a_meeting import Led
from tests.web import PASSWORD

CARD = "This time is yours"
READY = "/private-time/ready"
PIN = "25803"


def begins(led: Led, *stayed: str, pin: str = "") -> TestResponse:
    """Let the family have its private time, in the browser in which the meeting is led."""
    return led.send("private-time", stayed=list(stayed), pin=pin)


def in_private_time(pin: str = "", app: Flask | None = None) -> Led:
    """A meeting whose family has its private time."""
    led = Led(app)
    assert begins(led, pin=pin).status_code == 303
    return led


def ends(led: Led, secret: str = PASSWORD, *, at: str = READY) -> TestResponse:
    """Type that into the one field, in the browser that began it."""
    return led.client.post(at, data={"csrf_token": token_on(led.client, at), "secret": secret})


def token_on(client: FlaskClient, address: str) -> str:
    """The form's token on that page."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(address).text)
    assert found
    return found[1]


def is_card(answer: TestResponse) -> bool:
    """Whether it is the family's card, and none of the app's own pages."""
    page = answer.get_data(as_text=True)
    return f"<h1>{CARD}</h1>" in page and "Sign out" not in page


def kept_of(led: Led) -> KeptMeeting:
    """The meeting as it is kept."""
    with led.app.app_context(), reading() as session:
        return meetings.load(session, led.kept.id)


def everything(app: Flask) -> dict[str, list[Any]]:
    """Every row of every table."""
    with app.app_context(), reading() as session:
        # As SQLite itself gives them: it is asked some thousand times.
        cursor = session.connection().connection.cursor()
        cursor.execute("select name from sqlite_master where type = 'table'")
        held: dict[str, list[Any]] = {}
        for (name,) in cursor.fetchall():
            cursor.execute(f'select * from "{name}"')  # noqa: S608
            held[name] = [repr(row) for row in cursor.fetchall()]
        return held
