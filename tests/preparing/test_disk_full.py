"""A full disk is said in words, and every word that was typed stays in its form."""

import sqlite3
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from facilitator.people import store as people_store
from tests.builders import kept_away, people
from tests.preparing.filling_in import a_meeting, forms_of, send, the_form
from tests.preparing.people.listed import page_of, people_now
from tests.preparing.safety.test_pages import ORDER, SECRET, address_of
from tests.web import a_client, judged

FULL = "the disk is full, or it can't be written to."
BEFORE = people(*people(), restrictions=(kept_away("dean"),))


def fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL

    def full(*_: object) -> None:
        raise OperationalError("", {}, error)

    monkeypatch.setattr(people_store, "save", full)


@pytest.mark.parametrize(
    ("page", "typed", "told"),
    [
        ("people/new", {"name": "Leon", "called": "Leon", "role": "family"}, "name"),
        ("a person", {"relationship": "her gran"}, "relationship"),
        ("safety/restrictions/new", ORDER, "rule"),
        ("safety/hidden/new", SECRET, "text"),
        ("safety/arrangements", {"lines": "Two doors."}, "lines"),
    ],
)
def test_a_form_that_finds_no_room_comes_back_full(
    app: Flask, monkeypatch: pytest.MonkeyPatch, page: str, typed: dict[str, Any], told: str
) -> None:
    client, kept = a_client(app), a_meeting(app, BEFORE)
    address = f"/meetings/{kept.id}/{page}"
    address = page_of(app, kept, "nan") if page == "a person" else address
    form = the_form(client.get(address))
    fill_the_disk(monkeypatch)
    answer = send(client, address, form, **typed)
    assert answer.status_code == 507
    assert FULL in " ".join(judged(answer).all("main"))
    assert the_form(answer).values[told] == typed[told]
    monkeypatch.undo()
    assert people_now(app, kept) == BEFORE
    assert send(client, address, the_form(answer)).status_code == 303  # There is room again.


def test_a_touch_that_finds_no_room_says_so(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    client, kept = a_client(app), a_meeting(app, BEFORE)
    rule = f"{address_of(app, kept, 'restrictions')}/take-back"
    out = f"{page_of(app, kept, 'priya')}/take-out"
    forms = [(address, the_form(client.get(address), "")) for address in (rule, out)]
    up = forms_of(client.get(f"/meetings/{kept.id}/people"))[0]
    fill_the_disk(monkeypatch)
    for address, form in (*forms, (up.action, up)):
        answer = send(client, address, form, "")
        assert answer.status_code == 409
        assert FULL in " ".join(judged(answer).all("main"))
    monkeypatch.undo()
    assert people_now(app, kept) == BEFORE
