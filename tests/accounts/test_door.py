"""What happens at the door to those who may not come in."""

from collections.abc import Iterator

import pytest

from facilitator.accounts.access import safe_way_back
from facilitator.accounts.routes import Who
from tests.accounts.at_the_door import with_a_route
from tests.web import (
    a_client,
    a_stranger,
    an_app,
    an_app_for_nobody,
    judged,
)


@pytest.mark.parametrize(
    ("where", "is_sent_to"),
    [
        ({"REMOTE_ADDR": "127.0.0.1"}, "/first-account"),
        ({"REMOTE_ADDR": "127.8.8.8"}, "/first-account"),  # all of 127/8 is this computer
        ({"REMOTE_ADDR": "::1"}, "/first-account"),
        ({"REMOTE_ADDR": "192.168.1.20"}, "/sign-in"),  # the house next door, on the same network
        ({"REMOTE_ADDR": "203.0.113.9"}, "/sign-in"),
        ({"REMOTE_ADDR": ""}, "/sign-in"),
        ({"REMOTE_ADDR": "not an address"}, "/sign-in"),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}, "/sign-in"),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=203.0.113.9"}, "/sign-in"),
    ],
    ids=str,
)
def test_the_first_account_is_made_at_this_very_computer(
    where: dict[str, str], is_sent_to: str
) -> None:
    client = an_app_for_nobody().test_client()
    assert client.get("/", environ_base=where).headers["Location"] == is_sent_to
    made = client.get("/first-account", environ_base=where)
    assert made.status_code == (200 if is_sent_to == "/first-account" else 404)


def test_behind_a_secure_server_nobody_is_taken_for_somebody_at_this_computer() -> None:
    client = an_app_for_nobody(tls=True).test_client()
    assert client.get("/").headers["Location"] == "/sign-in"
    assert client.get("/first-account").status_code == 404


@pytest.mark.parametrize(
    ("asked", "sign_in"),
    [
        ("/", "/sign-in"),
        ("/questions", "/sign-in?next=/questions"),
        (
            "/practice/plan/bev?edition=standard",
            "/sign-in?next=/practice/plan/bev?edition%3Dstandard",
        ),
    ],
)
def test_a_page_that_needs_signing_in_leads_there_and_remembers_where_one_was_going(
    asked: str, sign_in: str
) -> None:
    answer = a_stranger().get(asked)
    assert (answer.status_code, answer.headers["Location"]) == (303, sign_in)
    assert "Campbell" not in answer.get_data(as_text=True)


def test_a_form_that_is_sent_after_the_visit_ended_is_not_swallowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = a_stranger(with_a_route(monkeypatch, Who.SIGNED_IN)).post("/change")
    page = judged(answer)
    assert answer.status_code == 401
    assert page.all("h1") == ["You are signed out"]
    assert "Your words are still in this browser." in " ".join(page.all("p"))
    assert "/sign-in" in page.links


@pytest.fixture
def _inside() -> Iterator[None]:
    with an_app().test_request_context():
        yield


@pytest.mark.usefixtures("_inside")
@pytest.mark.parametrize(
    "path", ["/", "/questions", "/practice/plan/bev?edition=standard", "/a%2Fb"]
)
def test_a_page_of_this_site_is_a_way_back(path: str) -> None:
    assert safe_way_back(path) == path


@pytest.mark.usefixtures("_inside")
@pytest.mark.parametrize(
    "path",
    [
        None,
        "",
        "questions",
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/ /evil.example",
        " //evil.example",
        "/\x7f/evil.example",
        "javascript:alert(1)",
        "/" + "a" * 2000,
    ],
)
def test_another_site_is_none(path: str | None) -> None:
    assert safe_way_back(path) == "/"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},  # another program on another port of this computer
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:9999"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
    ],
    ids=str,
)
def test_no_other_site_can_change_anything(
    headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = a_client(with_a_route(monkeypatch, Who.SIGNED_IN))
    assert client.post("/change", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},  # as Chromium sends our forms
        {"Sec-Fetch-Site": "none"},
    ],
    ids=str,
)
def test_our_own_pages_can(headers: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    client = a_client(with_a_route(monkeypatch, Who.SIGNED_IN))
    assert client.post("/change", headers=headers).data == b"changed"


FROM_ELSEWHERE = {"Sec-Fetch-Site": "cross-site"}


def test_a_link_on_another_site_sets_no_cookie_over_the_one_that_the_browser_kept_back() -> None:
    for address in ("/questions", "/sign-in?next=/questions"):
        answer = a_stranger().get(address, headers=FROM_ELSEWHERE)
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
        assert judged(answer).links == ["/sign-in?next=/questions&again=1"]


def test_nobody_is_led_in_twice() -> None:
    answer = a_stranger().get("/sign-in?next=/questions&again=1", headers=FROM_ELSEWHERE)
    assert judged(answer).all("h1") == ["Sign in"]


def test_a_browser_that_sends_its_cookie_needs_no_leading() -> None:
    assert judged(a_client().get("/questions", headers=FROM_ELSEWHERE)).all("details")
