"""An open look: blind, kept answer by answer, and nothing that was typed is lost."""

import json
import re
from dataclasses import replace
from uuid import UUID

import pytest

from facilitator.accounts.user import User
from facilitator.auditing.opening import open_plan
from facilitator.auditing.rubric_here import rubric_here
from facilitator.audits.look import FIRST_LOOK, Depth
from facilitator.database import reading
from tests.auditing.at_the_look import (
    ADA,
    FLO,
    JO,
    KIT,
    Desk,
    a_desk,
    answers,
    hidden_of,
    puts,
    sends,
)
from tests.web import SAM, judged


@pytest.fixture
def desk() -> Desk:
    return a_desk()


def test_the_page_shows_the_plan_with_made_up_names_beside_six_questions(desk: Desk) -> None:
    answer = desk.ada.get(desk.begins())
    page = judged(answer)
    assert page.all("h1") == ["A first look"]
    assert answer.text.count('data-criterion="') == len(FIRST_LOOK)
    assert "Holding hands till Mum is home" in answer.text
    for real in ("Tiana", "Jaydon", "Grace", "Winston", "Campbell", "Megan"):
        assert real not in answer.text
    assert "0 of 6 answered." in answer.text
    assert "Act today" in page.all("a")


def test_a_full_audit_asks_the_whole_rubric(desk: Desk) -> None:
    page = desk.ada.get(desk.begins(depth="full"))
    assert page.text.count('data-criterion="') == 20


def test_whoever_begins_twice_goes_on_with_the_same_look(desk: Desk) -> None:
    assert desk.begins() == desk.begins()


@pytest.mark.parametrize("user", [SAM, JO, KIT], ids=["who led it", "another team", "other duties"])
def test_nobody_else_begins_a_look_or_finds_one(desk: Desk, user: User) -> None:
    look = desk.begins()
    client = desk.as_(user)
    assert sends(client, f"/plans/{desk.meeting.id}/look").status_code == 404
    for address in (look, f"{look}/observed", f"/plans/{desk.meeting.id}/act-today"):
        assert client.get(address).status_code == 404
    for last in ("", "/file", "/full", "/apart", "/final", "/remarks", "/observed"):
        assert sends(client, f"{look}{last}", **answers({})).status_code == 404
    assert puts(client, f"{look}/answers/Q1").status_code == 404
    assert not desk.look(look).answers


def test_another_supervisor_of_the_team_finds_an_open_look_nowhere(desk: Desk) -> None:
    look = desk.begins()
    assert desk.as_(FLO).get(look).status_code == 404
    assert puts(desk.as_(FLO), f"{look}/answers/Q1").status_code == 404


def test_whoever_led_the_meeting_does_not_look_at_it_as_a_supervisor(desk: Desk) -> None:
    desk.change(owner_id=FLO.id)
    assert sends(desk.as_(FLO), f"/plans/{desk.meeting.id}/look").status_code == 404


@pytest.mark.parametrize("known", [{"practice": True}, {"in_private_time": True}])
def test_practice_and_private_time_are_never_looked_at(desk: Desk, known: dict[str, bool]) -> None:
    look = desk.begins()
    desk.change(**known)
    assert sends(desk.ada, f"/plans/{desk.meeting.id}/look").status_code == 404
    assert desk.ada.get(f"/plans/{desk.meeting.id}/act-today").status_code == 404
    assert desk.ada.get(look).status_code == 404


def test_nothing_of_the_machine_is_in_any_answer_before_the_look_is_filed(desk: Desk) -> None:
    look = desk.begins(depth="full")
    with desk.app.app_context(), reading() as session:
        opened = open_plan(session, desk.meeting.id, rubric_here())
        assert opened is not None
        machine = opened.mask.document(opened.machine.document)
    said = [one["because"] for one in machine["ratings"].values()]
    assert all(len(one) > 10 for one in said)
    got = [
        sends(desk.ada, look, **answers({"Q1": "1"})),
        desk.ada.get(look),
        puts(desk.ada, f"{look}/answers/Q3"),
        puts(desk.ada, f"{look}/answers/Q3", rating="0", based_on=0),  # Both texts.
        puts(desk.ada, f"{look}/answers/Q4", words="x" * 6000),
        desk.files(look, {"Q1": "1"}),
        desk.ada.get(f"{look}/observed"),
        desk.ada.get(f"/plans/{desk.meeting.id}/act-today"),
    ]
    assert {one.status_code for one in got} == {200, 303, 409, 422}
    for one in got:
        whole = one.text + json.dumps(dict(one.headers))
        assert [words for words in said if words in whole] == []
        for sign in ("suggested", '"evidence"', "The machine suggests", "It counts:", "coverage"):
            assert sign not in whole


def test_each_answer_is_kept_by_itself_and_stands_there_again(desk: Desk) -> None:
    look = desk.begins()
    kept = puts(desk.ada, f"{look}/answers/Q1", rating="2", words="Both children.\nTwice. ")
    assert kept.get_json() == {
        "line": {"rating": "2", "words": "Both children.\nTwice.", "number": 1, "key": "k1"},
        "key": "k1",
    }
    page = desk.ada.get(look)
    assert "Both children.\nTwice." in page.text
    assert "1 of 6 answered." in page.text


