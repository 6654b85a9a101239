"""Worries are shown to the family before the day, and one that is new today says why."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from facilitator.contributions import Contribution, Fields
from facilitator.preparing.lines.showing import shown
from tests import builders
from tests.builders import said
from tests.preparing.filling_in import a_meeting, said_in, send, sent, the_form
from tests.web import a_client, judged

DAY = builders.MEETING_DAY
BEFORE = date(2027, 3, 1)
WORDS = ("Ellie was alone.", "The door was open.")


def looked_at(line: Contribution, today: date) -> tuple[str, ...]:
    return shown(line, builders.people(), DAY, today).open


@pytest.mark.parametrize("kind", ["worry", "bottom_line"])
def test_a_line_that_nobody_showed_is_new_today_and_asks_why(kind: str) -> None:
    line = said(kind, "w")
    assert looked_at(line, BEFORE) == (
        "Not yet shown to the family. Show it to them before the day.",
    )
    assert looked_at(line, DAY) == ("New today. Why is it new? Write it down.",)
    assert looked_at(said(kind, "w", new_today="It came up."), DAY) == ("New today.",)


def test_a_line_that_was_shown_before_the_day_asks_nothing() -> None:
    assert looked_at(said("worry", "w", shown_on=BEFORE), DAY) == ()
    assert looked_at(said("worry", "w", shown_on=DAY), DAY) != ()
    assert looked_at(said("if_no_plan", "w"), DAY) == ()


def two_worries(app: Flask) -> str:
    kept = a_meeting(app)
    for words in WORDS:
        sent(a_client(app), f"/meetings/{kept.id}/before/new/worry", words=words)
    return str(kept.id)


def test_one_day_is_kept_for_everything_that_was_shown_together(app: Flask) -> None:
    meeting = two_worries(app)
    answer = sent(a_client(app), f"/meetings/{meeting}/worries", on="1 March 2027")
    page = judged(a_client(app).get(answer.location))
    assert page.all("p").count("Shown to the family on: Monday 1 March 2027") == 2


def test_a_worry_that_came_later_was_not_among_what_the_family_saw(app: Flask) -> None:
    kept = a_meeting(app)
    client, address = a_client(app), f"/meetings/{kept.id}/worries"
    for words in WORDS:
        sent(client, f"/meetings/{kept.id}/before/new/worry", words=words)
    form = the_form(client.get(address))
    sent(client, f"/meetings/{kept.id}/before/new/worry", words="A new one.")
    for _ in range(2):  # The same form twice is one change.
        assert send(client, address, form, on="1 March 2027").status_code == 303
    days = {one.words: one.fields.day("shown_on") for one in said_in(app, kept.id)}
    assert days == {WORDS[0]: BEFORE, WORDS[1]: BEFORE, "A new one.": None}


def test_a_line_that_was_shown_earlier_keeps_its_own_day(app: Flask) -> None:
    kept = a_meeting(app)
    client = a_client(app)
    new = f"/meetings/{kept.id}/before/new/worry"
    sent(client, new, words="Shown first.", shown_on="20 February 2027")
    for words in WORDS:
        sent(client, new, words=words)
    sent(client, f"/meetings/{kept.id}/worries", on="1 March 2027")
    shown_on = [one.fields.day("shown_on") for one in said_in(app, kept.id)]
    assert shown_on == [date(2027, 2, 20), BEFORE, BEFORE]


def test_a_worry_that_was_mended_meanwhile_stays_as_it_is_and_that_is_said(app: Flask) -> None:
    kept = a_meeting(app)
    client, address = a_client(app), f"/meetings/{kept.id}/worries"
    for words in WORDS:
        sent(client, f"/meetings/{kept.id}/before/new/worry", words=words)
    form = the_form(client.get(address))
    first = said_in(app, kept.id)[0]
    sent(client, f"/meetings/{kept.id}/before/{first.id}", words="Mended.")
    answer = send(client, address, form, on="1 March 2027")
    assert "1 line was changed by somebody meanwhile" in " ".join(
        judged(client.get(answer.location)).all("p")
    )
    mended = replace(first, words="Mended.")
    assert said_in(app, kept.id)[0] == mended
    assert said_in(app, kept.id)[1].fields == Fields({"shown_on": BEFORE})


def test_a_day_that_is_none_comes_back_as_it_was_typed(app: Flask) -> None:
    meeting = two_worries(app)
    answer = sent(a_client(app), f"/meetings/{meeting}/worries", on="last week")
    assert answer.status_code == 422
    assert the_form(answer).values["on"] == "last week"
    assert "'last week' is not a day." in " ".join(judged(answer).all("body"))
