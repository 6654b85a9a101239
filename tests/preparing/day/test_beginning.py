"""A new meeting: three answers, and the list of what there is to do."""

from uuid import UUID

import pytest
from flask import Flask

from facilitator.agenda.shipped import find_file
from facilitator.database import reading
from facilitator.meetings import store as meetings
from facilitator.people import Role
from facilitator.people import store as people
from tests.preparing.conftest import KIT
from tests.preparing.filling_in import send, sent, the_form
from tests.web import SAM, a_client, judged, signed_in

NEW = {"title": "The Marsh family", "held_on": "6 March 2027"}
KIND = "family_group_conference"


def test_a_new_meeting_is_there_with_its_day_its_agenda_and_the_facilitator(app: Flask) -> None:
    client = a_client(app)
    answer = sent(client, "/meetings/new", **NEW)
    assert answer.status_code == 303
    page = judged(client.get(answer.location))
    assert page.all("h1") == ["Getting ready"]
    assert "Saturday 6 March 2027" in " ".join(page.all("p"))
    with app.app_context(), reading() as session:
        kept = meetings.load(session, UUID(answer.location.split("/")[2]))
        (you,) = people.load(session, kept.id)
        assert meetings.find_agenda(session, kept.id) == find_file(KIND)
    assert (kept.meeting.title, kept.meeting.kind, kept.practice) == (NEW["title"], KIND, False)
    assert (you.name, you.called, you.role) == ("Sam Hill", "Sam", Role.FACILITATOR)
    assert kept.team_id == SAM.team_id


def test_the_same_form_sent_twice_begins_one_meeting(app: Flask) -> None:
    client = a_client(app)
    form = the_form(client.get("/meetings/new"))
    first = send(client, "/meetings/new", form, **NEW)
    again = send(client, "/meetings/new", form, **NEW)
    assert first.location == again.location
    with app.app_context(), reading() as session:
        assert len(meetings.find_all(session, f"m{form.values['key']}")) == 1


def test_a_form_that_is_not_whole_comes_back_with_every_word(app: Flask) -> None:
    answer = sent(a_client(app), "/meetings/new", title="The Marsh family", held_on="soon")
    assert answer.status_code == 422
    text = " ".join(judged(answer).all("body"))
    assert "'soon' is not a day. Write it with its year" in text
    again = the_form(answer).values
    assert (again["title"], again["held_on"]) == ("The Marsh family", "soon")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": " "}, "A name is missing."),
        ({"held_on": ""}, "The day is missing."),
        ({"kind": "a_wedding"}, "The kind of meeting is missing."),
        ({"title": "a\x00b"}, "It holds the character U+0000"),
        ({"title": "x" * 301}, "That is too long. Use 300 characters at most."),
    ],
    ids=["no name", "no day", "no such kind", "a character nobody can print", "too long"],
)
def test_what_is_wrong_is_said(app: Flask, changed: dict[str, str], said: str) -> None:
    answer = sent(a_client(app), "/meetings/new", **{**NEW, **changed})
    assert answer.status_code == 422
    assert said in " ".join(judged(answer).all("body"))


def test_a_form_with_a_key_that_we_never_made_is_not_read(app: Flask) -> None:
    assert sent(a_client(app), "/meetings/new", **NEW, key="../../x").status_code == 400


def test_nobody_gets_into_a_colleagues_meeting_by_the_key_of_its_form(app: Flask) -> None:
    mine = a_client(app)
    form = the_form(mine.get("/meetings/new"))
    send(mine, "/meetings/new", form, **NEW)
    theirs = signed_in(app, KIT)
    answer = sent(theirs, "/meetings/new", **NEW, key=form.values["key"])
    assert answer.status_code == 404
