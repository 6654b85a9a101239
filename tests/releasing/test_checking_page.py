"""The check before release: for the facilitator's eyes, reader by reader."""

import copy
import html
import re
from typing import Any
from uuid import UUID

import pytest
from werkzeug.test import TestResponse

from facilitator.database import new_id, reading, writing
from facilitator.database.troubles import NO_ROOM, NotKept
from facilitator.meetings import store as meetings
from facilitator.people import store as people
from facilitator.releasing import looking
from tests.desk.at_the_desk import campbell, press_the_button
from tests.releasing.handing_over_day import Day
from tests.releasing.second_persons import KIT, a_day
from tests.web import a_client, a_stranger, add_user, an_app, judged, signed_in

CLINIC = "clinic at Moor House"
NOTE = "Everybody says that Charlene goes to the clinic at Moor House on her own."


def a_document(**safety: Any) -> dict[str, Any]:
    """The Campbell family's record, kept safe in another way."""
    document = copy.deepcopy(campbell())
    document["safety"] |= safety
    return document


def hiding(*readers: str, text: str = CLINIC) -> dict[str, Any]:
    return a_document(confidential=[{"text": text, "hide_from": list(readers), "reason": "hers"}])


def card(page: str, name: str) -> str:
    """What stands on that reader's card, as text."""
    cards = re.findall(r'<article class="app-rule app-check.*?</article>', page, re.DOTALL)
    (found,) = [one for one in cards if f'dir="auto">{name}</h3>' in one]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found)).split())


def the_check(day: Day) -> str:
    answer = day.client.get(f"{day.address}/release")
    assert answer.status_code == 200
    judged(answer)
    return answer.text


def test_each_readers_card_says_what_they_will_see_and_that_it_may_leave() -> None:
    page = the_check(a_day())
    assert "The whole plan: 80 lines." in card(page, "Nan")
    assert "It may leave now." in card(page, "Nan")
    assert "A child's page: 9 lines." in card(page, "Tiana")
    assert "Every copy may leave now" in page


def test_a_line_that_is_left_out_stands_there_with_the_way_to_other_words() -> None:
    day = a_day(hiding("grace"))
    words = card(the_check(day), "Nan")
    assert "Left out, because it says something hidden from Nan" in words
    assert "Go to the clinic at Moor House." in words
    assert f"/release/other-words/a2/{day.ids['grace']}" in the_check(day)


def test_a_near_miss_is_looked_at_one_by_one_and_by_name() -> None:
    day = a_day(hiding("winston", text="Hele Road"), looked_through=False)
    before = card(the_check(day), "Grandad")
    assert "Comes near to something hidden" in before
    near = re.findall(r'name="near" value="([0-9a-f]{64})"', the_check(day))
    assert near
    for one in near:
        answer = looks_at(day, "winston", one, "Grandad")
        assert answer.status_code == 303
        assert answer.headers["Location"].endswith(f"#reader-{day.ids['winston']}")
    after = card(the_check(day), "Grandad")
    assert after.count("Sam Hill looked at it at") == len(near)
    assert "I looked: this is fine" not in after


def looks_at(day: Day, reader: str, near: str, name: str) -> TestResponse:
    """Somebody types a name beside a near miss, and presses its button."""
    return day.sends("/release/looked", reader=str(day.ids[reader]), near=near, name=name)


def near_of(day: Day) -> list[str]:
    return re.findall(r'name="near" value="([0-9a-f]{64})"', the_check(day))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Gran", "“Gran” is not whose copy this is. Type “Grandad”, if they may read it."),
        ("", "There is no name here yet. Type “Grandad”, if they may read it."),
        ("Grandad" * 60, "That is too long."),
    ],
)
def test_a_near_miss_with_another_name_typed_stays_open_and_nothing_typed_is_lost(
    typed: str, said: str
) -> None:
    day = a_day(hiding("winston", text="Hele Road"), looked_through=False)
    last = near_of(day)[-1]
    answer = looks_at(day, "winston", last, typed)
    assert answer.status_code == 422
    page = judged(answer)
    assert said in " ".join(page.all("main"))
    (place,) = {one for one in page.links if one.startswith("#near-")}
    (box,) = re.findall(rf'<input[^>]* id="{place[1:]}"[^>]*>', answer.text)
    assert f'value="{typed}"' in box or not typed
    assert day.opened().gate.looked_at == ()


def test_where_the_disk_is_full_the_name_that_was_typed_stands_there_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full() -> None:
        raise NotKept(NO_ROOM)

    day = a_day(hiding("winston", text="Hele Road"), looked_through=False)
    near = near_of(day)[0]
    monkeypatch.setattr(looking, "keeping", full)
    answer = looks_at(day, "winston", near, "Grandad")
    assert answer.status_code == NO_ROOM
    assert "the disk is full" in " ".join(judged(answer).all("main"))
    assert 'value="Grandad"' in answer.text
    assert day.opened().gate.looked_at == ()


@pytest.mark.parametrize("typed", ["grandad", "  Grandad ", "GRANDAD"])
def test_a_name_is_known_however_it_is_typed(typed: str) -> None:
    day = a_day(hiding("winston", text="Hele Road"), looked_through=False)
    assert looks_at(day, "winston", near_of(day)[0], typed).status_code == 303
    assert len(day.opened().gate.looked_at) == 1


