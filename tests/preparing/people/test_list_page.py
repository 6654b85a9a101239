"""The list of people: its order, and taking somebody off it."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from facilitator.contributions import Change
from facilitator.contributions import store as contributions
from facilitator.meetings import KeptMeeting
from facilitator.people import Attendance, Role
from facilitator.walk import Happening, What
from facilitator.walk import store as walk
from tests.builders import kept_away, people, said
from tests.kept import counted
from tests.people.cast import DEAN, ELLIE, EVERYONE, MUM, NAN, PRIYA
from tests.preparing.conftest import KIT
from tests.preparing.filling_in import Form, a_meeting, at_work, forms_of, send, the_form
from tests.preparing.people.listed import ids_now, page_of, people_now, put
from tests.web import SAM, a_client, judged, signed_in

COMING = replace(DEAN, attended=Attendance.IN_ROOM)


def names(app: Flask, meeting: KeptMeeting) -> list[str]:
    page = judged(a_client(app).get(f"/meetings/{meeting.id}/people"))
    return [one for one in page.all("h2") if one != "You could ask"]


def test_everybody_stands_in_the_order_of_the_seats(app: Flask) -> None:
    kept = a_meeting(app)
    assert names(app, kept) == ["Mum or Kerry", "Ellie", "Nan", "Sam", "Priya", "Dean"]


def test_the_list_says_what_is_still_to_ask_and_gives_no_marks(app: Flask) -> None:
    gran = replace(NAN, language="cy", attended=Attendance.BY_PHONE)
    kept = a_meeting(app, people(replace(ELLIE, safe_adults=()), gran, PRIYA, replace(DEAN)))
    said_to_ask = [
        one
        for one in judged(a_client(app).get(f"/meetings/{kept.id}/people")).all("p")
        if one.startswith("Still to ask")
    ]
    assert said_to_ask == [
        "Still to ask: Which language do they think and feel in? Which grown-ups can they tell?",
        "Still to ask: Who can hear them when they join from afar?",
        "Still to ask: Which language do they think and feel in? Who brings what they want to say?",
    ]


def up(client: FlaskClient, meeting: KeptMeeting, name: str) -> Form:
    page = client.get(f"/meetings/{meeting.id}/people")
    row = str(ids_now(client.application, meeting)[name])
    return next(one for one in forms_of(page) if row in one.action)


def test_somebody_moves_up_by_one_seat_however_often_the_form_comes(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    form = up(client, kept, "nan")
    for _ in range(3):
        assert client.post(form.action, data=form.values).status_code == 303
    assert [one.id for one in people_now(app, kept)][:3] == ["mum", "nan", "ellie"]


@pytest.mark.parametrize("seat", ["0", "7", "-1", "two", "", "١"])
def test_there_is_no_seat_but_those_of_the_list(app: Flask, seat: str) -> None:
    client, kept = a_client(app), a_meeting(app)
    form = up(client, kept, "nan")
    assert client.post(form.action, data={**form.values, "seat": seat}).status_code == 400
    assert people_now(app, kept).everyone == EVERYONE


def test_somebody_whom_nothing_names_can_be_taken_off_the_list(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"{page_of(app, kept, 'priya')}/take-out"
    form = the_form(client.get(address), "")
    first, again = send(client, address, form, ""), send(client, address, form, "")
    assert first.status_code == again.status_code == 303
    assert [one.id for one in people_now(app, kept)] == ["mum", "ellie", "nan", "sam", "dean"]


def test_whoever_said_something_stays_even_once_it_was_taken_back(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    words = said("worry", "The stairs are dark.", by="priya", id="w1")
    with at_work(app) as session:
        for number, back in enumerate((False, True)):
            asked = Change(
                said=words,
                key=f"{number}",
                based_on=number,
                typed_by=SAM.id,
                at=datetime(2027, 2, 1, tzinfo=UTC),
                taken_back=back,
            )
            contributions.save(session, kept.id, asked, people())
    address = f"{page_of(app, kept, 'priya')}/take-out"
    page = judged(client.get(address))
    assert "Priya said this. Worry: “The stairs are dark.”" in page.all("li")
    assert "Take them off the list" not in page.all("button")
    token = the_form(client.get(page_of(app, kept, "priya"))).values["csrf_token"]
    assert client.post(address, data={"csrf_token": token}).status_code == 409
    assert people_now(app, kept).find("priya")


def test_whoever_came_in_on_the_day_stays_on_the_list(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    came = Happening(
        what=What.CAME_IN,
        about="priya",
        key="came",
        at=datetime(2027, 3, 6, 10, tzinfo=UTC),
        typed_by=SAM.id,
    )
    with at_work(app) as session:
        walk.add(session, kept.id, came)
    page = judged(client.get(f"{page_of(app, kept, 'priya')}/take-out"))
    assert "Priya came in or went out on the day." in page.all("li")
    assert "Take them off the list" not in page.all("button")


def test_whoever_leads_stays_on_the_list(app: Flask) -> None:
    leads = replace(PRIYA, role=Role.FACILITATOR)
    kept = a_meeting(app, people(MUM, leads))
    page = judged(a_client(app).get(f"{page_of(app, kept, 'priya')}/take-out"))
    assert "They lead this meeting." in page.all("li")


def test_whoever_changed_meanwhile_is_looked_at_again(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"{page_of(app, kept, 'priya')}/take-out"
    form = the_form(client.get(address), "")
    put(app, kept, people().with_person(replace(PRIYA, phone="01632 960001")))
    answer = send(client, address, form, "")
    assert answer.status_code == 409
    assert "This was changed while you were looking" in " ".join(judged(answer).all("p"))
    assert people_now(app, kept).find("priya")


def test_two_who_must_keep_apart_are_said_in_red_on_the_list_and_on_their_pages(
    app: Flask,
) -> None:
    kept = a_meeting(app, people(MUM, COMING, NAN, restrictions=(kept_away("dean"),)))
    client, words = a_client(app), "Dean must keep away from Mum, and both are to take part."
    for address in (f"/meetings/{kept.id}/people", page_of(app, kept, "mum")):
        page = judged(client.get(address))
        assert "This must be sorted before the day" in page.all("h2")
        assert words in page.all("p")
    assert words not in judged(client.get(page_of(app, kept, "nan"))).all("p")


def test_nobodys_page_is_found_by_a_colleague_or_by_a_made_up_address(app: Flask) -> None:
    kept = a_meeting(app)
    theirs = page_of(app, kept, "nan")
    kits = signed_in(app, KIT)
    assert kits.get(theirs).status_code == 404
    assert kits.get(f"/meetings/{kept.id}/people").status_code == 404
    nobodys = f"/meetings/{kept.id}/people/{UUID(int=9)}"
    for address in (nobodys, f"{nobodys}/take-out"):
        assert a_client(app).get(address).status_code == 404


def test_the_list_asks_the_database_as_often_for_two_people_as_for_six(app: Flask) -> None:
    client, counts = a_client(app), []
    for of in (people(MUM, NAN), people()):
        kept = a_meeting(app, of)
        with app.app_context(), counted() as asked:
            client.get(f"/meetings/{kept.id}/people")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12
