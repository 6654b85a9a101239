"""A user practises: one meeting of their own, as it stood before its day, and again when asked."""

import html
import re
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from facilitator import migrations
from facilitator.contributions import Change, Contribution
from facilitator.contributions import store as contributions
from facilitator.database import reading, writing
from facilitator.exchange import of_record
from facilitator.meetings import store as meetings
from facilitator.people import store as people
from facilitator.practice.prepared import prepared_record
from tests.desk.at_the_desk import NOW, a_meeting, press_the_button
from tests.web import SAM, a_client, an_app, judged


def id_of(address: str) -> UUID:
    return UUID(address.rsplit("/", 1)[1])


def refs_of(app: Flask, address: str) -> list[str]:
    with app.app_context(), reading() as session:
        return [one.id for one in contributions.load(session, id_of(address))]


def say_something(app: Flask, address: str) -> None:
    said = Contribution(id="l1", kind="strength", words="They came early.", by="grace")
    change = Change(said=said, key="k1", based_on=0, typed_by=SAM.id, at=NOW)
    with app.app_context(), writing() as session:
        everybody = people.load(session, id_of(address))
        contributions.save(session, id_of(address), change, everybody)


def test_the_button_leads_to_one_practice_meeting_however_often_it_is_pressed() -> None:
    client = a_client()
    first = press_the_button(client)
    assert press_the_button(client) == first
    page = judged(client.get("/"))
    assert page.links.count(first) == 1
    assert "PRACTICE" in page.all("strong")


def test_the_button_leads_to_getting_ready() -> None:
    client = a_client()
    address = press_the_button(client)
    assert judged(client.get(f"{address}/prepare")).all("h1")
    assert f"{address}/prepare" in judged(client.get("/")).links


def test_the_meeting_is_as_it_was_before_its_day_with_its_agenda_beside_it() -> None:
    app = an_app()
    address = press_the_button(a_client(app))
    assert refs_of(app, address) == [one.id for one in of_record(prepared_record()).contributions]
    with app.app_context(), reading() as session:
        kept = meetings.load(session, id_of(address))
        assert b"facilitator-agenda/1" in (meetings.find_agenda(session, kept.id) or b"")
    assert kept.practice
    assert kept.meeting.stages == ()


def test_before_the_family_agrees_there_is_nothing_to_copy_and_the_page_says_so() -> None:
    app = an_app()
    address, whole = press_the_button(a_client(app)), a_meeting(app)
    before = judged(a_client(app).get(f"{address}/copies"))
    assert "The family has not agreed a plan yet." in " ".join(before.all("p"))
    assert not [link for link in before.links if "/copies/" in link]
    after = judged(a_client(app).get(f"/meetings/{whole.id}/copies"))
    assert "The family has not agreed a plan yet." not in " ".join(after.all("p"))
    assert [link for link in after.links if "/copies/" in link]


def test_starting_again_says_first_what_goes_and_leaves_a_way_out() -> None:
    client = a_client()
    address = press_the_button(client)
    page = judged(client.get("/practise/again"))
    assert "PRACTICE" in page.all("header")[0]
    assert "every line that you wrote down in the practice meeting" in page.all("li")
    assert address in page.links
    assert press_the_button(client) == address  # Looking took nothing away.


def test_starting_again_puts_the_practice_back_as_it_was_and_touches_no_other_meeting() -> None:
    app = an_app()
    client, real = a_client(app), a_meeting(app)
    first = press_the_button(client)
    say_something(app, first)
    before = refs_of(app, f"/meetings/{real.id}")
    again = press_the_button(client, "/practise/again")
    assert "The practice is as it was at the start." in judged(client.get("/")).all("p")
    assert again != first
    assert "l1" not in refs_of(app, again)
    assert client.get(first).status_code == 404
    assert refs_of(app, first) == []
    assert refs_of(app, f"/meetings/{real.id}") == before
    assert press_the_button(client) == again


def test_what_starting_again_takes_away_is_gone_from_every_table() -> None:
    app = an_app()
    client = a_client(app)
    first = press_the_button(client)
    say_something(app, first)
    assert kept_of(app, first) >= {"person", "contribution", "wording", "meeting_agenda"}
    press_the_button(client, "/practise/again")
    assert kept_of(app, first) == set()


def kept_of(app: Flask, address: str) -> set[str]:
    """The tables that hold something of that meeting."""
    tables = [one for one in migrations.tables().sorted_tables if "meeting_id" in one.columns]
    with app.app_context(), reading() as session:
        return {
            table.name
            for table in tables
            if session.execute(table.select().filter_by(meeting_id=id_of(address))).first()
        }


def test_where_nothing_was_practised_starting_again_leads_home_and_the_button_still_begins() -> (
    None
):
    client = a_client()
    answer = client.get("/practise/again")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    address = press_the_button(client, "/practise/again")
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/practise", "/practise/again"])
def test_each_button_needs_the_form_s_own_token(address: str) -> None:
    client = a_client()
    assert client.post(address).status_code == 400
    assert "You have no meetings here yet." in judged(client.get("/")).all("p")


def test_a_real_meeting_is_never_taken_away_as_practice() -> None:
    app = an_app()
    real = a_meeting(app)
    with app.app_context(), writing() as session:
        meetings.remove_practice(session, real.id)
    assert a_client(app).get(f"/meetings/{real.id}").status_code == 200


def pages_of(app: Flask, address: str) -> dict[str, TestResponse]:
    """A page of each kind that the meeting's own pages link to, however far away."""
    client, match = a_client(app), app.url_map.bind("127.0.0.1").match
    found: dict[str, TestResponse] = {}
    to_see = [address, f"{address}/prepare", f"{address}/lead"]
    while to_see:
        one = to_see.pop()
        if not one.startswith(address) or ".pdf" in one:
            continue
        endpoint, _ = match(one.split("?")[0])
        if endpoint not in found:
            found[endpoint] = answer = client.get(one)
            links = re.findall(r'<a [^>]*href="([^"#]+)', answer.get_data(as_text=True))
            to_see += [html.unescape(link) for link in links]
    return found


def test_every_page_of_a_practice_meeting_says_that_it_is_practice() -> None:
    app = an_app()
    pages = pages_of(app, f"/meetings/{a_meeting(app, practice=True).id}")
    assert {
        "desk.meeting",
        "releasing.read_copy",
        "preparing.tasks",
        "leading.lead",
    } <= pages.keys()
    for endpoint, answer in pages.items():
        # No second person has looked through it, so no copy leaves; that page says so.
        assert answer.status_code == (409 if endpoint == "releasing.hand_over" else 200), endpoint
        assert "PRACTICE This family is made up." in judged(answer).all("body")[0], endpoint


def test_every_practice_copy_says_it_on_its_paper_too() -> None:
    app = an_app()
    client, whole = a_client(app), a_meeting(app, practice=True)
    links = judged(client.get(f"/meetings/{whole.id}/copies")).links
    pages = [one for one in links if one.count("-") == 8 and "/copies/" in one]
    assert len(pages) == 11
    for address in pages:
        articles = judged(client.get(address)).all("article")
        assert any("PRACTICE" in words for words in articles), address
