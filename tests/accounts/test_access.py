import pytest
from flask import Flask, request
from werkzeug.routing import Rule

from facilitator.accounts.access import ROUTES, Who, may_use
from tests.web import a_client, an_app, judged

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
SAMPLES = {
    "reader_id": "bev",
    "person_id": "grace",
    "name": "run-sheet",
    "filename": "pages/pages.css",
}
RULES = tuple(an_app().url_map.iter_rules())


def address(rule: Rule, app: Flask) -> str:
    values = {name: SAMPLES[name] for name in rule.arguments}
    with app.test_request_context():
        return str(app.url_map.bind("127.0.0.1").build(rule.endpoint, values))


@pytest.mark.parametrize("rule", RULES, ids=str)
@pytest.mark.parametrize("method", METHODS)
def test_every_route_and_method_is_in_the_table_or_is_refused(rule: Rule, method: str) -> None:
    app = an_app()
    reached: list[str] = []

    def reach(**_: str) -> str:
        reached.append(request.method)
        return "reached"

    app.view_functions[rule.endpoint] = reach
    answer = app.test_client().open(address(rule, app), method=method)
    row = ROUTES.get(rule.endpoint)
    assert row is not None, f"Say in accounts/access.py who may use '{rule.endpoint}'."
    if method in (rule.methods or ()):
        assert ("GET" if method == "HEAD" else method) in row
        assert reached == [method]
    else:
        assert answer.status_code == 405
        assert reached == []


def test_the_table_names_no_route_or_method_that_is_not_there() -> None:
    there = {(rule.endpoint, method) for rule in RULES for method in rule.methods or ()}
    assert {(name, method) for name, row in ROUTES.items() for method in row} <= there


def test_a_route_that_nobody_entered_in_the_table_does_not_exist_for_anybody() -> None:
    app = an_app()
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    answer = app.test_client().get("/forgotten")
    assert answer.status_code == 404
    assert b"secret" not in answer.data


def test_a_method_that_nobody_entered_in_the_table_is_refused_too() -> None:
    assert may_use("practice.home", "GET", "127.0.0.1")
    assert may_use("practice.home", "HEAD", "127.0.0.1")
    assert not may_use("practice.home", "POST", "127.0.0.1")


@pytest.mark.parametrize(
    ("visitor", "may"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),  # all of 127/8 is this computer
        ("::1", True),
        ("192.168.1.20", False),  # the house next door, on the same network
        ("203.0.113.9", False),
        ("", False),
        (None, False),  # nobody knows who asks
        ("not an address", False),
    ],
)
def test_the_practice_pages_are_for_this_computer(visitor: str | None, *, may: bool) -> None:
    assert ROUTES["practice.home"]["GET"] is Who.ANYONE_HERE
    assert may_use("practice.home", "GET", visitor) is may
    assert may_use("static", "GET", visitor)


def test_a_visitor_from_elsewhere_is_told_that_there_is_nothing() -> None:
    answer = a_client().get("/", environ_overrides={"REMOTE_ADDR": "192.168.1.20"})
    assert answer.status_code == 404
    assert "Campbell" not in " ".join(judged(answer).all("main"))


def app_that_changes_something(monkeypatch: pytest.MonkeyPatch) -> Flask:
    app = an_app()
    app.config["WTF_CSRF_ENABLED"] = False  # so that only the door stands between
    app.add_url_rule("/change", "change", lambda: "changed", methods=["POST"])
    monkeypatch.setattr("facilitator.accounts.access.ROUTES", {"change": {"POST": Who.ANYBODY}})
    return app


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},  # another program on another port of this computer
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:9999"},
        {"Origin": "null"},
    ],
    ids=str,
)
def test_no_other_site_can_change_anything(
    headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = app_that_changes_something(monkeypatch).test_client()
    assert client.post("/change", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}],
    ids=str,
)
def test_our_own_pages_can(headers: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    client = app_that_changes_something(monkeypatch).test_client()
    assert client.post("/change", headers=headers).data == b"changed"
