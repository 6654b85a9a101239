"""Somebody takes back their yes: copies stop, holders are listed, nothing can be unsent."""

import html
import re

from werkzeug.test import TestResponse

from facilitator.database import new_id
from tests.releasing.handing_over_day import Day
from tests.releasing.second_persons import a_day
from tests.web import judged


def takes_back(day: Day, **form: object) -> TestResponse:
    usual = {"id": str(new_id()), "by": "charlene", "words": "I don't want it any more."}
    return day.sends("/release/withdraw", **{**usual, **form})


def stopped(day: Day) -> set[str]:
    gate = day.opened().gate
    return {one.id for one in gate.readers if gate.why_not(one.id)}


def test_a_yes_that_is_taken_back_stops_copies_and_says_who_holds_one() -> None:
    day = a_day()
    day.hands_over("grace")
    day.hands_over("charlene")
    where = takes_back(day).headers["Location"]
    assert stopped(day) == {one.id for one in day.opened().gate.readers} - {"charlene"}
    page = day.client.get(where)
    words = " ".join(judged(page).all("main"))
    assert "Mum took back their yes to copies for everybody else" in words
    assert "This can't unsend anything." in words
    assert "I don't want it any more." in words
    holders = judged(page).all("h2")
    assert holders == ["Nan"]  # Mum keeps her own.
    (row,) = [one for one in day.register() if one.person == "grace"]
    assert f"/register/{row.id}/letter.pdf" in html.unescape(page.text)


def test_it_can_speak_of_one_reader_alone_and_be_given_again() -> None:
    day = a_day()
    where = takes_back(day, readers=["joy"]).headers["Location"].removeprefix(day.address)
    assert stopped(day) == {"joy"}
    assert "Nobody holds such a copy now." in day.client.get(f"{day.address}{where}").text
    assert day.sends(where, again="yes").status_code == 303
    assert stopped(day) == set()
    assert "They gave it again on" in day.client.get(f"{day.address}/release/withdraw").text


def test_what_came_back_is_asked_back_no_more() -> None:
    day = a_day()
    day.hands_over("grace")
    where = takes_back(day).headers["Location"].removeprefix(day.address)
    page = day.client.get(f"{day.address}{where}")
    found = re.search(r'name="back" value="([^"]+)"', page.text)
    assert found
    day.sends(where, back=str(new_id()))  # No such copy.
    assert day.register()[0].is_out
    day.sends(where, back=found[1])
    assert not day.register()[0].is_out
    assert "Nobody holds such a copy now." in day.client.get(f"{day.address}{where}").text


def test_a_form_that_names_nobody_comes_back_whole() -> None:
    day = a_day(looked_through=False)
    answer = takes_back(day, by="")
    assert answer.status_code == 422
    assert "Nobody is named here." in " ".join(judged(answer).all("main"))
    assert "I don't want it any more." in html.unescape(answer.text)
    assert day.opened().withdrawals == ()


def test_the_same_form_twice_is_one_and_a_strange_address_is_none() -> None:
    day = a_day(looked_through=False)
    same = str(new_id())
    takes_back(day, id=same)
    takes_back(day, id=same)
    assert len(day.opened().withdrawals) == 1
    assert day.client.get(f"{day.address}/release/withdraw/{new_id()}").status_code == 404
    assert takes_back(day, id="none").status_code == 400
