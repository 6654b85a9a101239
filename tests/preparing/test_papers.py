"""The papers before the day, of a meeting that is kept."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from facilitator.before_the_day.printing import HANDOUTS
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.people import Attendance, Role
from tests.builders import hidden, kept_away, people
from tests.paper.printed import by_pdftotext
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA, SAM
from tests.preparing.conftest import KIT
from tests.preparing.filling_in import a_meeting, at_work
from tests.preparing.people.listed import ids_now
from tests.web import a_client, judged, signed_in

COMING = replace(DEAN, attended=Attendance.IN_ROOM)
IDRIS = replace(PRIYA, id="idris", name="Idris Vale", called="Idris", role=Role.FACILITATOR)
RESTRICTED = people(
    MUM,
    ELLIE,
    NAN,
    SAM,
    COMING,
    IDRIS,
    restrictions=(kept_away("dean"),),
    hidden_items=(hidden("St Luke's hall", "sam"),),
)


def invitation_of(app: Flask, meeting: KeptMeeting, person: str) -> str:
    return f"/meetings/{meeting.id}/invitations/{ids_now(app, meeting)[person]}.pdf"


def words_of(data: bytes, folder: Path) -> str:
    paper = folder / f"{hashlib.sha256(data).hexdigest()}.pdf"
    paper.write_bytes(data)
    return " ".join(" ".join(by_pdftotext(paper)).split())


def test_every_paper_of_a_kept_meeting_can_be_printed(app: Flask, tmp_path: Path) -> None:
    client, kept = a_client(app), a_meeting(app, RESTRICTED)
    links = judged(client.get(f"/meetings/{kept.id}/papers")).links
    for name, handout in HANDOUTS.items():
        address = f"/meetings/{kept.id}/papers/{name}.pdf"
        assert address in links
        answer = client.get(address)
        assert answer.mimetype == "application/pdf"
        assert answer.headers["Content-Disposition"] == f'inline; filename="{name}.pdf"'
        words = words_of(answer.data, tmp_path)
        assert f"{handout.title}." in words
        assert "PRACTICE" not in words


def test_the_page_has_an_invitation_or_a_reason_for_everybody_but_whoever_leads(
    app: Flask,
) -> None:
    client, kept = a_client(app), a_meeting(app, RESTRICTED)
    page = judged(client.get(f"/meetings/{kept.id}/papers"))
    links = [one for one in page.links if "/invitations/" in one]
    assert links == [invitation_of(app, kept, one) for one in ("mum", "ellie", "nan")]
    told = " ".join(page.all("li"))
    assert "Dean must not meet Mum: “No contact.” Meet them apart" in told
    assert "The place of the meeting is hidden from Sam." in told
    assert "This must be sorted before the day" in page.all("h2")


def test_an_invitation_lists_nobody_whom_it_must_not(app: Flask, tmp_path: Path) -> None:
    client, kept = a_client(app), a_meeting(app, RESTRICTED)
    answer = client.get(invitation_of(app, kept, "mum"))
    assert answer.headers["Content-Disposition"] == 'inline; filename="invitation.pdf"'
    words = words_of(answer.data, tmp_path)
    assert "Ellie, Nan, Sam and Idris" in words
    assert "Dean" not in words


@pytest.mark.parametrize(
    ("person", "reason"),
    [("dean", "Dean must not meet Mum"), ("sam", "is hidden from Sam")],
)
def test_an_invitation_that_would_do_harm_is_refused_in_words(
    app: Flask, person: str, reason: str
) -> None:
    client, kept = a_client(app), a_meeting(app, RESTRICTED)
    answer = client.get(invitation_of(app, kept, person))
    assert answer.status_code == 409
    assert reason in " ".join(judged(answer).all("main"))
    assert f"/meetings/{kept.id}/papers" in judged(answer).links


def test_practice_paper_says_so(app: Flask, tmp_path: Path) -> None:
    client, kept = a_client(app), a_meeting(app)
    with at_work(app) as session:
        meetings.save(session, replace(kept, practice=True))
    for address in (f"/meetings/{kept.id}/papers/take-in.pdf", invitation_of(app, kept, "nan")):
        assert "PRACTICE. This family is made up." in words_of(client.get(address).data, tmp_path)


def test_nobody_else_finds_a_paper_and_there_is_none_of_another_name(app: Flask) -> None:
    kept = a_meeting(app, RESTRICTED)
    theirs = invitation_of(app, kept, "nan")
    for address in (
        f"/meetings/{kept.id}/papers",
        f"/meetings/{kept.id}/papers/run-sheet.pdf",
        theirs,
    ):
        assert signed_in(app, KIT).get(address).status_code == 404
    client = a_client(app)
    assert client.get(f"/meetings/{kept.id}/papers/poster.pdf").status_code == 404
    assert client.get(invitation_of(app, kept, "idris")).status_code == 404
