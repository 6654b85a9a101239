"""P8: what is put right stands in the next plan; the old one stays, and both say why."""

import html
import re
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from facilitator.accounts.sessions import now
from facilitator.contributions import store as contributions
from facilitator.copies import Copy
from facilitator.database import new_id, reading, writing
from facilitator.one_person import store
from facilitator.one_person.correcting import Correction
from facilitator.paper import press, ready
from facilitator.people import store as people
from facilitator.plans import Agreed, Draft
from facilitator.plans import store as plans
from facilitator.plans.agreed import next_plan
from tests.one_person.asked import a_correction
from tests.releasing.handing_over_day import Day, a_day
from tests.web import SAM, judged

LINES = ("a1", "a2", "a5", "w3", "n1", "g1")


@pytest.fixture(autouse=True)
def _no_paper_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "prepare", lambda *_: None)


def asks(day: Day, **form: str) -> str:
    """Grace asks for something, on the page; where it is answered."""
    text = day.client.get(f"{day.address}/corrections/new").text
    found = re.search(r'name="id"[^>]*value="([^"]+)"', text)
    assert found
    usual = {"id": found[1], "person": "grace", "asked": "I said most days.", "about": ""}
    answer = day.sends("/corrections/new", **{**usual, "asked_on": "9 March 2026", **form})
    assert answer.status_code == 303, answer.text
    return str(answer.location).removeprefix(day.address)


def mends(day: Day, line: str, words: str) -> None:
    with day.app.app_context(), writing() as session:
        one = contributions.find(session, day.meeting.id, line)
        assert one
        change = replace(
            one.change,
            said=replace(one.said, words=words, exact=None),
            key=str(new_id()),
            based_on=one.number,
        )
        everybody = people.load(session, day.meeting.id)
        contributions.save(session, day.meeting.id, change, everybody)


def agrees(day: Day) -> None:
    """The family agrees the next plan."""
    with day.app.app_context(), writing() as session:
        draft = Draft.of(
            day.meeting.meeting,
            people.load(session, day.meeting.id),
            contributions.load(session, day.meeting.id),
        )
        plan = next_plan(draft, plans.latest(session, day.meeting.id), on=now().date())
        plans.add(session, day.meeting.id, Agreed(plan, now(), SAM.id, "Put right"), str(new_id()))


def words_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def kept(day: Day, at: str) -> Correction:
    with day.app.app_context(), reading() as session:
        found = store.find_correction(session, day.meeting.id, UUID(at.rsplit("/", maxsplit=1)[-1]))
    assert found
    return found


def copy_of(day: Day, reader: str) -> Copy:
    found = day.opened().gate.check_of(reader).copy
    assert found
    return found


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_put_right_and_both_plans_the_reason_and_who_asked_are_there(line: str) -> None:
    day = a_day()
    first = day.opened().agreed
    assert first
    old = next(one.words for one in first.plan.lines if one.id == line)
    at = asks(day, line=line)
    reason = "Nan was asked again, and it is so."
    assert day.sends(at, outcome="put_right", reason=reason).status_code == 303
    assert "To be put right in plan 2" in day.client.get(f"{day.address}/asked").text
    mends(day, line, "Now it says what Nan said.")
    agrees(day)
    page = judged(day.client.get(f"{day.address}{at}"))
    told = " ".join(page.all("main"))
    for part in (old, "Now it says what Nan said.", reason, "Nan asked on", "I said most days."):
        assert " ".join(part.split()) in told, part
    assert "Plan 1 says" in told
    assert "Plan 2 says" in told
    second = day.opened().agreed
    assert second
    with day.app.app_context(), reading() as session:
        assert plans.load(session, day.meeting.id, 1) == first
    assert [one.words for one in second.plan.lines if one.id == line] == [
        "Now it says what Nan said."
    ]
    beside = [one for one in second.plan.lines if one.kind == "not_said"]
    assert [(one.words, one.by, one.answers) for one in beside] == [(reason, "grace", (line,))]


def test_the_reason_is_printed_beside_the_change_in_every_copy_that_holds_the_line() -> None:
    day = a_day()
    at = asks(day, line="a5")
    day.sends(at, outcome="put_right", reason="It was never every night.")
    mends(day, "a5", "Sit with Tiana on most nights.")
    agrees(day)
    printed = words_of(press.page(copy_of(day, "grace"), press.STANDARD))
    assert "Put right in plan 2, as Nan asked. Why:" in printed
    assert "It was never every night." in printed
    assert "that’s not what I said" not in printed


def test_what_is_not_changed_stays_with_their_words_beside_it_now_and_in_the_next_plan() -> None:
    day = a_day()
    at = asks(day, line="a5", asked="I never said every night.")
    assert day.sends(at, outcome="not_changed", reason="Others heard it so.").status_code == 303
    for _ in range(2):
        printed = words_of(press.page(copy_of(day, "grace"), press.STANDARD))
        assert "Nan says: that’s not what I said." in printed
        assert "I never said every night." in printed
        assert "Others heard it so." not in printed
        mends(day, "n1", "Something else.")
        agrees(day)
    told = words_of(day.client.get(f"{day.address}{at}").text)
    assert "It was not changed" in told
    assert "Others heard it so." in told


def test_a_plan_that_was_agreed_and_says_it_as_before_is_noticed() -> None:
    day = a_day()
    at = asks(day, line="a5")
    day.sends(at, outcome="put_right", reason="So it is.")
    mends(day, "n1", "Something else.")
    agrees(day)
    assert "Plan 2 still says it as before." in day.client.get(f"{day.address}{at}").text


def test_what_stands_in_no_plan_is_answered_and_nothing_is_printed() -> None:
    day = a_day()
    at = asks(day, line="else", about="my birthday")
    day.sends(at, outcome="put_right", reason="It is in May.")
    assert kept(day, at).beside == ""
    agreed = day.opened().plan
    assert agreed
    assert [one for one in agreed.lines if one.kind == "not_said"] == []


def test_a_second_answer_overwrites_nothing_and_gives_the_words_back() -> None:
    day = a_day()
    at = asks(day, line="a5")
    assert day.sends(at, outcome="put_right", reason="So it is.").status_code == 303
    late = day.sends(at, outcome="not_changed", reason="No, for this reason.")
    assert late.status_code == 409
    assert "No, for this reason." in late.text
    assert kept(day, at).reason == "So it is."


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"person": ""}, "Nobody is named here."),
        ({"line": ""}, "Nothing is chosen here."),
        ({"line": "else"}, "It does not say what it is."),
        ({"asked": ""}, "There are no words here."),
    ],
)
def test_a_refused_form_comes_back_with_every_word(wrong: dict[str, str], why: str) -> None:
    day = a_day()
    usual: dict[str, Any] = {"id": str(new_id()), "person": "grace", "line": "a5", "about": ""}
    sent = usual | {"asked": "It was a Tuesday.", "asked_on": "9 March 2026"} | wrong
    answer = day.sends("/corrections/new", **sent)
    assert answer.status_code == 422
    assert why in answer.text
    assert wrong.get("asked", "It was a Tuesday.") in answer.text


def test_an_answer_needs_a_choice_and_a_reason() -> None:
    day = a_day()
    asked = a_correction(day.meeting, person="grace")
    with day.app.app_context(), writing() as session:
        store.ask_correction(session, asked)
    refused = day.sends(f"/corrections/{asked.id}", reason="")
    assert refused.status_code == 422
    assert "No answer is chosen here." in refused.text
    assert "It does not say why." in refused.text
