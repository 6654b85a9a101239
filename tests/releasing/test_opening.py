"""A release is opened in one go: the agreed plan, with what keeps people safe today."""

import copy
from dataclasses import replace

import pytest
from flask import Flask

from facilitator.database import reading, writing
from facilitator.meetings import store as meetings
from facilitator.people import store as people
from facilitator.releasing import opening, repeats_asked
from tests.builders import hidden
from tests.desk.at_the_desk import a_meeting, campbell
from tests.kept import counted
from tests.releasing.second_persons import KIT, a_day
from tests.web import SAM, a_client


def test_it_asks_the_same_number_of_questions_however_much_was_said() -> None:
    long, short = a_day(looked_through=False), copy.deepcopy(campbell())
    short["plan"]["keep_going"], short["share"]["questions"] = [], []
    other = a_meeting(long.app, {**short, "id": "shorter"})
    asked = []
    for meeting_id in (long.meeting.id, other.id):
        with long.app.app_context(), reading() as session:
            kept = meetings.load(session, meeting_id)
            with counted() as anew:
                opening.opened_anew(session, kept)
            opening.opened_of(session, kept)
            with counted() as again:
                opening.opened_of(session, kept)
        asked.append((len(anew), len(again)))
    assert asked[0] == asked[1]
    assert asked[0] <= (15, 14)


def test_what_is_hidden_today_is_hidden_in_the_version_of_then() -> None:
    day = a_day(looked_through=False)
    agreed = day.opened().agreed
    with day.app.app_context(), writing() as session:
        there = people.load(session, day.meeting.id)
        items = (*there.safety.hidden_items, hidden("Monday batteries", "winston"))
        people.save(
            session, day.meeting.id, there.with_safety(replace(there.safety, hidden_items=items))
        )
    opened = day.opened()
    assert opened.agreed == agreed
    texts = {one.text for one in opened.gate.plan.people.safety.hidden_from("winston")}
    assert "Monday batteries" in texts


def test_it_is_opened_for_its_owner_alone() -> None:
    day = a_day(looked_through=False)
    with day.app.app_context(), reading() as session:
        assert opening.open_for(session, day.meeting.id, KIT) is None


def test_people_are_found_by_what_stands_in_addresses() -> None:
    day = a_day(looked_through=False)
    opened = day.opened()
    nan = opened.person_of(day.ids["grace"])
    assert nan is not None
    assert nan.short_name == "Nan"
    assert opened.person_of(day.meeting.id) is None
    assert opened.names[SAM.id] == "Sam Hill"


def test_an_app_that_can_t_look_through_notes_lets_nothing_leave() -> None:
    day = a_day(looked_through=False)
    bare = Flask("bare")
    with bare.app_context(), pytest.raises(KeyError):
        repeats_asked.repeated(None, day.meeting.id, [])  # type: ignore[arg-type]
    assert a_client(day.app).get(f"{day.address}/release").status_code == 200
