"""The route table, asked by every kind of visitor before pages that only say they were reached.

Who may ask for which page with which duty, and of which family, is tests/proofs/access_table.py.
Here are those who have no account or no duty, and every method that a page does not have.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import Any
from uuid import UUID

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from facilitator.accounts.access import may_use
from facilitator.accounts.routes import ROUTES, Who
from facilitator.accounts.user import Duty
from facilitator.database import new_id
from tests.accounts.at_the_door import with_a_route
from tests.web import (
    SAM,
    a_client,
    a_stranger,
    add_user,
    an_app,
    an_app_for_nobody,
    signed_in,
)

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
RULES = tuple(an_app().url_map.iter_rules())
SAMPLES = {"UUIDConverter": UUID(int=7), "IntegerConverter": 7, "PathConverter": "pages/pages.css"}
ELSEWHERE = {"REMOTE_ADDR": "192.168.1.20"}
every_rule = pytest.mark.parametrize(
    "rule", RULES, ids=[f"{'+'.join(sorted(rule.methods or ()))} {rule}" for rule in RULES]
)


def address(rule: Rule) -> str:
    values = {
        name: SAMPLES.get(type(converter).__name__) or min(getattr(converter, "items", {"bev"}))
        for name, converter in rule._converters.items()  # noqa: SLF001 - werkzeug tells it nowhere else
    }
    built = rule.build(values, append_unknown=False)
    assert built is not None
    return built[1]


class Visitor:
    """Somebody before an app in which every page only says that it was reached."""

    def __init__(
        self, app: Flask, client: FlaskClient, where: dict[str, str] | None = None
    ) -> None:
        self.app, self.client, self.where = app, client, where or {}
        self.reached: list[str] = []
        app.config["WTF_CSRF_ENABLED"] = False  # so that only the door stands between
        # Nor is the page drawn that says no: whether it was said is all that counts here.
        blank = app.jinja_env.from_string("")
        vars(app.jinja_env)["get_or_select_template"] = lambda *_: blank
        for endpoint in app.view_functions:
            app.view_functions[endpoint] = self._reach

    def _reach(self, **_: Any) -> str:
        self.reached.append(request.method)
        return "reached"

    def asks(self, rule: Rule, method: str) -> tuple[str, int, str]:
        """Reached or not, the status, and where the visitor is sent."""
        self.reached.clear()
        answer = self.client.open(address(rule), method=method, environ_base=self.where)
        way = answer.headers.get("Location", "").partition("?")[0]
        return ("reached" if self.reached == [method] else "not", answer.status_code, way)


def with_duties(*duties: Duty) -> Visitor:
    app = an_app()
    user = replace(SAM, id=new_id(), email="ash@example.org", duties=frozenset(duties))
    add_user(app, user)
    return Visitor(app, signed_in(app, user))


def stopped() -> Visitor:
    app = an_app()
    user = replace(SAM, id=new_id(), email="ash@example.org", stopped_at=SAM.made_at)
    add_user(app, user)
    return Visitor(app, signed_in(app, user))


def first(where: dict[str, str] | None = None) -> Visitor:
    app = an_app_for_nobody()
    return Visitor(app, app.test_client(), where)


def stranger() -> Visitor:
    app = an_app()
    return Visitor(app, a_stranger(app))


VISITORS: dict[str, Callable[[], Visitor]] = {
    "first": first,
    "first, elsewhere": partial(first, ELSEWHERE),
    "stranger": stranger,
    "stopped": stopped,
    "no duty": with_duties,
    Duty.FACILITATOR.value: partial(with_duties, Duty.FACILITATOR),
}


@cache
def visitor(kind: str) -> Visitor:
    return VISITORS[kind]()


REACHED = ("reached", 200, "")
MISSING = ("not", 404, "")
TO_FIRST = ("not", 303, "/first-account")
# A method that a route does not have is refused before anybody asks who is there.
LOOKING_IN = {"first", "stranger", Duty.FACILITATOR.value}
SIGNED_OUT = {"first", "first, elsewhere", "stranger", "stopped"}


def expected(allowed: Any, kind: str, method: str) -> tuple[str, int, str]:
    """The table of truth, told once more in other words."""
    if isinstance(allowed, frozenset) and kind not in SIGNED_OUT:
        return REACHED if kind in {duty.value for duty in allowed} else MISSING
    to_sign_in = ("not", 303, "/sign-in") if method in {"GET", "HEAD"} else ("not", 401, "")
    signed_in_only = to_sign_in if kind in SIGNED_OUT else REACHED
    return {
        Who.ANYBODY: REACHED,
        Who.FIRST: REACHED if kind == "first" else MISSING,
        Who.SIGNING_IN: TO_FIRST if kind == "first" else REACHED,
        Who.LOOKING_ROUND: REACHED if kind == "first" else signed_in_only,
    }.get(allowed, TO_FIRST if kind == "first" else signed_in_only)


@every_rule
def test_every_route_and_method_is_for_those_in_the_table_and_for_nobody_else(rule: Rule) -> None:
    row = ROUTES.get(rule.endpoint)
    assert row is not None, f"Say in accounts/access.py who may use '{rule.endpoint}'."
    shared = {
        method for other in RULES if str(other) == str(rule) for method in other.methods or ()
    }
    for kind in VISITORS:
        for method in METHODS:
            if method in (rule.methods or ()):
                allowed = row["GET" if method == "HEAD" else method]
                right = expected(allowed, kind, method)
            elif method not in shared and kind in LOOKING_IN:
                right = ("not", 405, "")
            else:
                continue
            assert visitor(kind).asks(rule, method) == right, (kind, method)


def test_the_table_names_no_route_or_method_that_is_not_there() -> None:
    there = {(rule.endpoint, method) for rule in RULES for method in rule.methods or ()}
    assert {(name, method) for name, row in ROUTES.items() for method in row} <= there


def test_a_route_that_nobody_entered_in_the_table_does_not_exist_for_anybody() -> None:
    app = an_app()
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    answer = a_client(app).get("/forgotten")
    assert answer.status_code == 404
    assert b"secret" not in answer.data


@pytest.mark.parametrize("duty", Duty)
def test_a_page_for_one_duty_is_not_there_for_the_others(
    duty: Duty, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = with_a_route(monkeypatch, frozenset({Duty.SUPERVISOR, Duty.SECOND_PERSON}))
    user = replace(SAM, id=new_id(), email="ash@example.org", duties=frozenset({duty}))
    add_user(app, user)
    may = duty in {Duty.SUPERVISOR, Duty.SECOND_PERSON}
    assert signed_in(app, user).post("/change").status_code == (200 if may else 404)
    assert a_stranger(app).post("/change").status_code == 401


def test_somebody_with_several_duties_may_do_what_any_of_them_may() -> None:
    both = replace(SAM, duties=frozenset({Duty.FACILITATOR, Duty.SUPERVISOR}))
    for duty in Duty:
        may = duty in both.duties
        assert may_use(frozenset({duty}), both, first=False) is may
        assert not may_use(frozenset({duty}), None, first=False)
        assert not may_use(frozenset({duty}), None, first=True)
