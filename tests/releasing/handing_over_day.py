"""The end of a day: the Campbell family's plan is agreed, and its copies may leave."""

import html
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.accounts.sessions import now
from facilitator.copies import Handed, LookedAt, Yes
from facilitator.copies import store as register
from facilitator.database import db, new_id, reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.releasing import opening, store
from facilitator.releasing.opening import Opened
from tests.databases import a_database_file
from tests.desk.at_the_desk import a_meeting, ids_of, token_of
from tests.web import SAM, a_client, a_folder, an_app


@dataclass
class Day:
    """One app with one meeting in it, and Sam's browser."""

    app: Flask
    meeting: KeptMeeting
    client: FlaskClient

    @property
    def address(self) -> str:
        return f"/meetings/{self.meeting.id}"

    @property
    def ids(self) -> dict[str, UUID]:
        return ids_of(self.app, self.meeting)

    def opened(self) -> Opened:
        with self.app.app_context(), reading() as session:
            found = opening.open_for(session, self.meeting.id, SAM)
        assert found is not None
        return found

    def register(self) -> tuple[Handed, ...]:
        with self.app.app_context(), reading() as session:
            return register.list_of(session, self.meeting.id)

    def sends(self, address: str, **fields: Any) -> TestResponse:
        """A form of ours, as its page gives it."""
        known = {"csrf_token": token_of(self.client), "press": str(new_id())}
        return self.client.post(f"{self.address}{address}", data={**known, **fields})

    def prints_everything(self, **fields: Any) -> str:
        """The address of the one PDF."""
        answer = self.sends("/copies", **{"what": "everything", **fields})
        assert answer.status_code == 303, answer.text
        return str(answer.headers["Location"])

    def hands_over(self, reader: str, **fields: Any) -> str:
        """The address of that one copy."""
        usual = {"edition": "standard", "how": "by_hand", "route": ""}
        answer = self.sends(f"/copies/{self.ids[reader]}/hand-over", **{**usual, **fields})
        assert answer.status_code == 303, answer.text
        return str(answer.headers["Location"])


def a_day(
    document: dict[str, Any] | None = None, *, looked_through: bool = True, **known: Any
) -> Day:
    """The meeting as its record tells it, with a second person's yes to every copy.

    The day of the record as it is, is made once: each test has a database file of its own, in
    which the same meeting stands.
    """
    if document is None and known.keys() <= {"practice"}:
        held, meeting = _kept(looked_through=looked_through, **known)
        app = an_app(data_dir=(folder := a_folder()))
        a_database_file(folder).write_bytes(held)
        return Day(app, meeting, a_client(app))
    day = _made(document, **known)
    if looked_through:
        look_through(day)
    return day


def _made(document: dict[str, Any] | None = None, **known: Any) -> Day:
    app = an_app()
    return Day(app, a_meeting(app, document, **known), a_client(app))


@cache
def _kept(*, looked_through: bool, practice: bool = False) -> tuple[bytes, KeptMeeting]:
    day = _made(practice=practice)
    if looked_through:
        look_through(day)
    with day.app.app_context():
        return Path(str(urlsplit(db.engine.url.database).path)).read_bytes(), day.meeting


def look_through(day: Day) -> None:
    """Ms Okoro looks through the rules, and Sam at each near miss."""
    gate = day.opened().gate
    with day.app.app_context(), writing() as session:
        for reader in gate.readers:
            store.say(
                session,
                day.meeting.id,
                Yes(
                    id=new_id(),
                    reader=reader.id,
                    rules=gate.rules_of(reader).rules,
                    at=now(),
                    typed_by=SAM.id,
                    name="Ms Okoro",
                    part="duty manager",
                ),
            )
            for near in gate.not_looked_at(reader.id):
                seen = near.seen_as(gate.plan.version, reader.id)
                at_it = LookedAt(
                    fingerprint=seen,
                    version=gate.plan.version,
                    reader=reader.id,
                    at=now(),
                    user_id=SAM.id,
                )
                store.looked(session, day.meeting.id, at_it)


def press_of(answer: TestResponse) -> str:
    """The id that a page's form gives to its press."""
    found = re.search(r'name="press" value="([^"]+)"', answer.text)
    assert found
    return html.unescape(found[1])
