"""No page of a meeting but the two of its notes holds a word of one: every route is asked for."""

from collections.abc import Iterator
from itertools import product

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from facilitator.database import new_id, writing
from facilitator.kinds import KINDS
from facilitator.meetings import KeptMeeting
from facilitator.notes import Note, Whose, store
from tests.desk.at_the_desk import a_meeting, campbell, ids_of
from tests.web import a_client, an_app

OWN = "Xylophone: I think that Nan is tired."
SERVICE = "Zeppelin: for the service alone."
CANARIES = ("Xylophone", "Zeppelin")
WRITTEN_BEFORE = "I had thought Winston would want to run it."
# Of what is not there yet in a meeting that was only brought in: rows of the register and the like.
# What somebody asked to see about themselves holds notes that name them: see decision 37.
NOT_THERE_YET = {"handed_id", "withdrawal_id", "item_id", "request_id", "correction_id"}
PAGES_OF_NOTES = {"notes.notes", "notes.professionals"}
ASKED_FOR_AT_LEAST = {
    *("leading.lead", "leading.lines", "leading.mend", "leading.breather", "leading.type_up"),
    *("leading.room", "leading.room_now", "agreeing.overview", "agreeing.steps", "agreeing.step"),
    *("agreeing.answers", "agreeing.final", "releasing.copies", "releasing.check"),
    *("releasing.register", "desk.meeting", "preparing.tasks", "preparing.person"),
}


@pytest.fixture(scope="module")
def app() -> Flask:
    return an_app()


@pytest.fixture(scope="module")
def kept(app: Flask) -> KeptMeeting:
    """The practice family's meeting, with a note of each sort."""
    made = a_meeting(app)
    with app.app_context(), writing() as session:
        notes = store.load(session, made.id)
        own = Note(whose=Whose.FACILITATOR, audience="", text=OWN)
        service = Note(whose=Whose.PROFESSIONAL, audience="the team", text=SERVICE)
        store.save(session, made.id, (*notes, own, service))
    return made


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    return a_client(app)


def addresses(app: Flask, kept: KeptMeeting) -> Iterator[tuple[str, str]]:
    """Every page of that meeting: endpoint and address, with each sort of thing that is there."""
    people = list(ids_of(app, kept).values())
    known: dict[str, list[object]] = {
        "ref": ["a5", "w1"],
        "person_id": [*people[:2]],
        "reader_id": [*people[:2]],
        "kind": [one for one in KINDS if one in ("worry", "action")],
        "part": ["what", "who"],
        "name": ["restrictions", "hidden"],
        "card_id": [new_id()],
    }
    adapter = app.url_map.bind("localhost")
    for rule in _pages(app):
        names = sorted(rule.arguments - {"meeting_id"})
        each: list[list[object]] = [known[name] for name in names]
        for values in product(*each):
            given = {"meeting_id": kept.id, **dict(zip(names, values, strict=True))}
            yield rule.endpoint, adapter.build(rule.endpoint, given)


def _pages(app: Flask) -> list[Rule]:
    return [
        rule
        for rule in app.url_map.iter_rules()
        if "meeting_id" in rule.arguments
        and "GET" in (rule.methods or ())
        and not NOT_THERE_YET & rule.arguments
        and not rule.rule.endswith(".pdf")
    ]


def test_no_page_of_the_meeting_holds_a_word_of_a_note(
    app: Flask, client: FlaskClient, kept: KeptMeeting
) -> None:
    shown = set()
    for endpoint, address in addresses(app, kept):
        if endpoint in PAGES_OF_NOTES:
            continue
        answer = client.get(address)
        if answer.status_code == 200:
            shown.add(endpoint)
        html = answer.get_data(as_text=True)
        assert [one for one in (*CANARIES, WRITTEN_BEFORE) if one in html] == [], address
    assert shown >= ASKED_FOR_AT_LEAST


def test_each_sort_of_note_stands_on_its_own_page_so_that_the_search_can_find_one(
    client: FlaskClient, kept: KeptMeeting
) -> None:
    own = client.get(f"/meetings/{kept.id}/notes").get_data(as_text=True)
    theirs = client.get(f"/meetings/{kept.id}/notes/professionals").get_data(as_text=True)
    assert [one in own for one in CANARIES] == [True, False]
    assert [one in theirs for one in CANARIES] == [False, True]


def test_the_note_that_the_record_brought_stands_there_too(
    client: FlaskClient, kept: KeptMeeting
) -> None:
    html = client.get(f"/meetings/{kept.id}/notes").get_data(as_text=True)
    assert WRITTEN_BEFORE in html
    assert WRITTEN_BEFORE in campbell()["facilitator_notes"]["text"]
