"""What keeps people safe is said, seen at once, and never lost."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from facilitator.database import reading
from facilitator.meetings import KeptMeeting
from facilitator.people import Attendance, HiddenItem, Restriction, Safety
from facilitator.people import store as people_store
from tests.builders import hidden, kept_away, people
from tests.people.cast import DEAN, ELLIE, MUM, NAN
from tests.preparing.conftest import KIT
from tests.preparing.filling_in import a_meeting, send, sent, the_form
from tests.preparing.people.listed import people_now, put
from tests.web import a_client, judged, signed_in

ORDER = {
    "person": "dean",
    "protects": ["mum", "ellie"],
    "kind": "court order",
    "rule": "No contact with Kerry,\nby any means.",
    "since": "2026-11-03",
    "until": "2027-11-02",
    "seen_by": "Priya",
    "seen_on": "2027-01-12",
    "reason": "What happened in May.",
}
KEPT = Restriction(
    person="dean",
    kind="court order",
    protects=("mum", "ellie"),
    rule="No contact with Kerry,\nby any means.",
    since=date(2026, 11, 3),
    until=date(2027, 11, 2),
    seen_by="priya",
    seen_on=date(2027, 1, 12),
    reason="What happened in May.",
)
SECRET = {"text": "Moor House", "hide_from": ["nan", "ellie_page"], "reason": "Mum's to tell"}
ITEM = HiddenItem(text="Moor House", hide_from=("nan", "ellie_page"), reason="Mum's to tell")


def add(client: FlaskClient, meeting: KeptMeeting, name: str, **typed: Any) -> Any:
    return sent(client, f"/meetings/{meeting.id}/safety/{name}/new", **typed)


def safety_now(app: Flask, meeting: KeptMeeting) -> Safety:
    return people_now(app, meeting).safety


def address_of(app: Flask, meeting: KeptMeeting, name: str, number: int = 0) -> str:
    with app.app_context(), reading() as session:
        rules, items = people_store.safety_ids(session, meeting.id)
    ids = rules if name == "restrictions" else items
    return f"/meetings/{meeting.id}/safety/{name}/{ids[number]}"


def page(client: FlaskClient, meeting: KeptMeeting) -> str:
    return " ".join(judged(client.get(f"/meetings/{meeting.id}/safety")).all("main"))


def test_an_order_is_kept_with_its_very_words(app: Flask) -> None:
    kept = a_meeting(app)
    assert add(a_client(app), kept, "restrictions", **ORDER).status_code == 303
    assert safety_now(app, kept).restrictions == (KEPT,)


def test_the_page_says_at_once_what_an_order_stops(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    add(client, kept, "restrictions", **ORDER)
    told = page(client, kept)
    assert "Dean must keep away from Mum and Ellie" in told
    assert "Dean gets no copy of the plan." in told
    assert "No invitation that names Dean goes to Mum and Ellie." in told
    assert "Priya saw the paper on Tuesday 12 January 2027." in told
    assert "This must be sorted before the day" not in told  # Dean is not coming.


def test_both_in_one_room_is_said_in_red(app: Flask) -> None:
    coming = replace(DEAN, attended=Attendance.BY_VIDEO)
    client, kept = a_client(app), a_meeting(app, people(MUM, ELLIE, NAN, coming))
    add(client, kept, "restrictions", **{**ORDER, "seen_by": ""})
    assert "Dean must keep away from Mum, and both are to take part." in page(client, kept)


def test_an_order_takes_its_person_from_a_childs_safe_adults_at_once(app: Flask) -> None:
    trusting = replace(ELLIE, safe_adults=("nan", "dean"))
    client, kept = a_client(app), a_meeting(app, people(MUM, trusting, NAN, DEAN))
    add(client, kept, "restrictions", **{**ORDER, "seen_by": ""})
    assert people_now(app, kept).load("ellie").safe_adults == ("nan",)
    assert "Dean is no longer one of Ellie's safe adults." in page(client, kept)


def test_the_same_form_twice_is_one_order_and_one_hidden_item(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    forms: dict[str, dict[str, Any]] = {"restrictions": ORDER, "hidden": SECRET}
    for name, typed in forms.items():
        address = f"/meetings/{kept.id}/safety/{name}/new"
        form = the_form(client.get(address))
        for _ in range(2):
            assert send(client, address, form, **typed).status_code == 303
    assert (safety_now(app, kept).restrictions, safety_now(app, kept).hidden_items) == (
        (KEPT,),
        (ITEM,),
    )


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"person": "idris"}, "Who must keep away is missing"),
        ({"protects": []}, "From whom they must keep away is missing"),
        ({"protects": ["dean"]}, "Dean can't keep away from Dean"),
        ({"rule": ""}, "The very words are missing"),
        ({"kind": ""}, "What it rests on is missing"),
        ({"until": "2026-01-01"}, "before it begins"),
        ({"seen_on": "last week"}, "'last week' is not a day"),
    ],
)
def test_an_order_that_can_t_be_is_refused_with_every_word_kept(
    app: Flask, typed: dict[str, Any], reason: str
) -> None:
    kept = a_meeting(app)
    answer = add(a_client(app), kept, "restrictions", **{**ORDER, **typed})
    assert answer.status_code == 422
    assert reason in " ".join(judged(answer).all("main"))
    expected = {**ORDER, **typed}
    values = the_form(answer).values
    assert values["rule"] == expected["rule"]
    assert values["seen_on"] in (expected["seen_on"], "12 January 2027")
    assert safety_now(app, kept).restrictions == ()


def test_words_can_be_looked_for_before_they_are_kept(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app, place="Moor House, Exeter")
    address = f"/meetings/{kept.id}/safety/hidden/new"
    answer = sent(client, address, "look", **SECRET)
    told = " ".join(judged(answer).all("section"))
    assert "Moor House, Exeter No invitation goes to Nan or Ellie's page" in told
    assert "Nothing is kept yet." in told
    assert the_form(answer).values["reason"] == "Mum's to tell"
    assert safety_now(app, kept).hidden_items == ()


def test_hidden_words_are_kept_and_the_page_says_where_they_stand(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app, place="Moor House, Exeter")
    assert add(client, kept, "hidden", **SECRET).status_code == 303
    assert safety_now(app, kept).hidden_items == (ITEM,)
    told = page(client, kept)
    assert "Hidden from Nan and Ellie's page." in told
    assert "The place of the meeting" in told


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"text": " "}, "The words are missing"),
        ({"hide_from": []}, "Who must not see them is missing"),
        ({"hide_from": ["nobody"]}, "One of these can't be chosen here any more"),
    ],
)
def test_hidden_words_without_words_or_readers_are_refused(
    app: Flask, typed: dict[str, Any], reason: str
) -> None:
    kept = a_meeting(app)
    answer = add(a_client(app), kept, "hidden", **{**SECRET, **typed})
    assert answer.status_code == 422
    assert reason in " ".join(judged(answer).all("main"))
    assert the_form(answer).values["reason"] == "Mum's to tell"


def test_an_order_is_mended_and_keeps_its_address(app: Flask) -> None:
    safe = people(*people(), restrictions=(kept_away("dean"), KEPT))
    client, kept = a_client(app), a_meeting(app, safe)
    address = address_of(app, kept, "restrictions", 1)
    assert sent(client, address).status_code == 303  # Not changed, so that nothing changes.
    assert safety_now(app, kept) == safe.safety
    assert sent(client, address, until="2028-01-01").status_code == 303
    assert safety_now(app, kept).restrictions == (
        kept_away("dean"),
        replace(KEPT, until=date(2028, 1, 1)),
    )
    assert address_of(app, kept, "restrictions", 1) == address


def test_nothing_is_kept_over_another_tabs_words_and_both_are_shown(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app, people(*people(), hidden_items=(ITEM,)))
    address = address_of(app, kept, "hidden")
    form = the_form(client.get(address))
    theirs = replace(ITEM, reason="Kerry asked")
    put(app, kept, people(*people(), hidden_items=(theirs,)))
    answer = send(client, address, form, reason="the family asked")
    assert answer.status_code == 409
    told = " ".join(judged(answer).all("section"))
    assert "Kept now: Kerry asked In your form: the family asked" in told
    assert safety_now(app, kept).hidden_items == (theirs,)
    assert send(client, address, the_form(answer)).status_code == 303
    assert safety_now(app, kept).hidden_items == (replace(ITEM, reason="the family asked"),)


def test_words_about_an_order_that_another_tab_took_back_are_not_lost(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app, people(*people(), restrictions=(KEPT,)))
    address = address_of(app, kept, "restrictions")
    form = the_form(client.get(address))
    put(app, kept, people())
    answer = send(client, address, form, reason="seen again")
    assert answer.status_code == 409
    assert the_form(answer).values["reason"] == "seen again"
    assert send(client, address, the_form(answer)).status_code == 303
    assert safety_now(app, kept).restrictions == (replace(KEPT, reason="seen again"),)


@pytest.mark.parametrize("name", ["restrictions", "hidden"])
def test_taking_back_says_first_what_would_no_longer_be_stopped(app: Flask, name: str) -> None:
    both = people(*people(), restrictions=(KEPT,), hidden_items=(ITEM,))
    client, kept = a_client(app), a_meeting(app, both, place="Moor House")
    address = f"{address_of(app, kept, name)}/take-back"
    words = {"restrictions": "Dean gets no copy of the plan.", "hidden": "No invitation goes to"}
    assert words[name] in " ".join(judged(client.get(address)).all("li"))
    form = the_form(client.get(address), "")
    for _ in range(2):
        assert send(client, address, form, "").status_code == 303
    now = safety_now(app, kept)
    assert (now.restrictions == (), now.hidden_items == ()) == (
        name == "restrictions",
        name == "hidden",
    )


def test_nothing_is_taken_back_that_was_changed_meanwhile(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app, people(*people(), restrictions=(KEPT,)))
    address = f"{address_of(app, kept, 'restrictions')}/take-back"
    form = the_form(client.get(address), "")
    longer = replace(KEPT, until=None)
    put(app, kept, people(*people(), restrictions=(longer,)))
    assert send(client, address, form, "").status_code == 409
    assert safety_now(app, kept).restrictions == (longer,)


def test_what_makes_it_safe_to_come_is_a_line_each(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"/meetings/{kept.id}/safety/arrangements"
    answer = sent(client, address, lines="Two doors.\r\n\r\n  Nan's stop sign:   hand up. \r\n")
    assert answer.status_code == 303
    assert safety_now(app, kept).arrangements == ("Two doors.", "Nan's stop sign: hand up.")
    assert "Nan's stop sign: hand up." in page(client, kept)


def test_lists_of_what_makes_it_safe_do_not_write_over_each_other(app: Flask) -> None:
    client, kept = a_client(app), a_meeting(app)
    address = f"/meetings/{kept.id}/safety/arrangements"
    form = the_form(client.get(address))
    put(app, kept, people().with_safety(Safety(arrangements=("Two doors.",))))
    answer = send(client, address, form, lines="Bev sits with Mum.")
    assert answer.status_code == 409
    assert "Kept now: Two doors. In your form: Bev sits with Mum." in " ".join(
        judged(answer).all("section")
    )
    assert safety_now(app, kept).arrangements == ("Two doors.",)


def test_an_arrangement_of_several_lines_stays_one(app: Flask) -> None:
    long = Safety(arrangements=("Two doors:\none for Dad.", "A break each hour."))
    client, kept = a_client(app), a_meeting(app, people().with_safety(long))
    address = f"/meetings/{kept.id}/safety/arrangements"
    assert sent(client, address).status_code == 303
    assert safety_now(app, kept) == long


def test_what_keeps_people_safe_is_found_by_nobody_else(app: Flask) -> None:
    both = people(*people(), restrictions=(kept_away("dean"),), hidden_items=(hidden("x", "nan"),))
    kept = a_meeting(app, both)
    rule, item = address_of(app, kept, "restrictions"), address_of(app, kept, "hidden")
    kits = signed_in(app, KIT)
    for address in (f"/meetings/{kept.id}/safety", rule, f"{rule}/take-back", item):
        assert kits.get(address).status_code == 404
    sams = a_client(app)
    assert sams.get(rule.replace("restrictions", "hidden")).status_code == 404
    assert sams.get(f"/meetings/{kept.id}/safety/hidden/{UUID(int=3)}").status_code == 404
