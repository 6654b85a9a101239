"""One service with two teams and a family in each, for whom every page can be asked.

Each family has a mark in all that was said and written of it: a page that holds the mark holds
that family's words.
"""

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask

from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now
from facilitator.accounts.user import User
from facilitator.break_glass import store as openings
from facilitator.break_glass.opening import HOW_LONG, Opening
from facilitator.contributions import store as contributions
from facilitator.copies import Withdrawal
from facilitator.copies import store as register
from facilitator.database import Session, db, new_id, writing
from facilitator.meetings import KeptMeeting
from facilitator.people import store as people
from facilitator.plans import store as plans
from facilitator.releasing import store as releasing
from facilitator.retention import store as holds
from facilitator.retention.holding.door import key_of
from facilitator.retention.holds import Hold
from tests import builders
from tests.desk.at_the_desk import a_meeting, campbell
from tests.one_person.asked import what_people_ask
from tests.proofs.access_audits import (
    a_change,
    a_filed_look,
    a_gold_plan,
    a_letter,
    a_note,
    a_quote,
    a_remark,
    a_sample,
    a_second_look,
    a_second_rating,
)
from tests.proofs.access_visitors import (
    ANOTHER_RATER,
    COLLEAGUE,
    ELSEWHERE,
    EVERY_DUTY_ELSEWHERE,
    OTHER_MARK,
    OWN_MARK,
    OWNER,
    SECOND,
    SECOND_RATER,
    SUPERVISOR,
    SUPERVISOR_ELSEWHERE,
    TAW,
    VISITORS,
)
from tests.web import KEY, add_user, an_app, signed_in


@dataclass
class Service:
    """The app, its database as it was at first, and what stands in addresses for each family."""

    app: Flask
    cookies: dict[str, str]
    own: dict[str, Any]
    other: dict[str, Any]
    second: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with self.app.app_context():
            self._file = Path(str(urlsplit(db.engine.url.database).path))
        self._held = self._file.read_bytes()

    def as_before(self) -> None:
        """Whatever a request changed is as it was."""
        with self.app.app_context():
            db.engine.dispose()
        self._file.write_bytes(self._held)


def a_service() -> Service:
    """Everybody has an account, and each family has all that a family can have."""
    app = an_app()
    with app.app_context(), writing() as session:
        accounts.save_team(session, TAW)
    for user in (*VISITORS.values(), ANOTHER_RATER):
        add_user(app, user)
    own_meeting = _meeting(app, OWNER, OWN_MARK)
    other_meeting = _meeting(app, ELSEWHERE, OTHER_MARK)
    with app.app_context(), writing() as session:
        own = dict(_beside(session, own_meeting, SUPERVISOR, COLLEAGUE, OWN_MARK))
        other = dict(
            _beside(session, other_meeting, SUPERVISOR_ELSEWHERE, EVERY_DUTY_ELSEWHERE, OTHER_MARK)
        )
        releasing.ask(session, own_meeting.id, SECOND.id, asked_by=OWNER.id, at=now())
        second = own | {"look_id": a_second_look(session, own_meeting, SECOND_RATER).id}
        other["gold_id"] = own["gold_id"] = a_gold_plan(session, other_meeting, other["second_id"])
    own["user_id"], other["user_id"] = COLLEAGUE.id, COLLEAGUE.id
    cookies = {name: _cookie(app, user) for name, user in VISITORS.items()}
    return Service(app, cookies, own, other, second)


def _cookie(app: Flask, user: User) -> str:
    held = signed_in(app, user).get_cookie(app.config["SESSION_COOKIE_NAME"])
    assert held
    return f"{held.key}={held.value}"


def marked(value: Any, mark: str) -> Any:
    """That document, with the mark in every name, and in whatever somebody said or wrote."""
    if isinstance(value, dict):
        return {key: marked(one, mark) for key, one in value.items()}
    if isinstance(value, list):
        return [marked(one, mark) for one in value]
    # Words have spaces between them; ids, days and keys have none.
    return f"{value} {mark}" if isinstance(value, str) and " " in value else value


def _meeting(app: Flask, owner: User, mark: str) -> KeptMeeting:
    document = copy.deepcopy(campbell())
    document = marked(document, mark) | {"id": f"{document['id']}-{mark}"}
    return a_meeting(app, json.loads(json.dumps(document)), owner=owner)


def _beside(
    session: Session, kept: KeptMeeting, supervisor: User, opener: User, mark: str
) -> Iterator[tuple[str, Any]]:
    """What stands in addresses of that family: each is the id of something that is there."""
    yield "meeting_id", kept.id
    persons = people.row_ids(session, kept.id)
    yield "person_id", persons["bev"]
    yield "reader_id", persons["bev"]
    yield "item_id", people.safety_ids(session, kept.id)[1][0]
    lines = {one.kind: one.id for one in contributions.load(session, kept.id)}
    for kind in ("action", "worry", "hope"):
        yield kind, lines[kind]
    yield "ref", lines["action"]
    yield "handed_id", _handed(session, kept, "standard")
    yield "shown_id", _handed(session, kept, "on_screen")
    yield "withdrawal_id", _withdrawn(session, kept, mark)
    yield "card_id", new_id()
    yield from what_people_ask(session, kept, mark)
    look = a_filed_look(session, kept, supervisor, mark)
    yield "look_id", look.id
    yield "remark_id", a_remark(session, look, mark)
    yield "letter_id", a_letter(session, look, mark)
    yield "note_id", a_note(session, kept, supervisor, mark)
    yield "opening_id", _opening(session, kept, opener, mark)
    yield "due_id", plans.dues(session, kept.id)[0].id
    yield "change_id", a_change(session, kept, supervisor, mark)
    yield "quote_id", a_quote(session, kept, supervisor, mark)
    yield "team_id", kept.team_id
    yield "record_key", key_of(KEY, kept.id)
    yield "hold_id", _hold(session, kept, mark)
    yield "sample_id", (sample := a_sample(session, kept, supervisor)).id
    yield "second_id", a_second_rating(session, sample, look)


def _handed(session: Session, kept: KeptMeeting, edition: str) -> UUID:
    agreed = plans.latest(session, kept.id)
    assert agreed
    row = builders.handed(
        person="bev",
        name="Mum",
        edition=edition,
        user_id=kept.owner_id,
        code=agreed.plan.code,
        at=now(),
    )
    register.hand_over(session, kept.id, row, now().date())
    return row.id


def _withdrawn(session: Session, kept: KeptMeeting, mark: str) -> UUID:
    said = Withdrawal(
        id=new_id(),
        by="joy",
        at=now(),
        user_id=kept.owner_id,
        readers=("winston",),
        words=f"Not him {mark}",
    )
    return register.withdraw(session, kept.id, said).id


def _opening(session: Session, kept: KeptMeeting, opener: User, mark: str) -> UUID:
    one = Opening(
        id=new_id(),
        meeting_id=kept.id,
        version=1,
        opened_by=opener.id,
        at=now(),
        until=now() + HOW_LONG,
        reason=f"Nan rang, and their facilitator is ill {mark}",
    )
    return openings.add(session, one).id


def _hold(session: Session, kept: KeptMeeting, mark: str) -> UUID:
    one = Hold(
        id=new_id(),
        meeting_id=kept.id,
        reason=f"Nan has complained, and a court may ask {mark}",
        by=kept.owner_id,
        at=now(),
        review_on=now().date() + timedelta(days=60),
    )
    return holds.add_hold(session, one).id
