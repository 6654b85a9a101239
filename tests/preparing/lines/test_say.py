"""The say of each child and of whoever can't be there, and each person's yes to the meeting."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask

from facilitator.database import reading
from facilitator.meetings import KeptMeeting
from facilitator.people import store as people_store
from tests.preparing.filling_in import a_meeting, said_in, sent, the_form
from tests.web import a_client, judged

SAY = {
    "words": "I want my dog to come.",
    "how": "in a drawing",
    "date": "1 March 2027",
    "heard_by": "everybody",
}


def address_of(app: Flask, kept: KeptMeeting, person: str, kind: str) -> str:
    with app.app_context(), reading() as session:
        row = people_store.row_ids(session, kept.id)[person]
    return f"/meetings/{kept.id}/before/new/{kind}?of={row}"


def say(app: Flask, kept: KeptMeeting, person: str, kind: str, **changed: Any) -> Any:
    return sent(a_client(app), address_of(app, kept, person, kind), **{**SAY, **changed})


def test_a_childs_words_are_kept_as_its_very_own_with_the_day_and_how(app: Flask) -> None:
    kept = a_meeting(app)
    answer = say(app, kept, "ellie", "child_view")
    (said,) = said_in(app, kept.id)
    assert (said.kind, said.by, said.words, said.exact) == (
        "child_view",
        "ellie",
        SAY["words"],
        True,
    )
    assert said.fields.day("date") == date(2027, 3, 1)
    assert said.fields.words("how") == "in a drawing"
    assert said.fields.ids("may_hear") == ()
    assert SAY["words"] in judged(a_client(app).get(answer.location)).all("p")


def test_only_those_whom_a_child_names_may_hear_it(app: Flask) -> None:
    kept = a_meeting(app)
    answer = say(app, kept, "ellie", "child_view", heard_by="some", may_hear=["nan"])
    (said,) = said_in(app, kept.id)
    assert said.fields.ids("may_hear") == ("nan",)
    page = judged(a_client(app).get(answer.location))
    assert "Who may hear it: only Nan" in page.all("p")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"heard_by": ""}, "It is not said who may hear it. Ask them, then choose."),
        ({"heard_by": "some"}, "Nobody is ticked. Tick who may hear it."),
        ({"date": ""}, "The day is missing."),
        ({"words": ""}, "Their words are missing."),
    ],
)
def test_who_may_hear_it_is_never_guessed(app: Flask, changed: dict[str, str], told: str) -> None:
    kept = a_meeting(app)
    answer = say(app, kept, "ellie", "child_view", **changed)
    assert answer.status_code == 422
    assert told in " ".join(judged(answer).all("body"))
    assert said_in(app, kept.id) == ()
    assert the_form(answer).values["how"] == "in a drawing"


def test_everybody_chosen_over_ticks_means_everybody(app: Flask) -> None:
    kept = a_meeting(app)
    say(app, kept, "ellie", "child_view", heard_by="everybody", may_hear=["nan"])
    assert said_in(app, kept.id)[0].fields.ids("may_hear") == ()


def test_somebody_who_is_not_there_is_heard_by_somebodys_voice(app: Flask) -> None:
    kept = a_meeting(app)
    say(app, kept, "dean", "sent_words", read_by="nan")
    (said,) = said_in(app, kept.id)
    assert (said.kind, said.by, said.fields.ids("read_by")) == ("sent_words", "dean", ("nan",))


@pytest.mark.parametrize(
    ("person", "kind"), [("dean", "child_view"), ("ellie", "sent_words")], ids=["grown-up", "child"]
)
def test_a_childs_say_is_a_childs_and_nobody_elses(app: Flask, person: str, kind: str) -> None:
    kept = a_meeting(app)
    assert a_client(app).get(address_of(app, kept, person, kind)).status_code == 404


def test_very_words_are_changed_only_with_a_yes_of_the_family_which_is_kept(app: Flask) -> None:
    kept = a_meeting(app)
    say(app, kept, "ellie", "child_view")
    (said,) = said_in(app, kept.id)
    address = f"/meetings/{kept.id}/before/{said.id}"
    client = a_client(app)
    refused = sent(client, address, words="I want my rabbit to come.")
    assert refused.status_code == 422
    text = " ".join(judged(refused).all("body"))
    assert "They are changed only with the family's yes." in text
    assert the_form(refused).values["words"] == "I want my rabbit to come."
    of_a_worker = sent(client, address, words="Rabbit.", yes_by="priya")
    assert of_a_worker.status_code == 422
    assert said_in(app, kept.id) == (said,)
    sent(client, address, words="Rabbit.", yes_by="ellie", yes_how="on a walk")
    assert said_in(app, kept.id) == (replace(said, words="Rabbit."),)


def test_very_words_are_taken_back_only_with_a_yes_of_the_family(app: Flask) -> None:
    kept = a_meeting(app)
    say(app, kept, "ellie", "child_view")
    (said,) = said_in(app, kept.id)
    address = f"/meetings/{kept.id}/before/{said.id}"
    refused = sent(a_client(app), address, "take_back")
    assert refused.status_code == 422
    assert "only with the family's yes" in " ".join(judged(refused).all("body"))
    assert said_in(app, kept.id) == (said,)
    assert sent(a_client(app), address, "take_back", yes_by="ellie").status_code == 303
    assert said_in(app, kept.id) == ()


def test_what_stands_beside_very_words_is_changed_without_any_yes(app: Flask) -> None:
    kept = a_meeting(app)
    say(app, kept, "ellie", "child_view")
    (said,) = said_in(app, kept.id)
    sent(a_client(app), f"/meetings/{kept.id}/before/{said.id}", how="by phone")
    assert said_in(app, kept.id)[0].fields.words("how") == "by phone"


@pytest.mark.parametrize("answer", ["yes", "no", "not_yet"])
def test_each_answer_to_the_meeting_is_an_answer(app: Flask, answer: str) -> None:
    kept = a_meeting(app)
    sent(
        a_client(app),
        address_of(app, kept, "mum", "consent"),
        answer=answer,
        date="1/3/2027",
        words="If Nan comes.",
        stop="She puts her cup down.",
    )
    (said,) = said_in(app, kept.id)
    assert (said.kind, said.by, said.words) == ("consent", "mum", "If Nan comes.")
    assert said.fields.words("answer") == answer
    assert said.fields.words("stop") == "She puts her cup down."


def test_everybody_of_the_family_is_asked_for_themselves_and_nobody_else(app: Flask) -> None:
    kept = a_meeting(app)
    page = judged(a_client(app).get(f"/meetings/{kept.id}/yes"))
    asked = page.all("h2")
    assert {"Mum", "Ellie", "Nan"} <= set(asked)
    assert "Priya" not in asked
    assert "Not yet asked." in page.all("p")


def test_the_question_to_a_child_names_that_child(app: Flask) -> None:
    kept = a_meeting(app)
    page = judged(a_client(app).get(address_of(app, kept, "ellie", "child_view")))
    assert "What do you want the grown-ups to talk about?" in page.all("p")
    assert page.all("h1") == ["What a child says: Ellie"]
    assert "[child]" not in " ".join(page.all("body"))
