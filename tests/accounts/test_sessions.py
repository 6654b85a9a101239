"""How long somebody stays signed in, and what ends it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from facilitator.accounts import sessions, store
from facilitator.database import new_id, writing
from tests.accounts.at_the_door import form, is_in, sends, signs_in
from tests.web import (
    PASSWORD,
    SAM,
    a_client,
    a_stranger,
    add_user,
    an_app,
    judged,
    sign_in,
    signed_in,
)


def test_a_cookie_that_was_copied_is_dead_after_signing_out() -> None:
    app = an_app()
    client = a_client(app)
    thief = a_stranger(app)
    cookie = client.get_cookie("facilitator")
    assert cookie
    thief.set_cookie("facilitator", cookie.value)
    assert is_in(thief)
    assert sends(client, "/sign-out").headers["Location"] == "/sign-in"
    thief.set_cookie("facilitator", cookie.value)
    assert not is_in(thief)
    assert not is_in(client)


def test_each_sign_in_has_a_token_of_its_own_and_ends_the_visit_before_it() -> None:
    app = an_app()
    client = a_stranger(app)
    signs_in(client)
    with client.session_transaction() as held:
        before = held[sessions.TOKEN]
    token = form(client, "/account")
    typed = {"csrf_token": token, "email": SAM.email, "password": PASSWORD}
    assert client.post("/sign-in", data=typed).status_code == 303
    with client.session_transaction() as held:
        assert held[sessions.TOKEN] != before
        held[sessions.TOKEN] = before
    assert not is_in(client)


def test_somebody_who_is_stopped_while_signed_in_is_out_at_the_next_page() -> None:
    app = an_app()
    client = a_client(app)
    assert is_in(client)
    with app.app_context(), writing() as database:
        store.stop_user(database, SAM.id, at=SAM.made_at)
    assert not is_in(client)


@pytest.mark.parametrize(
    ("later", "still_in"),
    [
        (timedelta(minutes=61), True),
        (timedelta(hours=3, minutes=59), True),
        (timedelta(hours=5), False),
        (timedelta(minutes=-10), True),
    ],
)
def test_a_visit_outlives_a_long_private_time_and_a_clock_that_is_put_right(
    later: timedelta, clock: Callable[[timedelta], None], *, still_in: bool
) -> None:
    client = a_client()
    token = form(client, "/account")
    clock(later)
    assert is_in(client) is still_in
    if still_in:
        # A form that was open all the time can still be sent.
        assert client.post("/sign-out", data={"csrf_token": token}).status_code == 303


def test_a_form_that_was_open_when_the_visit_ran_out_can_be_sent_after_signing_in_again(
    clock: Callable[[timedelta], None],
) -> None:
    client = a_client()
    token = form(client, "/account")
    clock(timedelta(hours=5))
    assert client.post("/sign-out", data={"csrf_token": token}).status_code == 401
    assert signs_in(client).status_code == 303
    assert client.post("/sign-out", data={"csrf_token": token}).status_code == 303


def test_looking_at_pages_writes_when_one_was_seen_once_a_minute_at_most(
    clock: Callable[[timedelta], None], tmp_path: Path
) -> None:
    client = a_client(an_app(data_dir=tmp_path))
    file = tmp_path / "facilitator.sqlite3"
    before = file.read_bytes()
    for seconds in range(0, 60, 10):
        clock(timedelta(seconds=seconds))
        for page in ("/", "/questions", "/account", "/nothing", "/sign-in"):
            client.get(page)
    assert file.read_bytes() == before
    clock(timedelta(seconds=65))
    client.get("/questions")
    assert file.read_bytes() != before


def test_pages_can_be_read_while_nothing_can_be_written(
    clock: Callable[[timedelta], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    @contextmanager
    def full() -> Iterator[None]:
        tried.append("writing")
        raise OperationalError("UPDATE visit", {}, OSError("database or disk is full"))
        yield

    client = a_client()
    clock(timedelta(minutes=5))
    monkeypatch.setattr(store, "writing", full)
    assert is_in(client)
    assert tried == ["writing"]


@pytest.mark.parametrize("cookie", ["nonsense", "e30.nonsense", ""])
def test_a_cookie_that_we_did_not_make_is_nobody(cookie: str) -> None:
    client = a_stranger()
    client.set_cookie("facilitator", cookie)
    assert client.get("/account").status_code == 303


@pytest.mark.parametrize("held", [7, None, ["a"], "unknown"])
def test_a_token_that_is_none_is_nobody(held: object) -> None:
    client = a_stranger()
    with client.session_transaction() as session:
        session[sessions.TOKEN] = held
    assert client.get("/account").status_code == 303


def test_flask_security_s_own_key_in_the_cookie_opens_nothing() -> None:
    client = a_stranger()
    with client.session_transaction() as session:
        session["_user_id"] = str(SAM.id)
    assert client.get("/account").status_code == 303


def test_no_page_of_an_account_is_kept_by_the_browser() -> None:
    client = a_client()
    for address in ("/account", "/"):
        assert client.get(address).headers["Cache-Control"] == "no-store"
    assert a_stranger().get("/").headers["Cache-Control"] == "no-store"


def test_signing_out_is_never_a_link_that_another_page_could_show_as_a_picture() -> None:
    client = a_client()
    assert client.get("/sign-out").status_code == 405
    assert client.post("/sign-out").status_code == 400  # without its token
    assert is_in(client)


def test_static_files_ask_the_database_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    client = a_stranger()
    signs_in(client)
    monkeypatch.setattr(store, "find_visit", None)
    assert client.get("/static/pages/pages.css").status_code == 200


def test_where_the_database_can_t_be_asked_there_is_still_a_page_that_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = a_stranger()
    signs_in(client)
    monkeypatch.setattr(store, "find_visit", None)
    answer = client.get("/account")
    assert answer.status_code == 500
    assert judged(answer).all("h1") == ["Something went wrong"]


def test_another_user_s_visit_is_another_user() -> None:
    app = an_app()
    ash = replace(SAM, id=new_id(), email="ash@example.org", name="Ash Moor")
    add_user(app, ash)
    assert "Ash Moor" in judged(signed_in(app, ash).get("/account")).all("dd")
    client = a_client(app)
    assert "Sam Hill" in judged(client.get("/account")).all("dd")
    sign_in(client, ash)
    assert "Ash Moor" in judged(client.get("/account")).all("dd")
