"""What was said before the day: added, mended, taken back and brought back, and never lost."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask

from facilitator.contributions import Contribution, Fields
from facilitator.contributions import store as contributions
from facilitator.database import reading
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.preparing.lines.forms import FORMS
from tests import builders
from tests.preparing.conftest import KIT
from tests.preparing.filling_in import a_meeting, at_work, said_in, send, sent, the_form
from tests.web import a_client, judged, signed_in

WORRY: dict[str, Any] = {
    "words": "Ellie was alone on Friday night.",
    "by": "priya",
    "about": ["ellie"],
}


def a_worry(app: Flask, kept: KeptMeeting) -> str:
    """The address of a worry that is there."""
    sent(a_client(app), f"/meetings/{kept.id}/before/new/worry", **WORRY)
    (worry,) = said_in(app, kept.id)
    return f"/meetings/{kept.id}/before/{worry.id}"


def test_a_worry_is_kept_with_who_says_it_whom_it_is_about_and_when_it_was_shown(
    app: Flask,
) -> None:
    client, kept = a_client(app), a_meeting(app)
    answer = sent(client, f"/meetings/{kept.id}/before/new/worry", **WORRY, shown_on="1 March 2027")
    assert answer.location == f"/meetings/{kept.id}/worries"
    (worry,) = said_in(app, kept.id)
    assert (worry.kind, worry.words, worry.by) == ("worry", WORRY["words"], "priya")
    assert worry.fields.ids("about") == ("ellie",)
    assert worry.fields.day("shown_on") == date(2027, 3, 1)
    page = judged(client.get(answer.location))
    assert WORRY["words"] in page.all("p")
    assert "Shown to the family on: Monday 1 March 2027" in page.all("p")


@pytest.mark.parametrize("kind", ["question", "purpose", "bottom_line", "if_no_plan", "help_offer"])
def test_every_kind_of_what_we_bring_is_kept_in_its_words(app: Flask, kind: str) -> None:
    client, kept = a_client(app), a_meeting(app)
    answer = sent(
        client, f"/meetings/{kept.id}/before/new/{kind}", words="Plain words.\nTwo lines."
    )
    assert [(one.kind, one.words) for one in said_in(app, kept.id)] == [
        (kind, "Plain words.\nTwo lines.")
    ]
    assert "Plain words. Two lines." in judged(client.get(answer.location)).all("p")


def test_the_same_form_sent_twice_is_one_line(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"/meetings/{kept.id}/before/new/worry"
    form = the_form(client.get(address))
    answers = [send(client, address, form, **WORRY) for _ in range(3)]
    assert [one.status_code for one in answers] == [303] * 3
    assert len(said_in(app, kept.id)) == 1


def test_the_same_form_sent_again_with_other_words_overwrites_nothing(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"/meetings/{kept.id}/before/new/worry"
    form = the_form(client.get(address))
    send(client, address, form, **WORRY)
    answer = send(client, address, form, **{**WORRY, "words": "Ellie was alone twice."})
    assert answer.status_code == 409
    text = " ".join(judged(answer).all("section"))
    assert WORRY["words"] in text
    assert "Ellie was alone twice." in text
    assert [one.words for one in said_in(app, kept.id)] == [WORRY["words"]]
    assert send(client, address, the_form(answer)).status_code == 303
    assert [one.words for one in said_in(app, kept.id)] == ["Ellie was alone twice."]


def test_two_who_mend_one_line_both_keep_their_words(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = a_worry(app, kept)
    mine, theirs = the_form(client.get(address)), the_form(client.get(address))
    send(client, address, theirs, words="Theirs.")
    answer = send(client, address, mine, words="Mine.")
    assert answer.status_code == 409
    text = " ".join(judged(answer).all("section"))
    assert "Theirs." in text
    assert the_form(answer).values["words"] == "Mine."
    assert [one.words for one in said_in(app, kept.id)] == ["Theirs."]


def test_mending_leaves_what_the_form_does_not_ask_as_it_was(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = a_worry(app, kept)
    with at_work(app) as session:
        wording = contributions.find(session, kept.id, address.rsplit("/", 1)[1])
        assert wording is not None
        fields = Fields({**wording.said.fields.values, "serious": True})
        known = replace(wording.said, prompt="RSP-2a", name_shown=False, fields=fields)
        asked = replace(wording.change, said=known, key="k", based_on=1)
        contributions.save(session, kept.id, asked, builders.people())
    sent(client, address, words="Mended.")
    (worry,) = said_in(app, kept.id)
    assert worry == replace(known, words="Mended.")


def test_a_line_that_is_taken_back_can_be_brought_back(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = a_worry(app, kept)
    answer = sent(client, address, "take_back")
    assert said_in(app, kept.id) == ()
    page = judged(client.get(answer.location))
    assert address in page.links
    assert "Taken back (1)" in page.all("span")
    sent(client, address, "bring_back")
    assert [one.words for one in said_in(app, kept.id)] == [WORRY["words"]]


def test_taking_back_a_line_that_somebody_mended_meanwhile_is_asked_again(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = a_worry(app, kept)
    form = the_form(client.get(address), "take_back")
    sent(client, address, words="Mended.")
    assert send(client, address, form, "take_back").status_code == 409
    assert [one.words for one in said_in(app, kept.id)] == ["Mended."]


def test_mending_a_line_that_was_taken_back_meanwhile_shows_that_and_keeps_the_words(
    app: Flask,
) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = a_worry(app, kept)
    form = the_form(client.get(address))
    sent(client, address, "take_back")
    answer = send(client, address, form, words="Mended.")
    assert answer.status_code == 409
    assert "Taken back" in " ".join(judged(answer).all("section"))
    send(client, address, the_form(answer))
    assert [one.words for one in said_in(app, kept.id)] == ["Mended."]


def test_a_line_that_became_another_kind_meanwhile_leaves_the_words_of_the_form_their_own(
    app: Flask,
) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = a_worry(app, kept)
    form = the_form(client.get(address))
    with at_work(app) as session:
        wording = contributions.find(session, kept.id, address.rsplit("/", 1)[1])
        assert wording is not None
        need = Contribution(id=wording.said.id, kind="need", words="Somebody on Fridays.")
        asked = replace(wording.change, said=need, key="k", based_on=1)
        contributions.save(session, kept.id, asked, builders.people())
    answer = send(client, address, form, words="Ellie was alone twice.")
    assert answer.status_code == 409
    assert "Kept now: need" in " ".join(judged(answer).all("section"))
    assert send(client, address, the_form(answer)).status_code == 303
    assert [(one.kind, one.words) for one in said_in(app, kept.id)] == [
        ("need", "Somebody on Fridays."),
        ("worry", "Ellie was alone twice."),
    ]


def test_a_refused_form_keeps_every_word_and_tick(app: Flask) -> None:
    kept = a_meeting(app)
    answer = sent(
        a_client(app),
        f"/meetings/{kept.id}/before/new/worry",
        words="",
        by="nan",
        about=["ellie", "mum"],
        shown_on="last week",
        new_today="It came up.",
    )
    assert answer.status_code == 422
    text = " ".join(judged(answer).all("body"))
    assert "The worry is missing." in text
    assert "'last week' is not a day." in text
    again = the_form(answer).values
    assert (again["by"], again["about"]) == ("nan", ["mum", "ellie"])
    assert (again["shown_on"], again["new_today"]) == ("last week", "It came up.")


def test_words_are_text_and_never_markup(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"/meetings/{kept.id}/before/new/question"
    answer = sent(client, address, words="<b>Who</b> & {{ 7 * 7 }}? \u202eab قهوة")
    page = client.get(answer.location).get_data(as_text=True)
    assert "&lt;b&gt;Who&lt;/b&gt; &amp; {{ 7 * 7 }}? \u202eab قهوة" in page


@pytest.mark.parametrize("page", ["prepare", "day", "purpose", "worries", "say", "yes", "notes"])
def test_another_facilitator_of_the_team_finds_no_page_of_the_meeting(
    app: Flask, page: str
) -> None:
    kept = a_meeting(app)
    assert signed_in(app, KIT).get(f"/meetings/{kept.id}/{page}").status_code == 404
    assert a_client(app).get(f"/meetings/{kept.id}/{page}").status_code == 200


@pytest.mark.parametrize("page", ["prepare", "day", "worries", "before/new/worry", "notes"])
def test_no_page_opens_while_the_family_has_its_private_time(app: Flask, page: str) -> None:
    kept = a_meeting(app)
    with at_work(app) as session:
        meetings.save(session, replace(kept, in_private_time=True))
    answer = a_client(app).get(f"/meetings/{kept.id}/{page}")
    assert answer.status_code == 423
    assert "The family has its private time now." in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "page",
    ["before/new/action", "before/new/nothing", "before/nothing", "before/new/consent"],
    ids=["a kind of the day itself", "no kind", "no such line", "nobody's consent"],
)
def test_what_is_not_there_is_not_found(app: Flask, page: str) -> None:
    kept = a_meeting(app)
    assert a_client(app).get(f"/meetings/{kept.id}/{page}").status_code == 404


def test_reading_a_page_writes_nothing(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    for kind in FORMS:
        client.get(f"/meetings/{kept.id}/before/new/{kind}")
    with app.app_context(), reading() as session:
        assert contributions.standing(session, kept.id) == ()
