"""During private time every route of the app is asked for, by everybody: the card, and no row."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from facilitator.accounts.routes import ROUTES
from facilitator.accounts.user import Duty
from facilitator.database import new_id
from tests.accounts.test_access import METHODS, RULES, SAMPLES
from tests.desk.at_the_desk import ids_of
from tests.leading.in_a_meeting import Led
from tests.leading.private.in_private import everything, in_private_time, is_card
from tests.web import SAM, a_client, a_stranger, add_user, an_app, signed_in

# They show nothing of anybody, or end it.
PASS = {"static", "offline.worker", "leading.end_private_time"}
ASKED = sorted((one for one in RULES if one.endpoint not in PASS), key=str)


@cache
def family() -> Led:
    led = in_private_time(app=an_app())
    led.app.config["WTF_CSRF_ENABLED"] = False  # so that only the door stands between
    return led


@cache
def somebody() -> UUID:
    return ids_of(family().app, family().kept)["joy"]


def address(rule: Rule, led: Led) -> str:
    parts = {
        name: _part(name, converter, led.kept.id)
        for name, converter in rule._converters.items()  # noqa: SLF001 - told nowhere else
    }
    built = rule.build(parts, append_unknown=False)
    assert built is not None
    return built[1]


def _part(name: str, converter: object, meeting_id: UUID) -> object:
    known = {"meeting_id": meeting_id, "kind": "worry", "ref": "w1", "key": "k1"}
    if name in known and not hasattr(converter, "items"):
        return known[name]
    if type(converter).__name__ == "UUIDConverter":
        return somebody()
    return SAMPLES.get(type(converter).__name__) or min(getattr(converter, "items", {"bev"}))


def asks(client: FlaskClient, rule: Rule, method: str, *, json: bool = False) -> TestResponse:
    headers = {"X-CSRFToken": family().token}
    if json:
        headers["Accept"] = "application/json"
    return client.open(address(rule, family()), method=method, headers=headers)


def name_of(rule: Rule) -> str:
    return f"{rule.endpoint} {rule}"


@pytest.mark.parametrize("rule", ASKED, ids=name_of)
def test_the_browser_that_began_it_gets_the_card_for_every_route_and_method(rule: Rule) -> None:
    led = family()
    before = everything(led.app)
    for method in {"GET", "POST", *(rule.methods or ())}:
        answer = asks(led.client, rule, method)
        assert answer.status_code == (200 if method in {"GET", "HEAD"} else 423), method
        assert method == "HEAD" or is_card(answer), method
    told = asks(led.client, rule, "PUT", json=True)
    assert told.status_code == 423
    assert told.get_json()["problems"][0]["wrong"] == "The family has its private time now."
    assert everything(led.app) == before


def _with_duty(app: Flask, duties: tuple[Duty, ...] = ()) -> FlaskClient:
    user = replace(SAM, id=new_id(), email=f"{new_id()}@example.org", duties=frozenset(duties))
    add_user(app, user)
    return signed_in(app, user)


def _stopped(app: Flask) -> FlaskClient:
    user = replace(SAM, id=new_id(), email=f"{new_id()}@example.org", stopped_at=SAM.made_at)
    add_user(app, user)
    return signed_in(app, user)


VISITORS: dict[str, Callable[[Flask], FlaskClient]] = {
    "the owner elsewhere": a_client,
    "a stranger": a_stranger,
    "somebody stopped": _stopped,
    "no duty": _with_duty,
    **{one.value: partial(_with_duty, duties=(one,)) for one in Duty},
}


@cache
def visitor(kind: str) -> FlaskClient:
    return VISITORS[kind](family().app)


def may_ask(kind: str, rule: Rule, method: str) -> bool:
    """Whether that visitor may come to that route of the meeting at another time."""
    allowed = ROUTES[rule.endpoint]["GET" if method == "HEAD" else method]
    assert isinstance(allowed, frozenset), "A route of a meeting is for certain duties alone."
    if kind == "the owner elsewhere":
        return not allowed.isdisjoint(SAM.duties)
    return kind == Duty.SECOND_PERSON.value and Duty.SECOND_PERSON in allowed


def but_last_seen(rows: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """That another browser was seen says nothing of the family."""
    return {**rows, "visit": [len(rows["visit"])]}


OF_A_MEETING = [one for one in ASKED if "meeting_id" in one.arguments]


@pytest.mark.parametrize("rule", OF_A_MEETING, ids=name_of)
def test_every_other_browser_finds_that_meeting_shut_and_writes_nothing_into_it(rule: Rule) -> None:
    led = family()
    clients = {kind: visitor(kind) for kind in VISITORS}
    before = but_last_seen(everything(led.app))
    for kind, client in clients.items():
        for method in rule.methods or ():
            answer = asks(client, rule, method)
            if not may_ask(kind, rule, method):
                assert answer.status_code in {303, 401, 404}, (kind, method)
                assert not is_card(answer)
            elif rule.endpoint == "leading.end_private_time_elsewhere":
                assert answer.status_code in {200, 422}
            elif kind == "the owner elsewhere" or answer.status_code != 404:
                # Somebody asked for a second look may find nothing there at any time.
                assert answer.status_code == 423, (kind, method)
                assert method != "GET" or is_card(answer) or answer.is_json
    assert but_last_seen(everything(led.app)) == before


@pytest.mark.parametrize("method", METHODS)
def test_whatever_the_method_that_browser_gets_the_card(method: str) -> None:
    for path in ("/", f"{family().address}/lead", "/nothing"):
        answer = family().client.open(path, method=method)
        assert answer.status_code == (200 if method in {"GET", "HEAD"} else 423)
        assert method == "HEAD" or is_card(answer)


def test_an_address_that_there_is_not_is_the_card_too() -> None:
    for path in ("/nothing", "/meetings/7", "/static-but-not", "/sign-in?next=/x", "/?in=pl"):
        answer = family().client.get(path)
        assert answer.status_code == 200
        assert "<h1>" in answer.text
        assert "Facilitator loads nothing" not in answer.text


def test_what_shows_nothing_of_anybody_is_still_served() -> None:
    assert family().client.get("/static/leading/private.css").mimetype == "text/css"
    assert family().client.get("/sw.js").status_code == 200


def test_the_owners_other_meetings_go_on_elsewhere() -> None:
    led = family()
    other = Led(led.app)
    elsewhere = a_client(led.app)
    assert elsewhere.get(f"{other.address}/lead").status_code == 200
    assert elsewhere.get("/").status_code == 200
    assert elsewhere.get(f"{led.address}/lead").status_code == 423
