"""A service with two teams: Sam's family has a plan, and others need to open it."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now
from facilitator.accounts.user import Duty, Team, User
from facilitator.break_glass import store
from facilitator.break_glass.opening import HOW_LONG, Opening
from facilitator.database import db, new_id, reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.plans import store as plans
from tests.databases import a_database_file
from tests.desk.at_the_desk import a_meeting, token_of
from tests.web import SAM, TEAM, a_folder, add_user, an_app, signed_in

TAW = Team(UUID(int=0xB), "Taw Valley")
WHY = "Nan rang, and Sam is ill today."


def somebody(number: int, name: str, team: Team, *duties: Duty) -> User:
    return User(
        id=UUID(int=number),
        team_id=team.id,
        email=f"{name.lower()}@example.org",
        name=name,
        duties=frozenset(duties),
        made_at=datetime(2027, 1, 4, 9, tzinfo=UTC),
    )


KIT = somebody(2, "Kit Reed", TEAM, Duty.FACILITATOR)
ADA = somebody(3, "Ada Lee", TEAM, Duty.SUPERVISOR)
BO = somebody(4, "Bo Hart", TEAM, Duty.SUPERVISOR)
NOOR = somebody(5, "Noor Ali", TEAM, Duty.ADMINISTRATOR, Duty.SECOND_PERSON)
JO = somebody(6, "Jo Teal", TAW, Duty.SUPERVISOR, Duty.FACILITATOR)


@dataclass
class Service:
    """One app with Sam's meeting in it, and a browser for each who works there."""

    app: Flask
    meeting: KeptMeeting
    browsers: dict[UUID, FlaskClient] = field(default_factory=dict)

    def browser(self, user: User) -> FlaskClient:
        if user.id not in self.browsers:
            self.browsers[user.id] = signed_in(self.app, user)
        return self.browsers[user.id]

    @property
    def code(self) -> str:
        with self.app.app_context(), reading() as session:
            last = plans.last_of(session, self.meeting.id)
        assert last is not None
        return last.code

    def sees(self, user: User, address: str) -> TestResponse:
        return self.browser(user).get(address)

    def sends(self, user: User, address: str, **fields: Any) -> TestResponse:
        """A form of ours, as its page gives it."""
        browser = self.browser(user)
        known = {"csrf_token": token_of(browser), "id": str(new_id())}
        return browser.post(address, data={**known, **fields})

    def asks(self, user: User, code: str = "", reason: str = WHY, **fields: Any) -> TestResponse:
        typed = {"code": code or self.code, "reason": reason}
        return self.sends(user, "/open-a-plan", **typed, **fields)

    def opens(self, user: User) -> str:
        """The address of the open plan."""
        answer = self.asks(user)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["Location"])

    def openings(self) -> tuple[Opening, ...]:
        with self.app.app_context(), reading() as session:
            return store.of_meeting(session, self.meeting.id)

    def opened_before(self, user: User, ago: timedelta = timedelta(0)) -> Opening:
        """An opening that is kept already."""
        at = now() - ago
        opening = Opening(
            id=new_id(),
            meeting_id=self.meeting.id,
            version=1,
            opened_by=user.id,
            at=at,
            until=at + HOW_LONG,
            reason=WHY,
        )
        with self.app.app_context(), writing() as session:
            return store.add(session, opening)


def a_service(document: dict[str, Any] | None = None, **known: Any) -> Service:
    """The service as it is; the usual one is made once, and each test has its own file of it."""
    if document is None and not known:
        held, meeting = _kept()
        app = an_app(data_dir=(folder := a_folder()))
        a_database_file(folder).write_bytes(held)
        return Service(app, meeting)
    return _made(document, **known)


def _made(document: dict[str, Any] | None = None, **known: Any) -> Service:
    app = an_app()
    with app.app_context(), writing() as session:
        accounts.save_team(session, TAW)
    for user in (KIT, ADA, BO, NOOR, JO):
        add_user(app, user)
    return Service(app, a_meeting(app, document, **known))


@cache
def _kept() -> tuple[bytes, KeptMeeting]:
    service = _made()
    with service.app.app_context():
        return Path(str(urlsplit(db.engine.url.database).path)).read_bytes(), service.meeting


def errors_on(answer: TestResponse) -> list[str]:
    """What the list at the top of a form says is wrong."""
    listed = re.search(r'govuk-error-summary__list">(.*?)</ul>', answer.text, re.DOTALL)
    said = re.findall(r"<li>\s*(?:<a[^>]*>)?(.*?)(?:</a>)?\s*</li>", listed[1] if listed else "")
    return [" ".join(one.split()) for one in said]


__all__ = ["ADA", "BO", "JO", "KIT", "NOOR", "SAM", "WHY", "Service", "a_service", "errors_on"]
