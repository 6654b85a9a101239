"""Ada looks at the Campbell family's plan, which Sam led; Flo looks after the same team."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from weakref import WeakKeyDictionary

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.accounts import store as accounts
from facilitator.accounts.user import Duty, Team, User
from facilitator.auditing import store
from facilitator.audits.look import FIRST_LOOK, Look
from facilitator.database import Session, db, reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from tests.databases import a_database_file
from tests.desk.at_the_desk import a_meeting, token_of
from tests.web import HASHED, SAM, TEAM, a_folder, an_app, signed_in

TAW = Team(UUID(int=0x7A), "Taw Valley")


def somebody(number: int, name: str, team: Team, *duties: Duty) -> User:
    return replace(
        SAM,
        id=UUID(int=0x100 + number),
        team_id=team.id,
        email=f"{name.lower()}@example.org",
        name=f"{name} Reed",
        duties=frozenset(duties),
    )


ADA = somebody(1, "Ada", TEAM, Duty.SUPERVISOR)
FLO = somebody(2, "Flo", TEAM, Duty.SUPERVISOR, Duty.FACILITATOR)
JO = somebody(3, "Jo", TAW, Duty.SUPERVISOR)
KIT = somebody(4, "Kit", TEAM, Duty.FACILITATOR, Duty.ADMINISTRATOR, Duty.SECOND_PERSON)


@dataclass
class Desk:
    """One app with one agreed plan in it, and Ada's browser."""

    app: Flask
    meeting: KeptMeeting
    ada: FlaskClient

    def as_(self, user: User) -> FlaskClient:
        return signed_in(self.app, user)

    def begins(self, client: FlaskClient | None = None, **fields: str) -> str:
        """The address of a look that is begun."""
        answer = sends(client or self.ada, f"/plans/{self.meeting.id}/look", **fields)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["Location"])

    def files(self, look: str, ratings: Mapping[str, str] | None = None) -> TestResponse:
        return sends(self.ada, f"{look}/file", **answers(ratings or {}))

    def filed(self, ratings: Mapping[str, str] | None = None) -> str:
        """The address of a look of Ada's that is filed, with these ratings."""
        look = self.begins()
        assert self.files(look, ratings).status_code == 303
        return look

    def look(self, address: str) -> Look:
        with self.app.app_context(), reading() as session:
            return store.load(session, UUID(address.rsplit("/", 1)[1]))

    def change(self, **known: Any) -> None:
        """The meeting is another one from now on."""
        with self.app.app_context(), writing() as session:
            meetings.save(session, replace(self.meeting, **known))


def a_desk(**known: Any) -> Desk:
    """A database of its own for each test, in which the same plan stands."""
    held, meeting = _kept()
    app = an_app(data_dir=(folder := a_folder()), **known)
    a_database_file(folder).write_bytes(held)
    return Desk(app, meeting, signed_in(app, ADA))


@cache
def _kept() -> tuple[bytes, KeptMeeting]:
    app = an_app()
    meeting = a_meeting(app)
    with app.app_context():
        with writing() as session:
            _people(session)
        return Path(str(urlsplit(db.engine.url.database).path)).read_bytes(), meeting


def _people(session: Session) -> None:
    accounts.save_team(session, TAW)
    session.flush()  # A user names a team, which must be there before.
    for one in (ADA, FLO, JO, KIT):
        accounts.add_user(session, one, HASHED)


def sends(client: FlaskClient, address: str, **fields: Any) -> TestResponse:
    """A form of ours, as its page gives it."""
    return client.post(address, data={"csrf_token": token(client), **fields})


def puts(client: FlaskClient, address: str, **body: Any) -> TestResponse:
    """What the page's script sends."""
    usual = {"rating": "2", "words": "", "based_on": 0, "key": "k1"}
    return client.put(address, json={**usual, **body}, headers={"X-CSRFToken": token(client)})


def answers(
    ratings: Mapping[str, str], words: Mapping[str, str] | None = None, based_on: int = 0
) -> dict[str, str]:
    """A whole form of a first look: what the machine says too, for all that is not said."""
    said = {**dict.fromkeys(FIRST_LOOK, "3"), **ratings}
    form = {f"rating-{one}": rating for one, rating in said.items()}
    form |= {f"words-{one}": (words or {}).get(one, "") for one in said}
    return form | {f"based_on-{one}": str(based_on) for one in said}


_tokens: WeakKeyDictionary[FlaskClient, str] = WeakKeyDictionary()


def token(client: FlaskClient) -> str:
    """The form token of that browser: one for all that it sends."""
    if client not in _tokens:
        _tokens[client] = token_of(client)
    return _tokens[client]


def hidden_of(page: TestResponse, name: str) -> str:
    """The value of a hidden box of that page, the first of that name."""
    found = re.search(rf'name="{re.escape(name)}"[^>]* value="([^"]*)"', page.text)
    assert found, name
    return found[1]
