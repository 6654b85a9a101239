"""Somebody new on the list of people."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from facilitator.meetings import KeptMeeting
from facilitator.people import People, Role
from tests.builders import people
from tests.people.cast import DEAN, ELLIE, EVERYONE, MUM, NAN
from tests.preparing.filling_in import a_meeting, send, sent, the_form
from tests.preparing.people.listed import called, page_of, people_now
from tests.web import a_client, judged

HOSTILE = "<script>alert(1)</script> {% x %}"


def add(client: FlaskClient, meeting: KeptMeeting, **typed: Any) -> Any:
    new = {"name": "Leon Marsh", "called": "Uncle Leon", "role": "family", **typed}
    return sent(client, f"/meetings/{meeting.id}/people/new", **new)


def test_somebody_new_is_on_the_list_however_often_the_form_comes(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"/meetings/{kept.id}/people/new"
    form, typed = (
        the_form(client.get(address)),
        {"name": "Leon", "called": "Leon", "role": "family"},
    )
    for _ in range(3):
        assert send(client, address, form, **typed).status_code == 303
    assert [one.called for one in people_now(app, kept)][-1] == "Leon"
    assert len(people_now(app, kept).everyone) == 7


def test_a_child_who_is_added_takes_a_seat_in_front(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app, people(ELLIE, MUM, NAN))
    answer = add(client, kept, name="Tom Marsh", called="Tom", role="child", age="5")
    everyone = people_now(app, kept).everyone
    assert [one.called for one in everyone] == ["Ellie", "Tom", "Mum / Kerry", "Nan"]
    assert everyone[1].age == 5
    assert answer.location == page_of(app, kept, everyone[1].id)  # There is more to ask.


def test_save_and_add_another_leads_to_an_empty_form(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    new = {"name": "Leon", "called": "Leon", "role": "family"}
    answer = sent(client, f"/meetings/{kept.id}/people/new", "another", **new)
    assert answer.location == f"/meetings/{kept.id}/people/new"
    assert the_form(client.get(answer.location)).values["name"] == ""


def test_nobodys_part_is_guessed(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    form = the_form(client.get(f"/meetings/{kept.id}/people/new"))
    assert "role" not in form.values
    answer = sent(client, f"/meetings/{kept.id}/people/new", name="Leon", called="Leon")
    assert answer.status_code == 422
    assert "Their part is missing. Choose one." in answer.get_data(as_text=True)


def test_a_refused_form_comes_back_with_every_word(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    answer = add(client, kept, called="", relationship=HOSTILE, age="nine")
    assert answer.status_code == 422
    judged(answer)
    values = the_form(answer).values
    assert (values["name"], values["relationship"], values["age"]) == (
        "Leon Marsh",
        HOSTILE,
        "nine",
    )
    assert "'nine' is not an age. Type years in figures, such as 9." in answer.get_data(
        as_text=True
    ).replace("&#39;", "'")
    assert people_now(app, kept).everyone == EVERYONE


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"relationship": "Kerry's sister"}, "“sister” says that they belong to the family"),
        ({"relationship": "a friend"}, "“friend” says that they belong to the family"),
        ({"relationship": ""}, "Who sends the interpreter is missing"),
        ({"relationship": "Exe Languages", "age": "15"}, "An interpreter of 15 is a child"),
    ],
)
def test_no_relative_friend_or_child_interprets(
    app: Flask, typed: dict[str, str], reason: str
) -> None:
    kept = a_meeting(app)
    answer = add(a_client(app), kept, role="interpreter", **typed)
    assert answer.status_code == 422
    assert reason in answer.get_data(as_text=True)


def test_an_interpreter_who_knows_nobody_may_come(app: Flask) -> None:
    kept = a_meeting(app)
    answer = add(a_client(app), kept, role="interpreter", relationship="from Exe Languages")
    assert answer.status_code == 303
    assert called(people_now(app, kept), "Uncle Leon").role is Role.INTERPRETER


def test_two_people_are_never_called_the_same(app: Flask) -> None:
    kept = a_meeting(app)
    answer = add(a_client(app), kept, called="nan / Joan")
    assert answer.status_code == 422
    assert "Somebody here is called" in answer.get_data(as_text=True)


def test_a_first_form_that_comes_again_with_other_words_is_shown_beside_what_is_kept(
    app: Flask,
) -> None:
    client, kept = a_client(app), a_meeting(app, People((MUM, ELLIE, DEAN)))
    address = f"/meetings/{kept.id}/people/new"
    form = the_form(client.get(address))
    typed = {"name": "Leon Marsh", "called": "Leon", "role": "family"}
    assert send(client, address, form, **typed).status_code == 303
    answer = send(client, address, form, **{**typed, "called": "Uncle Leon"})
    assert answer.status_code == 409
    assert "Kept now: Leon In your form: Uncle Leon" in " ".join(judged(answer).all("section"))
    assert called(people_now(app, kept), "Leon").name == "Leon Marsh"
