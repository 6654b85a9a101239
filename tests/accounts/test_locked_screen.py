"""A locked screen, as the server knows it: nothing opens but by the password."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from facilitator.accounts.idle.watching import LOCKS_AFTER, watched_here
from facilitator.accounts.user import Duty
from facilitator.database import new_id
from tests.accounts.at_the_door import GUESS, form, is_in, sends, signs_in
from tests.desk.at_the_desk import a_meeting
from tests.web import PASSWORD, SAM, a_client, a_stranger, add_user, an_app, judged, signed_in

JSON = {"Accept": "application/json"}


def a_meeting_of_sam() -> tuple[FlaskClient, str]:
    app = an_app()
    return a_client(app), f"/meetings/{a_meeting(app).id}"


def locked(client: FlaskClient) -> FlaskClient:
    assert sends(client, "/lock").location == "/locked"
    return client


def test_every_page_leads_to_the_lock_and_back_again() -> None:
    client = locked(a_client())
    for address in ("/", "/questions", "/people", "/sign-in?next=/questions"):
        way = client.get(address).headers["Location"]
        assert way == ("/locked?next=/questions" if "questions" in address else way)
        assert way.startswith("/locked")
    page = judged(client.get("/locked?next=/questions"))
    assert page.all("h1") == ["This screen is locked"]
    assert "Sam Hill, your password opens it." in " ".join(page.all("p"))
    answer = sends(client, "/locked", password=PASSWORD, next="/questions")
    assert (answer.status_code, answer.location) == (303, "/questions")
    assert client.get("/questions").status_code == 200
    assert client.get("/locked").location == "/"


def test_a_lock_that_two_tabs_tell_is_one_lock() -> None:
    client = a_client()
    token = form(client, "/account")
    for _ in range(2):
        answer = client.post("/lock", data={"csrf_token": token}, headers=JSON)
        assert (answer.status_code, answer.data) == (204, b"")
    assert not is_in(client)


def test_what_a_script_sends_meanwhile_is_not_kept_and_told_so() -> None:
    client = a_client()
    token = form(client, "/account")
    locked(client)
    answer = client.put(
        f"/meetings/{new_id()}/lines/a1", json={}, headers={**JSON, "X-CSRFToken": token}
    )
    assert answer.status_code == 401
    assert "Unlock it in another tab." in answer.text
    assert client.get("/", headers=JSON).status_code == 401


def test_a_form_that_is_sent_meanwhile_is_not_swallowed() -> None:
    client = a_client()
    token = form(client, "/account")
    locked(client)
    typed = {"csrf_token": token, "now": PASSWORD, "new": "x", "again": "x"}
    answer = client.post("/account/password", data=typed)
    assert answer.status_code == 401
    assert judged(answer).all("h1") == ["This screen is locked"]
    assert "/locked" in judged(answer).links
    assert sends(client, "/locked", password=PASSWORD).status_code == 303
    assert client.post("/account/password", data=typed).status_code == 422  # It was read now.


def test_a_wrong_password_opens_nothing_and_wrong_ones_wait_as_at_the_door() -> None:
    client = locked(a_client())
    token = form(client, "/locked")
    wrong = {"csrf_token": token, "password": GUESS}
    answers = [client.post("/locked", data=wrong, headers=JSON) for _ in range(10)]
    assert {one.status_code for one in answers} == {422}
    assert answers[0].json == {
        "problems": [{"wrong": "This is not your password. Type it again.", "remedy": ""}]
    }
    typed = {"csrf_token": token, "password": PASSWORD}
    answer = client.post("/locked", data=typed, headers=JSON)
    assert answer.status_code == 429
    assert "Wait 1 minute." in answer.text
    assert not is_in(client)
    assert signs_in(a_stranger(client.application)).status_code == 429


def test_the_password_is_asked_for_though_the_server_never_heard_of_the_lock() -> None:
    client = a_client()  # The app did not answer when the screen locked itself.
    token = form(client, "/account")
    for password, status in ((GUESS, 422), (PASSWORD, 200)):
        typed = {"csrf_token": token, "password": password}
        assert client.post("/locked", data=typed, headers=JSON).status_code == status


def test_one_person_s_password_does_not_open_another_s_screen() -> None:
    app = an_app()
    lee = replace(SAM, id=new_id(), email="lee@example.org", duties=frozenset({Duty.FACILITATOR}))
    add_user(app, lee)
    client = locked(signed_in(app, lee))
    assert sends(client, "/locked", password=GUESS).status_code == 422
    assert client.get("/locked/state").json == {"user": str(lee.id), "locked": True}
    assert sends(client, "/locked", password=PASSWORD).status_code == 303
    assert client.get("/locked/state").json == {"user": str(lee.id), "locked": False}


def test_somebody_else_signs_in_and_the_lock_is_gone_with_its_visit() -> None:
    client = locked(a_client())
    token = form(client, "/locked")
    assert client.post("/sign-out", data={"csrf_token": token}).location == "/sign-in"
    assert client.get("/locked/state").json == {"user": None, "locked": False}
    assert client.get("/locked").location == "/sign-in"
    assert client.post("/locked", data={"password": PASSWORD}).status_code in {400, 401}
    assert signs_in(client).location == "/"


def test_a_lock_shuts_one_browser_and_no_other() -> None:
    app = an_app()
    here, there = a_client(app), a_client(app)
    locked(here)
    assert is_in(there)
    assert "Its screen is locked." in there.get("/account").text


@pytest.mark.parametrize("page", ["lead", "room", "type-up", "breather", "agree"])
def test_nothing_locks_at_the_family_s_table(page: str) -> None:
    client, address = a_meeting_of_sam()
    answer = client.get(f"{address}/{page}")
    assert answer.status_code == 200
    assert "accounts/awake.js" in answer.text
    assert "idle.js" not in answer.text


def test_every_other_page_of_somebody_who_is_signed_in_locks_after_a_quarter_of_an_hour() -> None:
    client, address = a_meeting_of_sam()
    for one in ("/", "/account", address):
        page = client.get(one).text
        assert "accounts/idle.js" in page
        assert 'name="watched" content="15"' in page
    assert LOCKS_AFTER.total_seconds() == 15 * 60
    assert "idle.js" not in a_stranger(client.application).get("/sign-in").text


def test_nobody_is_watched_who_is_not_signed_in() -> None:
    with an_app().test_request_context("/"):
        assert watched_here() is None
