"""The desk: a user's meetings, a page of them at a time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask

from facilitator.database import writing
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from tests import builders
from tests.desk.at_the_desk import a_meeting
from tests.kept import a_kept_meeting, counted
from tests.web import SAM, Page, a_client, an_app, judged

FIRST_DAY = date(2027, 3, 1)


def many_meetings(app: Flask, count: int) -> list[KeptMeeting]:
    """So many meetings of Sam's, a day apart, the first day first."""
    made = [
        a_kept_meeting(
            replace(
                builders.meeting(),
                id=f"m{at}",
                title=f"Meeting {at}",
                held_on=FIRST_DAY + timedelta(days=at),
            ),
            owner=SAM,
        )
        for at in range(count)
    ]
    with app.app_context(), writing() as session:
        for one in made[1::2] + made[::2]:  # In whatever order they were made.
            meetings.save(session, one)
    return made


def titles_on(page: Page) -> list[str]:
    return [title for title in page.all("h2") if title.startswith("Meeting ")]


def test_a_meeting_on_the_desk_leads_to_preparing_leading_and_reading_it() -> None:
    app = an_app()
    meeting = a_meeting(app)
    page = judged(a_client(app).get("/"))
    assert page.all("h2")[0] == "Holding hands till Mum is home"
    assert "Family group conference" in " ".join(page.all("p"))
    for end in ("", "/prepare", "/lead"):
        assert f"/meetings/{meeting.id}{end}" in page.links
    assert "/meetings/new" in page.links
    opened = judged(a_client(app).get(f"/meetings/{meeting.id}"))
    for end in ("/prepare", "/lead"):
        assert f"/meetings/{meeting.id}{end}" in opened.links


def test_fifty_meetings_fit_a_page_and_there_is_no_word_of_pages() -> None:
    app = an_app()
    many_meetings(app, 50)
    page = judged(a_client(app).get("/"))
    assert titles_on(page) == [f"Meeting {at}" for at in range(49, -1, -1)]
    assert not [link for link in page.links if "page=" in link]


def test_more_come_on_further_pages_the_latest_day_first_and_each_once() -> None:
    app = an_app()
    many_meetings(app, 101)
    client = a_client(app)
    first, second, third = (judged(client.get(f"/?page={at}")) for at in (1, 2, 3))
    assert titles_on(first) == titles_on(judged(client.get("/")))
    every = titles_on(first) + titles_on(second) + titles_on(third)
    assert every == [f"Meeting {at}" for at in range(100, -1, -1)]
    assert "Page 2 of 3" in second.all("p")
    assert [link for link in first.links if "page=" in link] == ["/?page=2"]
    assert [link for link in second.links if "page=" in link] == ["/?page=1", "/?page=3"]
    assert [link for link in third.links if "page=" in link] == ["/?page=2"]


@pytest.mark.parametrize("page", ["0", "2", "-1", "01", "x", "1.0", "٢", "9" * 400, "1' or 1"])
def test_a_page_that_there_is_not_is_not_found(page: str) -> None:
    assert a_client().get("/", query_string={"page": page}).status_code == 404


def test_the_desk_asks_the_database_as_often_for_any_number_of_meetings() -> None:
    counts = []
    for many in (1, 60):
        app = an_app()
        many_meetings(app, many)
        client = a_client(app)
        with app.app_context(), counted() as asked:
            client.get("/")
        counts.append(len(asked))
    assert counts == [7, 7]


def test_what_a_family_calls_its_meeting_is_text_in_its_own_direction() -> None:
    app = an_app()
    title = "<b>عائلتنا</b> {{ 1 }}"
    with app.app_context(), writing() as session:
        meeting = replace(builders.meeting(), title=title)
        meetings.save(session, a_kept_meeting(meeting, owner=SAM))
    html = a_client(app).get("/").get_data(as_text=True)
    assert 'dir="auto">&lt;b&gt;عائلتنا&lt;/b&gt; {{ 1 }}</h2>' in html
