"""What must never happen in private family time, each by its number in the house's list."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event

from facilitator.accounts import sessions, store
from facilitator.accounts.visit import hash_of
from facilitator.app import create_app
from facilitator.database import db, writing
from facilitator.leading.private import store as spells
from facilitator.settings import Config
from tests.leading.in_a_meeting import Led
from tests.leading.private.in_private import (
    READY,
    begins,
    ends,
    everything,
    in_private_time,
    is_card,
    kept_of,
)
from tests.web import KEY, a_client, a_stranger, an_app


def folder_of(app: Flask) -> Path:
    """Where that app keeps its database."""
    with app.app_context():
        return Path(db.engine.url.database or "").parent


def test_n5_going_back_shows_nothing_because_no_answer_may_be_kept() -> None:
    led = Led()
    before = led.client.get(f"{led.address}/lead")
    begins(led)
    for answer in (before, led.client.get(f"{led.address}/lead"), led.client.get(READY)):
        assert answer.headers["Cache-Control"] == "no-store"
    for page in ("lead", "notes", "breather", "prepare", "lines"):
        assert is_card(led.client.get(f"{led.address}/{page}"))


def test_n6_nothing_is_saved_of_what_is_said_in_private_time() -> None:
    led = in_private_time()
    before = everything(led.app)
    assert led.keep("said-there", words="We are frightened of him.").status_code == 423
    assert led.happens("went", "REL-3c").status_code == 423
    assert led.send("lines", words="We are frightened of him.", kind="worry").status_code == 423
    assert led.send("notes", text="They shout.").status_code == 423
    assert everything(led.app) == before
    elsewhere = a_client(led.app)
    visits = everything(led.app)
    assert elsewhere.get(f"{led.address}/lead").status_code == 423
    assert everything(led.app) == visits


@pytest.mark.parametrize("person", ["farah", "megan", "idris", "nobody"])
def test_n7_no_worker_and_no_facilitator_is_marked_as_there(person: str) -> None:
    led = Led()
    answer = begins(led, "joy", person)
    assert answer.status_code == 422
    assert not kept_of(led).in_private_time
    begins(led, "joy")
    ends(led)
    private = kept_of(led).meeting.private
    assert private is not None
    assert (private.facilitator_present, private.who_extra) == (False, ("joy",))


def test_n8_the_card_asks_nothing_and_fetches_nothing_by_itself() -> None:
    led = in_private_time()
    page = led.client.get("/private-time").text
    for way in ("<form", "<input", "<textarea", 'http-equiv="refresh"', "<dialog", 'role="alert'):
        assert way not in page
    script = led.client.get("/static/leading/private_card.js").text
    for way in ("fetch", "setInterval", "setTimeout", "alert(", "XMLHttpRequest", "indexedDB"):
        assert way not in script


def test_n9_a_visit_that_ran_out_or_was_ended_shows_the_card_and_no_sign_in() -> None:
    led = in_private_time(app=an_app())
    with led.client.session_transaction() as held:
        token = held[sessions.TOKEN]
    with led.app.app_context(), writing() as session:
        store.end_visit(session, hash_of(token), at=sessions.now())
    for path in ("/", "/sign-in", f"{led.address}/lead", "/account", "/first-account"):
        assert is_card(led.client.get(path)), path


def test_n9_a_browser_that_was_started_again_shows_the_card() -> None:
    led = in_private_time()
    token = led.client.get_cookie("facilitator-private")
    assert token is not None
    again = a_stranger(led.app)  # The visit's cookie went with the browser, the other one stayed.
    again.set_cookie("facilitator-private", token.value)
    for path in ("/", "/sign-in", f"{led.address}/lead"):
        assert is_card(again.get(path)), path
    assert "Sam Hill" not in again.get("/").text


def test_n9_a_server_that_was_started_again_shows_the_card() -> None:
    led = in_private_time(app=an_app())
    started_again = create_app(Config(secret_key=KEY, data_dir=folder_of(led.app)))
    token = led.client.get_cookie("facilitator-private")
    assert token is not None
    browser = a_stranger(started_again)
    browser.set_cookie("facilitator-private", token.value)
    assert is_card(browser.get(f"{led.address}/lead"))
    with started_again.app_context():
        db.engine.dispose()


def test_n9_when_nothing_can_be_looked_up_the_family_still_sees_a_whole_card(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    led = in_private_time()

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr(spells, "find_watch", broken)
    answer = led.client.get(f"{led.address}/lead")
    assert answer.status_code == 500
    assert is_card(answer)
    assert "Something went wrong" not in answer.text
    assert "Error" not in answer.text


def test_n9_a_form_that_grew_too_old_comes_back_as_the_same_form() -> None:
    led = in_private_time()
    answer = led.client.post(READY, data={"csrf_token": "old", "secret": "1"})
    assert answer.status_code == 400
    assert "That page was too old, or not whole. Type it once more." in answer.text
    assert "<h1>We are ready</h1>" in answer.text


def test_in_private_time_no_visit_is_noted_no_word_logged_and_the_database_only_read(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    led = in_private_time()
    later = sessions.now() + timedelta(minutes=30)
    monkeypatch.setattr(sessions, "now", lambda: later)
    asked: set[str] = set()

    def _hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.add(statement.partition(" ")[0].upper())
        assert "IMMEDIATE" not in statement

    with led.app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", _hear)
    caplog.set_level(logging.DEBUG)
    before = everything(led.app)
    for path in ("/", f"{led.address}/lead", f"{led.address}/lines", "/private-time?in=pl", READY):
        led.client.get(path)
    assert everything(led.app) == before
    event.remove(engine, "before_cursor_execute", _hear)
    assert asked <= {"SELECT", "PRAGMA", "BEGIN"}
    assert caplog.records == []


def test_the_times_of_private_time_are_whole_minutes_and_no_row_tells_more() -> None:
    led = in_private_time(app=an_app())
    (row,) = everything(led.app)["private_spell"]
    assert row.count(":00.000000") == 1
    ends(led)
    (row,) = everything(led.app)["private_spell"]
    assert row.count(":00.000000") == 2