def test_a_near_miss_that_is_none_is_not_looked_at() -> None:
    day = a_day()
    day.sends("/release/looked", reader=str(day.ids["winston"]), near="ab" * 32)
    assert day.opened().gate.looked_at == ()
    assert "That line has changed since." in the_check(day)
    assert day.sends("/release/looked", reader=str(new_id()), near="x").status_code == 404
    assert day.sends("/release/looked", reader="nobody", near="x").status_code == 404


def test_whoever_is_shut_out_stands_under_no_copy_with_the_rule() -> None:
    rule = {
        "person": "marlon",
        "kind": "bail",
        "protects": ["charlene"],
        "rule": "Not to contact Charlene.",
    }
    page = the_check(a_day(a_document(restrictions=[rule])))
    assert "No copy, no invitation, no list: “Not to contact Charlene.”" in page
    with pytest.raises(ValueError, match="not enough values"):
        card(page, "Dad")


def test_the_words_of_a_note_stop_every_copy_until_the_line_is_rewritten() -> None:
    document = a_document()
    document["facilitator_notes"] |= {"text": NOTE}
    document["plan"]["actions"][1]["what"] = NOTE.replace("Everybody says that ", "")
    day = a_day(document)
    page = the_check(day)
    assert "A note says the same as the plan" in page
    assert "Charlene goes to the clinic at Moor House on her own" in page
    assert all(day.opened().gate.why_not(one.id) for one in day.opened().gate.readers)
    assert "No copy may leave yet" in page


def test_the_draft_is_shown_before_the_family_agreed_and_nothing_may_leave() -> None:
    app = an_app()
    address = press_the_button(a_client(app))
    with app.app_context(), reading() as session:
        kept = meetings.load(session, UUID(address.removeprefix("/meetings/")))
    day = Day(app, kept, a_client(app))
    assert day.opened().agreed is None
    page = the_check(day)
    assert "The family has not agreed a plan yet." in page
    assert "No copy may leave yet" in page
    assert "It may leave now." not in page


def test_it_is_there_for_the_owner_alone() -> None:
    day = a_day(app=an_app(), looked_through=False)
    add_user(day.app, KIT)
    for address in ("/release", "/release/rules", "/release/withdraw", "/release/later"):
        assert signed_in(day.app, KIT).get(f"{day.address}{address}").status_code == 404
        assert a_stranger(day.app).get(f"{day.address}{address}").status_code == 303


def test_looking_writes_nothing() -> None:
    day = a_day()
    before = day.opened()
    the_check(day)
    assert day.opened().gate == before.gate


def test_somebody_who_was_taken_out_since_holds_no_copy() -> None:
    day = a_day(looked_through=False)
    with day.app.app_context(), writing() as session:
        there = people.load(session, day.meeting.id)
        people.save(session, day.meeting.id, there.without("megan"))
    page = the_check(day)
    assert 'Megan</strong>: <span dir="auto">To have none.</span>' in page


OTHER = {"words": "Go where Mum goes on Mondays.", "by": "charlene", "keep": "yes"}


def sends_other_words(day: Day, line: str, reader: str, **form: str) -> Any:
    address = f"/release/other-words/{line}/{day.ids[reader]}"
    page = day.client.get(f"{day.address}{address}")
    judged(page)
    hidden = dict(re.findall(r'name="(id|of)" type="hidden" value="([^"]*)"', page.text))
    return day.sends(address, **{**hidden, **form})


def test_other_words_stand_in_that_copy_alone() -> None:
    day = a_day(hiding("grace"))
    answer = sends_other_words(day, "a2", "grace", **OTHER)
    assert answer.status_code == 303
    assert "Go where Mum goes on Mondays." in card(the_check(day), "Nan")
    gate = day.opened().gate
    words = {line.words for line in gate.copy_for("grace").plan.lines}
    assert "Go where Mum goes on Mondays." in words
    assert "Go to the clinic at Moor House." in {
        line.words for line in gate.copy_for("bev").plan.lines
    }
    back = sends_other_words(day, "a2", "grace", take_back="yes")
    assert back.status_code == 303
    assert day.opened().gate.check_of("grace").anew == ()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"words": ""}, "There are no words here."),
        ({"by": ""}, "Nobody is named here."),
        ({"words": "Go to Moor-House."}, "These words say what is hidden too."),
        ({"of": "something else"}, "The line was changed meanwhile."),
    ],
)
def test_other_words_that_can_t_stand_come_back_whole(form: dict[str, str], said: str) -> None:
    day = a_day(hiding("grace"))
    answer = sends_other_words(day, "a2", "grace", **{**OTHER, **form})
    assert answer.status_code == 422
    page = judged(answer)
    assert said in " ".join(page.all("body"))
    assert {**OTHER, **form}["words"] in html.unescape(answer.text)
    assert day.opened().gate.other_words == ()


def test_other_words_are_for_a_line_and_a_reader_that_are_there() -> None:
    day = a_day()
    for line, reader in (("nothing", day.ids["grace"]), ("a2", new_id()), ("a2", day.ids["idris"])):
        address = f"{day.address}/release/other-words/{line}/{reader}"
        assert day.client.get(address).status_code == 404
