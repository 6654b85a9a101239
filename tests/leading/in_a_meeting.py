"""Sam's meeting while Sam leads it: the family of the records, and what the browser sends."""

from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.database import reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from tests.desk.at_the_desk import a_meeting, campbell, token_of
from tests.web import a_client, an_app

Json = dict[str, Any]


_NUMBERS = count()


@cache
def _shared() -> Flask:
    """One app for many meetings: to make one takes longer than a test."""
    return an_app()


class Led:
    """One meeting, and the browser in which it is led."""

    def __init__(self, app: Flask | None = None, document: Json | None = None) -> None:
        self.app = app or _shared()
        record = {**(document or before_the_day()), "id": f"meeting-{next(_NUMBERS)}"}
        self.kept: KeptMeeting = a_meeting(self.app, record)
        self.client: FlaskClient = a_client(self.app)
        self.address = f"/meetings/{self.kept.id}"
        self.token = token_of(self.client)

    def keep(self, ref: str, client: FlaskClient | None = None, **line: Any) -> TestResponse:
        """Keep a line: a strength that Nan named, unless more is said."""
        usual = {"key": f"key of {ref}", "based_on": 0, "kind": "strength", "by": "grace"}
        headers = {"X-CSRFToken": self.token}
        body = {**usual, "words": "She sings.", **line}
        address = f"{self.address}/lines/{ref}"
        return (client or self.client).put(address, json=body, headers=headers)

    def happens(self, what: str, about: str, *, key: str = "", words: str = "") -> TestResponse:
        """Tell what happened."""
        address = f"{self.address}/walk/{key or f'{what}-{about}'}"
        body = {"what": what, "about": about, "words": words}
        return self.client.put(address, json=body, headers={"X-CSRFToken": self.token})

    def send(self, where: str, **form: Any) -> TestResponse:
        """Send a form of the page."""
        data = {"csrf_token": self.token, **form}
        return self.client.post(f"{self.address}/{where}", data=data)

    def lines(self) -> list[Json]:
        """What stands."""
        answer = self.client.get(f"{self.address}/lines")
        assert answer.status_code == 200
        found: list[Json] = answer.get_json()["lines"]
        return found

    def line(self, ref: str) -> Json:
        """One line of what stands."""
        (found,) = [one for one in self.lines() if one["ref"] == ref]
        return found

    def in_private_time(self) -> None:
        """Let the family have its private time."""
        with self.app.app_context():
            with reading() as session:
                kept = meetings.load(session, self.kept.id)
            with writing() as session:
                meetings.save(session, _in_private(kept))

    def stages(self) -> list[str]:
        """The stage log, without its times."""
        with self.app.app_context(), reading() as session:
            return [one.stage for one in meetings.load(session, self.kept.id).meeting.stages]


def before_the_day() -> Json:
    """The record of the practice family, with nothing of what happened on the day."""
    record = campbell()
    return {**record, "meeting": {**record["meeting"], "stages": []}, "private": None}


def line_of(answer: TestResponse) -> Json:
    """The line that a save was answered with."""
    assert answer.status_code == 200, answer.get_data(as_text=True)
    found: Json = answer.get_json()["line"]
    return found


def wrongs(answer: TestResponse) -> list[str]:
    """What was wrong, in the sentences that people read."""
    return [one["wrong"] for one in answer.get_json()["problems"]]


def _in_private(kept: KeptMeeting) -> KeptMeeting:
    return replace(kept, in_private_time=True)