def test_the_same_save_twice_is_one(desk: Desk) -> None:
    look = desk.begins()
    twice = [puts(desk.ada, f"{look}/answers/Q1", words="Once.") for _ in range(2)]
    assert [one.get_json()["line"]["number"] for one in twice] == [1, 1]


def test_two_tabs_overwrite_nothing_and_each_gets_both_texts(desk: Desk) -> None:
    look = desk.begins()
    puts(desk.ada, f"{look}/answers/Q1", words="The first tab.")
    late = puts(desk.ada, f"{look}/answers/Q1", words="The second tab.")
    assert late.status_code == 409
    assert late.get_json()["clash"]["kept"]["words"] == "The first tab."
    form = sends(desk.ada, look, **answers({}, {"Q1": "The third tab."}))
    assert form.status_code == 409
    assert "The first tab." in form.text
    assert "The third tab." in form.text
    assert desk.look(look).answer("Q1").words == "The first tab."
    assert desk.look(look).answer("Q2").rating == 3  # The others are kept all the same.
    again = answers({}, {"Q1": "The third tab."}, based_on=1)
    assert sends(desk.ada, look, **again).status_code == 303
    assert desk.look(look).answer("Q1").words == "The third tab."


def test_a_form_that_nobody_touched_does_not_clash_with_what_came_meanwhile(desk: Desk) -> None:
    look = desk.begins()
    shown = hidden_of(desk.ada.get(look), "shown-Q1")
    puts(desk.ada, f"{look}/answers/Q1", words="Another tab.")
    form = answers({}) | {"rating-Q1": "", "shown-Q1": shown}
    assert sends(desk.ada, look, **form).status_code == 303
    assert desk.look(look).answer("Q1").words == "Another tab."


@pytest.mark.parametrize(
    ("words", "said"),
    [("x" * 5001, "That is too long."), ("a \x07 bell", "Take that character out.")],
)
def test_words_that_can_not_be_kept_stay_in_the_form(desk: Desk, words: str, said: str) -> None:
    look = desk.begins()
    assert puts(desk.ada, f"{look}/answers/Q1", words=words).status_code == 422
    answer = desk.files(look, {})
    assert answer.status_code == 303
    look = desk.begins(desk.as_(FLO))
    form = answers({}, {"Q1": words, "Q2": "This is kept."})
    answer = sends(desk.as_(FLO), look, **form)
    assert answer.status_code == 422
    assert said in answer.text
    assert words in answer.text
    assert desk.look(look).answer("Q2").words == "This is kept."


@pytest.mark.parametrize(
    "body",
    [
        {"rating": "7"},
        {"rating": 2},
        {"words": None},
        {"based_on": "0"},
        {"based_on": True},
        {"key": None},
    ],
)
def test_what_is_no_answer_is_refused(desk: Desk, body: dict[str, object]) -> None:
    look = desk.begins()
    answer = puts(desk.ada, f"{look}/answers/Q1", **body)
    assert answer.status_code == 422
    assert answer.get_json()["problems"]
    assert not desk.look(look).answers


def test_a_criterion_that_is_not_asked_is_not_there(desk: Desk) -> None:
    look = desk.begins()
    assert puts(desk.ada, f"{look}/answers/Q3").status_code == 404
    assert puts(desk.ada, f"{look}/answers/no/such").status_code == 404


def test_a_first_look_becomes_a_full_audit_and_keeps_what_was_said(desk: Desk) -> None:
    look = desk.begins()
    assert sends(desk.ada, f"{look}/full", **answers({"Q1": "1"})).status_code == 303
    full = desk.look(look)
    assert full.depth is Depth.FULL
    assert full.answer("Q1").rating == 1
    assert "6 of 20 answered." in desk.ada.get(look).text


def test_what_is_open_is_named_with_a_way_to_it(desk: Desk) -> None:
    look = desk.begins()
    form = answers({"Q6": "", "Q19": ""}, {"Q6": "I am not sure."})
    answer = sends(desk.ada, f"{look}/file", **form)
    assert answer.status_code == 422
    assert "Every worry and need is met” has no answer yet." in answer.text
    assert re.findall(r'<a href="(#question-\d)"', answer.text) == ["#question-3", "#question-6"]
    assert "4 of 6 answered." in answer.text
    assert "I am not sure." in answer.text
    assert not desk.look(look).is_filed


def test_markup_that_somebody_types_stays_words(desk: Desk) -> None:
    look = desk.begins()
    puts(desk.ada, f"{look}/answers/Q1", words="</textarea><script>alert(1)</script>")
    page = desk.ada.get(look)
    judged(page)
    assert "<script>alert" not in page.text


def test_a_supervisor_who_leaves_the_team_reads_its_plans_no_more(desk: Desk) -> None:
    look = desk.filed()
    desk.change(team_id=JO.team_id)
    assert desk.ada.get(look).status_code == 200  # The look is of the team that it was.
    assert sends(desk.ada, f"/plans/{desk.meeting.id}/look").status_code == 404


def test_each_look_is_its_raters_own(desk: Desk) -> None:
    mine, theirs = desk.begins(), desk.begins(desk.as_(FLO))
    assert mine != theirs
    assert {desk.look(mine).rater_id, desk.look(theirs).rater_id} == {ADA.id, FLO.id}
    assert isinstance(replace(desk.look(mine)).id, UUID)
