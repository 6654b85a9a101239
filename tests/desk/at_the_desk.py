"""Sam's desk, with a meeting on it."""

import json
import re
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from facilitator.database import reading, writing
from facilitator.exchange.keeping import Reception, bring_in
from facilitator.meetings import KeptMeeting
from facilitator.people import store as people
from facilitator.record import Record
from tests.records import CAMPBELL
from tests.web import SAM

NOW = datetime(2027, 2, 27, 17, tzinfo=UTC)


@cache
def campbell() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(CAMPBELL.read_bytes())
    return document


def a_meeting(app: Flask, document: dict[str, Any] | None = None, **known: Any) -> KeptMeeting:
    """Sam's real meeting, brought in from a record."""
    reception = Reception(**{"owner": SAM, "at": NOW, **known})
    with app.app_context(), writing() as session:
        return bring_in(session, Record(document or campbell()), reception).kept


def ids_of(app: Flask, meeting: KeptMeeting) -> dict[str, UUID]:
    with app.app_context(), reading() as session:
        return people.row_ids(session, meeting.id)


def token_of(client: FlaskClient) -> str:
    """The form token of that browser, from its own account's page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/account").text)
    assert found
    return found[1]


def press_the_button(client: FlaskClient, address: str = "/practise") -> str:
    """The practice meeting to whose preparation that practice button leads."""
    answer = client.post(address, data={"csrf_token": token_of(client)})
    assert answer.status_code == 303
    return str(answer.headers["Location"]).removesuffix("/prepare")


def copies_of(app: Flask, meeting: KeptMeeting) -> list[str]:
    """Where each person's copy of that meeting is read."""
    return [f"/meetings/{meeting.id}/copies/{one}" for one in ids_of(app, meeting).values()]
