"""Who may read a meeting at their desk, and who finds nothing there."""

import re
from dataclasses import replace
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from facilitator.accounts import store as accounts
from facilitator.accounts.user import Duty, Team, User
from facilitator.database import writing
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from tests.desk.at_the_desk import NOW, a_meeting, ids_of, press_the_button, token_of
from tests.web import SAM, a_client, add_user, an_app, signed_in

# A family's sealed card is typed in by a supervisor of the team, who is let in by their own door.
FOR_SUPERVISORS_TOO = ("feedback.typed",)
FAR_TEAM = Team(UUID(int=0xFA), "Far Valley")


def a_colleague(number: int, *duties: Duty, team: UUID = SAM.team_id) -> User:
    email = f"colleague{number}@example.org"
    return User(UUID(int=number), team, email, "Kit Lane", frozenset(duties), made_at=NOW)


COLLEAGUE = a_colleague(11, Duty.FACILITATOR)
OVERSEER = a_colleague(12, Duty.SUPERVISOR, Duty.ADMINISTRATOR, Duty.SECOND_PERSON)
FAR_AWAY = a_colleague(13, Duty.FACILITATOR, team=FAR_TEAM.id)


def routes_of_a_meeting(app: Flask, meeting: KeptMeeting) -> list[tuple[str, str]]:
    """Every method and address that the app has for one meeting, for whoever leads it.

    What a supervisor may do with its plan stands at other addresses, and in the table of access.
    """
    somebody = ids_of(app, meeting)["joy"]
    build = app.url_map.bind("127.0.0.1").build
    return [
        (method, build(rule.endpoint, parts_of(rule, meeting.id, somebody), method=method))
        for rule in app.url_map.iter_rules()
        if "meeting_id" in rule.arguments and rule.rule.startswith("/meetings/")
        if rule.endpoint not in FOR_SUPERVISORS_TOO
        for method in rule.methods or ()
    ]


def parts_of(rule: Rule, meeting_id: UUID, somebody: UUID) -> dict[str, object]:
    """Something to stand at each open place of that address."""
    known = {"meeting_id": meeting_id, "kind": "worry", "ref": "w1", "key": "k1", "name": "x"}
    choices = {
        name: several.split(",")[0].strip()
        for several, name in re.findall(r"<any\(([^)]*)\):(\w+)>", rule.rule)
    }
    return {one: choices.get(one) or known.get(one) or somebody for one in rule.arguments}


def asked(client: FlaskClient, method: str, address: str, token: str) -> TestResponse:
    return client.open(address, method=method, headers={"X-CSRFToken": token})


@pytest.mark.parametrize("user", [OVERSEER, FAR_AWAY], ids=["other duties", "other team"])
def test_every_route_of_a_meeting_is_not_there_for_whom_it_is_not(user: User) -> None:
    app = an_app()
    with app.app_context(), writing() as session:
        accounts.save_team(session, FAR_TEAM)
        session.flush()  # A user names a team, which must be there before.
        accounts.add_user(session, user, "no password fits this")
    meeting = a_meeting(app)
    routes = routes_of_a_meeting(app, meeting)
    assert len(routes) >= 6  # three pages, each for GET and HEAD
    client = signed_in(app, user)
    token = token_of(client)
    for method, address in routes:
        answer = asked(client, method, address, token)
        assert answer.status_code == 404, (method, address)
        assert b"Campbell" not in answer.data
    assert "Holding hands" not in client.get("/").get_data(as_text=True)


def test_a_colleague_of_the_team_reads_nobody_elses_meeting() -> None:
    app = an_app()
    add_user(app, COLLEAGUE)
    real, practice = a_meeting(app), a_meeting(app, practice=True)
    client = signed_in(app, COLLEAGUE)
    assert client.get(f"/meetings/{real.id}").status_code == 404
    assert client.get(f"/meetings/{practice.id}").status_code == 404
    assert press_the_button(client) != f"/meetings/{practice.id}"


def test_every_route_of_a_meeting_is_shut_while_the_family_has_its_private_time() -> None:
    app = an_app()
    meeting = a_meeting(app)
    with app.app_context(), writing() as session:
        meetings.save(session, replace(meeting, in_private_time=True))
    client = a_client(app)
    token = token_of(client)
    for method, address in routes_of_a_meeting(app, meeting):
        answer = asked(client, method, address, token)
        if address.endswith("/private-time/ready"):  # The one that ends it.
            assert answer.status_code in {200, 422}
            continue
        # A page is in conflict with how things stand; a script is told that this is locked. What a
        # second person alone may look through is not there for the owner at any time.
        shut = {404} if address.endswith("/look-through") else {409, 423}
        assert answer.status_code in shut, (method, address)
        assert b"Campbell" not in answer.data
