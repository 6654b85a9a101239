"""A meeting that somebody gets ready is opened in one go, however much is in it."""

from dataclasses import replace

import pytest
from flask import Flask

from facilitator.agenda.shipped import find_file
from facilitator.meetings import store as meetings
from tests.kept import counted
from tests.preparing.filling_in import a_meeting, at_work, sent
from tests.web import a_client, judged


@pytest.mark.parametrize("page", ["prepare", "worries", "say", "yes", "day", "notes"])
def test_a_page_asks_the_database_as_often_for_a_full_meeting_as_for_an_empty_one(
    app: Flask, page: str
) -> None:
    kept, client = a_meeting(app), a_client(app)
    address = f"/meetings/{kept.id}/{page}"
    client.get(address)  # The first look of a visit also writes when the visitor was seen.
    with app.app_context(), counted() as before:
        client.get(address)
    for number in range(5):
        sent(client, f"/meetings/{kept.id}/before/new/worry", words=f"Worry {number}.")
    with app.app_context(), counted() as after:
        client.get(address)
    assert 0 < len(before) == len(after)


def test_a_meeting_that_came_without_an_agenda_uses_the_one_of_its_kind(app: Flask) -> None:
    kept = a_meeting(app)
    page = judged(a_client(app).get(f"/meetings/{kept.id}/notes"))
    assert "What am I sure of?" in " ".join(page.all("label"))


def test_a_meeting_is_led_by_its_own_copy_of_the_agenda(app: Flask) -> None:
    kept = a_meeting(app)
    file = (find_file("family_group_conference") or b"").replace(
        b"What am I sure of?", b"What do I know?"
    )
    with at_work(app) as session:
        meetings.save_agenda(session, kept.id, file)
    page = judged(a_client(app).get(f"/meetings/{kept.id}/notes"))
    assert "What do I know?" in " ".join(page.all("label"))


def test_a_meeting_of_a_kind_that_nobody_knows_still_opens(app: Flask) -> None:
    kept = a_meeting(app, kind="team_circle")
    assert a_client(app).get(f"/meetings/{kept.id}/prepare").status_code == 200


def test_a_meeting_that_nobody_named_is_called_so(app: Flask) -> None:
    kept = a_meeting(app)
    with at_work(app) as session:
        named = replace(kept, meeting=replace(kept.meeting, title=""))
        meetings.save(session, named)
    page = judged(a_client(app).get(f"/meetings/{kept.id}/prepare"))
    assert "A meeting without a title" in page.all("p")
