"""N5 to N9: what must never stand on a screen, and what private family time must never become."""

from collections.abc import Iterator
from copy import copy
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from facilitator.accounts import sessions
from facilitator.database import new_id, writing
from tests.desk.at_the_desk import token_of
from tests.leading.in_a_meeting import Led, before_the_day
from tests.leading.private.in_private import (
    begins,
    everything,
    in_private_time,
    is_card,
    kept_of,
)
from tests.notes.test_no_page_shows_a_note import addresses
from tests.web import a_client, an_app

FACILITATORS, PROFESSIONALS = "qmibadonesuq", "qvorekulimoq"


@cache
def with_notes() -> Led:
    """A meeting with a note of the facilitator's and a professional one."""
    notes = {
        "facilitator_notes": {"audience": "me", "text": f"I think {FACILITATORS} is tired."},
        "professional_notes": {"audience": "us", "text": f"Letter to {PROFESSIONALS} on Monday."},
    }
    return Led(an_app(), {**before_the_day(), **notes})


def pages() -> Iterator[tuple[str, Any]]:
    """Every page of that meeting that there is, with its answer."""
    led = with_notes()
    for endpoint, address in addresses(led.app, led.kept):
        answer = led.client.get(address)
        if answer.status_code == 200:
            yield endpoint, answer


def test_n5_notes_stand_on_their_own_pages_and_nowhere_else() -> None:
    shown: dict[str, set[str]] = {FACILITATORS: set(), PROFESSIONALS: set()}
    seen = set()
    for endpoint, answer in pages():
        seen.add(endpoint)
        body = answer.get_data().decode("utf-8", "replace")
        for mark, where in shown.items():
            if mark in body:
                where.add(endpoint)
    assert shown == {FACILITATORS: {"notes.notes"}, PROFESSIONALS: {"notes.professionals"}}
    assert {"leading.lead", "leading.room", "leading.room_now", "agreeing.overview"} <= seen
    assert len(seen) >= 30


def test_n5_no_browser_keeps_a_page_of_a_meeting_to_go_back_to() -> None:
    for endpoint, answer in pages():
        assert "no-store" in answer.headers["Cache-Control"], endpoint


def test_n6_nothing_that_is_said_in_private_time_is_kept() -> None:
    app = an_app()
    another_meeting = Led(app)
    led = in_private_time(app=app)
    another_browser = elsewhere(led)
    another_meeting.client, another_meeting.token = led.client, led.token
    before = kept_in(app)
    for one in (led, another_browser, another_meeting):
        one.keep("private-1", words="He hits me.")
        one.keep("a1", words="He hits me.", based_on=1)
        one.happens("went", "REF-1a")
        for page in ("notes", "notes/professionals"):
            one.send(page, **{"new-id": str(new_id()), "new-text": "He hits me.", "new-by": "x"})
        one.send("photographs")
    assert kept_in(app) == before
    assert "He hits me" not in str(before)


def elsewhere(led: Led) -> Led:
    """The same meeting in another browser of its owner, which knows nothing of private time."""
    other = copy(led)
    other.client = a_client(led.app)
    other.token = token_of(other.client)
    return other


def kept_in(app: Flask) -> dict[str, list[Any]]:
    """Every row of every table, but when browsers were last seen."""
    return {table: rows for table, rows in everything(app).items() if table != "visit"}


@pytest.mark.parametrize("worker", ["farah", "megan", "idris"])
def test_n7_no_worker_and_no_facilitator_stays_for_private_time(worker: str) -> None:
    led = Led()
    people = {one["id"]: one["role"] for one in before_the_day()["people"]}
    assert people[worker] in {"referrer", "worker", "facilitator"}
    assert begins(led, worker).status_code == 422
    assert not kept_of(led).in_private_time
    assert begins(led).status_code == 303
    private = kept_of(led).meeting.private
    assert private is None or worker not in private.who_extra


def test_n8_no_question_and_no_prompt_comes_up_in_private_time() -> None:
    led = in_private_time()
    for browser in (led.client, elsewhere(led).client):
        for where in ("/lead", "/room", "/breather", "/agree", "/prepare"):
            page = browser.get(f"{led.address}{where}")
            assert is_card(page), where
            assert "REF-1a" not in page.text
        for where in ("/lines", "/room/now"):
            answer = browser.get(f"{led.address}{where}", headers={"Accept": "application/json"})
            assert answer.status_code == 423
            assert "columns" not in answer.get_json()
    # The family's own browser shows the card for everything, and not for this meeting alone.
    for where in ("/", Led().address + "/lead"):
        assert is_card(led.client.get(where)), where


@pytest.mark.parametrize("later", [timedelta(hours=5), timedelta(days=2)])
def test_n9_no_lock_no_sign_in_and_no_half_page_comes_between(
    later: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    led, other = in_private_time(), Led()
    now = sessions.now
    monkeypatch.setattr(sessions, "now", lambda: now() + later)
    for where in (f"{led.address}/lead", "/", "/account", "/sign-in"):
        page = led.client.get(where)
        assert is_card(page), where
        assert "Password" not in page.text
    # Without private time the same hours do ask for the password again.
    assert "/sign-in" in str(other.client.get(f"{other.address}/lead").headers.get("Location"))


def test_n9_not_even_when_every_visit_has_ended() -> None:
    led = in_private_time(app=an_app())
    with led.app.app_context(), writing() as session:
        session.execute(text("delete from visit"))
    assert is_card(led.client.get(f"{led.address}/lead"))
