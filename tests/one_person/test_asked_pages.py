"""Somebody asks what is kept about them: the pages, the look, and the file."""

import html
import json
import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from werkzeug.test import TestResponse

from facilitator import access_log
from facilitator.accounts.sessions import now
from facilitator.contributions import store as contributions
from facilitator.database import new_id, reading, writing
from facilitator.meetings import store as meetings
from facilitator.one_person import store
from facilitator.one_person.asking import AccessRequest
from facilitator.one_person.fact import Fact, Part
from facilitator.one_person.gathering import facts_of
from facilitator.one_person.material import material_of
from facilitator.paper import ready
from tests.one_person.asked import a_request
from tests.releasing.handing_over_day import Day, a_day
from tests.web import Page, judged


@pytest.fixture(autouse=True)
def _no_paper_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "prepare", lambda *_: None)


def asked(day: Day, **known: Any) -> tuple[AccessRequest, str]:
    """A request that is kept, and where its pages stand."""
    request = a_request(day.meeting, **{"person": "grace", **known})
    with day.app.app_context(), writing() as session:
        store.ask(session, request)
    return request, f"/asked/{request.id}"


def facts(day: Day, request: AccessRequest) -> tuple[Fact, ...]:
    with day.app.app_context(), reading() as session:
        return facts_of(material_of(session, day.meeting, request.person), request.person)


def page(day: Day, address: str) -> Page:
    return judged(day.client.get(f"{day.address}{address}"))


def said(found: Page) -> str:
    return " ".join(found.all("main"))


def hidden(text: str, *names: str) -> dict[str, str]:
    found = {}
    for name in names:
        match = re.search(rf'name="{name}"[^>]*value="([^"]*)"', text)
        assert match, name
        found[name] = html.unescape(match[1])
    return found


def looks_through(day: Day, at: str, part: Part, **typed: str) -> TestResponse:
    """Every flagged fact of that page is given, for a reason, unless it is typed otherwise."""
    text = day.client.get(f"{day.address}{at}/review/{part}").text
    keys = re.findall(r'name="choice-(\w+)" value="left_out"', text)
    fields = {f"choice-{one}": "given" for one in keys} | {f"why-{one}": "Yes" for one in keys}
    return day.sends(f"{at}/review/{part}", **(hidden(text, "based_on", "facts") | fields | typed))


def looks_through_all(day: Day, request: AccessRequest, at: str) -> None:
    for part in {one.part for one in facts(day, request) if one.waits}:
        assert looks_through(day, at, part).status_code == 303


def document_of(pdf: bytes) -> dict[str, Any]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        held: dict[str, Any] = json.loads(
            opened.attachments["about-you.json"].get_file().read_bytes()
        )
    return held


def test_a_request_is_kept_with_its_day_and_stands_on_the_desk_until_it_is_answered() -> None:
    day = a_day()
    text = day.client.get(f"{day.address}/asked/new").text
    form = {"person": "grace", "asked_by": "Nan", "known_by": "I know her"}
    sent = {**hidden(text, "id"), **form, "asked_on": "31 January 2026"}
    first, again = (day.sends("/asked/new", **sent) for _ in range(2))
    assert first.status_code == again.status_code == 303
    assert first.location == again.location
    desk = " ".join(judged(day.client.get("/")).all("main"))
    assert "Somebody asks what we keep about them. Late by" in desk
    assert "It was due on Saturday 28 February 2026." in desk


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"person": ""}, "Nobody is named here."),
        ({"asked_on": "1 January 2125"}, "is still to come."),
        ({"known_by": ""}, "It does not say how you know."),
    ],
)
def test_a_refused_form_comes_back_with_every_word(wrong: dict[str, str], why: str) -> None:
    day = a_day()
    text = day.client.get(f"{day.address}/asked/new").text
    form = {"person": "grace", "asked_by": "Nan at the door", "known_by": "I know her"}
    sent = {**hidden(text, "id"), **form, "asked_on": "3 January 2026", **wrong}
    answer = day.sends("/asked/new", **sent)
    assert answer.status_code == 422
    assert why in answer.text
    assert "Nan at the door" in answer.text


def test_nothing_is_made_before_each_flagged_fact_was_looked_at() -> None:
    day = a_day()
    request, at = asked(day)
    refused = day.sends(f"{at}/give")
    assert refused.status_code == 409
    assert "wait for your look" in refused.text
    assert day.client.get(f"{day.address}{at}/about-you.pdf").status_code == 409
    looks_through_all(day, request, at)
    assert day.sends(f"{at}/give").status_code == 303


def test_the_file_holds_what_was_given_in_words_and_for_a_computer_and_the_log_knows() -> None:
    day = a_day()
    request, at = asked(day)
    part = Part.OTHERS
    text = day.client.get(f"{day.address}{at}/review/{part}").text
    first, second, *_ = re.findall(r'name="choice-(\w+)" value="left_out" checked', text)
    given, left = (
        next(one for one in facts(day, request) if one.key.startswith(key))
        for key in (first, second)
    )
    looks_through_all(day, request, at)
    typed = {
        f"choice-{first}": "in_part",
        f"words-{first}": "Somebody who loves the children.",
        f"choice-{second}": "left_out",
    }
    assert looks_through(day, at, part, **typed).status_code == 303
    assert day.sends(f"{at}/give").status_code == 303
    answer = day.client.get(f"{day.address}{at}/about-you.pdf")
    assert answer.mimetype == "application/pdf"
    document = document_of(answer.data)
    words = [one.get("words", "") for one in document["facts"]]
    assert "Somebody who loves the children." in words
    assert given.words not in words
    assert left.words not in words
    assert document["name"] == "Grace Campbell"
    with day.app.app_context(), reading() as session:
        entries = access_log.of_meeting(session, day.meeting.id)
    assert [one.what for one in entries if one.act == "export"].count("person_file") >= 1
    assert "Answered." in said(page(day, at))


