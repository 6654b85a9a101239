"""The day, the time, the place and the languages, and what is said when the day moves."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from facilitator.meetings import StageTime
from facilitator.meetings import store as meetings
from facilitator.preparing.day.form import what_moved, zones
from tests import builders
from tests.preparing.filling_in import a_meeting, at_work, meeting_now, send, sent, the_form
from tests.web import a_client, judged

OLD = "Invitations and papers that were printed before are old. Print them again."


def test_everything_about_the_day_is_kept_as_typed(app: Flask) -> None:
    kept = a_meeting(app)
    answer = sent(
        a_client(app),
        f"/meetings/{kept.id}/day",
        start="9.30",
        end="13:00",
        place="The hall behind St Luke's",
        language_2="bfi",
        zone="Europe/Warsaw",
    )
    assert answer.status_code == 303
    now = meeting_now(app, kept.id)
    assert now == replace(
        kept.meeting,
        start="09:30",
        end="13:00",
        place="The hall behind St Luke's",
        languages=("en", "bfi"),
        zone="Europe/Warsaw",
    )


def test_a_day_that_moves_makes_old_paper_and_says_so(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    answer = sent(client, f"/meetings/{kept.id}/day", held_on="13/3/2027")
    text = " ".join(judged(client.get(answer.location)).all("p"))
    assert "The day moved from Saturday 6 March 2027 to Saturday 13 March 2027." in text
    assert OLD in text
    again = sent(client, f"/meetings/{kept.id}/day", end="18:00")
    assert OLD not in " ".join(judged(client.get(again.location)).all("p"))


def test_nothing_is_kept_over_what_somebody_else_changed_and_both_are_shown(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"/meetings/{kept.id}/day"
    form = the_form(client.get(address))
    moved = replace(kept.meeting, held_on=date(2027, 3, 20), place="The library")
    with at_work(app) as session:
        meetings.save(session, replace(kept, meeting=moved))
    answer = send(client, address, form, held_on="13 March 2027")
    assert answer.status_code == 409
    text = " ".join(judged(answer).all("section"))
    assert "Saturday 20 March 2027" in text
    assert "Saturday 13 March 2027" in text
    assert meeting_now(app, kept.id) == moved
    assert send(client, address, the_form(answer)).status_code == 303
    assert meeting_now(app, kept.id).held_on == date(2027, 3, 13)


def test_the_same_form_sent_twice_is_one_change(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"/meetings/{kept.id}/day"
    form = the_form(client.get(address))
    answers = [send(client, address, form, place="The library") for _ in range(2)]
    assert [one.status_code for one in answers] == [303, 303]


def test_what_the_day_itself_writes_down_is_no_clash_and_stays(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"/meetings/{kept.id}/day"
    form = the_form(client.get(address))
    begun = replace(kept.meeting, stages=(StageTime(stage="open", start="10:02"),))
    with at_work(app) as session:
        meetings.save(session, replace(kept, meeting=begun))
    assert send(client, address, form, place="The library").status_code == 303
    assert meeting_now(app, kept.id) == replace(begun, place="The library")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"start": "half ten"}, "'half ten' is not a time."),
        ({"start": "25:00"}, "'25:00' is not a time."),
        ({"start": "14:00", "end": "13:00"}, "The end, 13:00, is not after the start, 14:00."),
        ({"held_on": "31 June 2027"}, "'31 June 2027' is not a day."),
        ({"zone": "Moon/Sea_of_Rains"}, "That can't be chosen here any more."),
        ({"language_2": "klingon"}, "That can't be chosen here any more."),
    ],
)
def test_what_is_wrong_is_said_and_no_word_is_lost(
    app: Flask, changed: dict[str, str], said: str
) -> None:
    kept = a_meeting(app)
    answer = sent(a_client(app), f"/meetings/{kept.id}/day", **{"place": "The new hall", **changed})
    assert answer.status_code == 422
    assert said in " ".join(judged(answer).all("body"))
    assert the_form(answer).values["place"] == "The new hall"
    assert meeting_now(app, kept.id) == kept.meeting


def test_a_fifth_language_of_a_record_stays(app: Flask) -> None:
    kept = a_meeting(app, languages=("en", "pl", "ur", "cy", "so"))
    sent(a_client(app), f"/meetings/{kept.id}/day", place="The library")
    assert meeting_now(app, kept.id).languages == ("en", "pl", "ur", "cy", "so")


def test_a_zone_that_nobody_knows_is_kept_and_first_comes_this_country() -> None:
    assert zones()[0][0] == "Europe/London"
    assert "Mars/Olympus" in dict(zones("Mars/Olympus"))
    assert len(dict(zones())) == len(zones())


def test_what_moved_is_said_in_whole_sentences() -> None:
    before = builders.meeting(start="10:00")
    assert what_moved(before, before) == ()
    assert what_moved(before, replace(before, start="", place="")) == (
        "It has no time now.",
        "It has no place now.",
    )
    assert what_moved(before, replace(before, start="14:30")) == ("It starts at 2.30pm now.",)