def test_whatever_is_hidden_from_them_is_on_no_page_of_the_look_and_in_no_file() -> None:
    day = a_day()
    request, at = asked(day, person="tiana")
    hidden_from = {one.words for one in facts(day, request) if one.never and one.words}
    assert hidden_from
    pages = [day.client.get(f"{day.address}{at}").text] + [
        day.client.get(f"{day.address}{at}/review/{part}").text for part in Part
    ]
    plain = html.unescape(" ".join(pages))
    assert [one for one in hidden_from if one in plain] == []


def test_a_part_that_says_what_is_hidden_is_refused_with_every_word_in_it() -> None:
    day = a_day()
    request, at = asked(day, person="tiana")
    with day.app.app_context(), reading() as session:
        safety = material_of(session, day.meeting).everybody.safety
    secret = safety.hidden_from("tiana")[0].text
    part = next(one.part for one in facts(day, request) if one.waits)
    text = day.client.get(f"{day.address}{at}/review/{part}").text
    key = re.findall(r'name="choice-(\w+)" value="left_out"', text)[0]
    words = f"You were told of {secret}."
    typed = {f"choice-{key}": "in_part", f"words-{key}": words, f"why-{key}": "She asked"}
    refused = looks_through(day, at, part, **typed)
    assert refused.status_code == 422
    assert "This says something that is kept from them." in refused.text
    assert words in html.unescape(refused.text)


def test_giving_what_is_about_others_needs_a_reason() -> None:
    day = a_day()
    _, at = asked(day)
    text = day.client.get(f"{day.address}{at}/review/others").text
    key = re.findall(r'name="choice-(\w+)" value="left_out"', text)[0]
    refused = looks_through(day, at, Part.OTHERS, **{f"why-{key}": ""})
    assert refused.status_code == 422
    assert "It does not say why they may have it." in refused.text


def test_what_they_said_themselves_is_given_with_one_press() -> None:
    day = a_day()
    request, at = asked(day)
    text = day.client.get(f"{day.address}{at}/review/said").text
    sent = hidden(text, "based_on", "facts") | {"all": "yes"}
    assert day.sends(f"{at}/review/said", **sent).status_code == 303
    with day.app.app_context(), reading() as session:
        kept = store.decisions(session, request.id)
    own = [one for one in facts(day, request) if one.waits and one.part is Part.SAID]
    assert len(own) > 1
    assert {kept[one.key].choice.value for one in own} == {"given"}
    assert {kept[one.key].why for one in own} == {"They said it themselves."}


def test_two_looks_at_once_overwrite_nothing() -> None:
    day = a_day()
    _, at = asked(day)
    text = day.client.get(f"{day.address}{at}/review/said").text
    sent = hidden(text, "based_on", "facts")
    key = re.findall(r'name="choice-(\w+)" value="left_out"', text)[0]
    assert day.sends(f"{at}/review/said", **sent, all="yes").status_code == 303
    late = day.sends(f"{at}/review/said", **sent, **{f"why-{key}": "It is too private"})
    assert late.status_code == 409
    assert "Nothing was overwritten." in late.text
    assert "It is too private" in late.text
    again = hidden(late.text, "based_on", "facts")
    assert day.sends(f"{at}/review/said", **again).status_code == 303


def test_after_another_word_the_old_file_is_not_given_again() -> None:
    day = a_day()
    request, at = asked(day)
    looks_through_all(day, request, at)
    day.sends(f"{at}/give")
    with day.app.app_context(), writing() as session:
        found = contributions.standing(session, day.meeting.id)
        one = next(each for each in found if each.said.by == "grace" and not each.said.exact)
        change = replace(
            one.change,
            said=replace(one.said, words="I need rest."),
            key=str(new_id()),
            based_on=one.number,
        )
        people = material_of(session, day.meeting).people
        contributions.save(session, day.meeting.id, change, people)
    refused = day.client.get(f"{day.address}{at}/about-you.pdf")
    assert refused.status_code == 409
    assert "waits for your look" in refused.text  # What they said before is new there.


def test_it_may_take_two_months_more_and_they_are_told_within_the_first() -> None:
    day = a_day()
    request, at = asked(day, asked_on=now().date())
    assert day.sends(f"{at}/longer", why="").status_code == 422
    assert day.sends(f"{at}/longer", why="There is a lot of it.").status_code == 303
    assert "There is a lot of it." in said(page(day, at))
    late, there = asked(day)
    refused = day.sends(f"{there}/longer", why="We forgot.")
    assert refused.status_code == (422 if late.first_due_on < now().date() else 303)
    assert request.longer_on is None


def test_in_private_time_nothing_of_it_is_shown_or_kept() -> None:
    day = a_day()
    _, at = asked(day)
    with day.app.app_context(), writing() as session:
        meetings.save(session, replace(day.meeting, in_private_time=True))
    for address in ("/asked", "/asked/new", at, f"{at}/review/said", "/corrections/new"):
        assert "one_person.css" not in day.client.get(f"{day.address}{address}").text
    day.sends(
        "/corrections/new", id=str(new_id()), person="grace", line="else", about="x", asked="y"
    )
    with day.app.app_context(), reading() as session:
        assert store.corrections(session, day.meeting.id) == ()
    assert "Somebody asks" not in day.client.get("/").text
