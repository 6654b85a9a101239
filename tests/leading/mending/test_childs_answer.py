"""Mending what a child says of a plan: what they think, and never a yes or a no."""

from typing import Any

import pytest

from facilitator.kinds import KINDS
from facilitator.leading.mending.boxes import Boxes
from facilitator.leading.mending.childs_answer import asked_of, child_who_answers
from tests import builders
from tests.leading.in_a_meeting import Led
from tests.leading.mending.test_views import boxes_of, kept, mend, refused
from tests.web import judged

PEOPLE = builders.people()
ANSWER = KINDS["answer"]
YES = "choice.agrees"


@pytest.fixture
def led() -> Led:
    return Led()


def answer_of(led: Led, by: str) -> dict[str, Any]:
    (found,) = [one for one in led.lines() if (one["kind"], one["by"]) == ("answer", by)]
    return found


def html_of(led: Led, ref: str) -> str:
    return led.client.get(f"{led.address}/lines/{ref}/mend").get_data(as_text=True)


@pytest.mark.parametrize(
    ("kind", "by", "is_childs"),
    [
        ("answer", "ellie", True),
        ("answer", "nan", False),
        ("answer", "priya", False),
        ("answer", "", False),  # Nobody is named yet.
        ("child_view", "ellie", False),
    ],
)
def test_only_a_childs_answer_to_the_plan_is_asked_for_no_yes(
    kind: str, by: str, *, is_childs: bool
) -> None:
    assert (child_who_answers(kind, by, PEOPLE) is not None) is is_childs
    assert (asked_of(KINDS[kind], by, PEOPLE) == KINDS[kind].fields) is not is_childs


def test_the_form_of_a_childs_answer_has_no_box_for_a_yes_or_for_the_day_of_one() -> None:
    of_nan = {box.name for box in Boxes(PEOPLE, (), {"by": ("nan",)}, "x").of(ANSWER)}
    of_ellie = {box.name for box in Boxes(PEOPLE, (), {"by": ("ellie",)}, "x").of(ANSWER)}
    assert of_nan - of_ellie == {YES, "day.answer_by"}


def test_the_page_says_why_a_child_is_not_asked(led: Led) -> None:
    html = html_of(led, answer_of(led, "tiana")["ref"])
    assert YES not in html
    assert "Tiana is a child. A child is never asked for a yes or a no." in html
    assert "is a child" not in html_of(led, answer_of(led, "grace")["ref"])


def test_a_yes_that_a_record_brought_stays_as_it_came(led: Led) -> None:
    came = answer_of(led, "tiana")
    kept(mend(led, came["ref"], words="Yes, but I want Easter at home."))
    now = answer_of(led, "tiana")
    assert now["fields"] == came["fields"]
    assert now["words"] == "Yes, but I want Easter at home."


def test_no_yes_can_be_sent_for_a_child_by_whatever_form(led: Led) -> None:
    came = answer_of(led, "tiana")
    kept(mend(led, came["ref"], choice__agrees="no", day__answer_by="2027-03-05"))
    assert answer_of(led, "tiana")["fields"] == came["fields"]


def test_a_grown_ups_yes_is_not_handed_on_to_a_child_and_the_page_says_so_first(led: Led) -> None:
    ref = answer_of(led, "grace")["ref"]
    asked = mend(led, ref, by="jaydon", words="I like the beds.")
    page = refused(asked, 200)
    assert "“Do they say yes?” will be empty." in page.all("main")[0]
    assert led.line(ref)["by"] == "grace"
    form = boxes_of(asked.get_data(as_text=True))
    assert form["words"] == ["I like the beds."]
    assert YES not in form
    kept(led.client.post(f"{led.address}/lines/{ref}/mend", data={"do": "save", **form}))
    now = led.line(ref)
    assert (now["by"], now["words"], now["fields"]["agrees"]) == ("jaydon", "I like the beds.", "")


def test_a_childs_yes_is_not_handed_on_to_a_grown_up(led: Led) -> None:
    ref = answer_of(led, "tiana")["ref"]
    kept(mend(led, ref, by="bev"))
    assert led.line(ref)["fields"]["agrees"] == ""


def test_a_line_that_is_moved_to_a_childs_answer_is_asked_for_no_yes(led: Led) -> None:
    view = next(one for one in led.lines() if one["kind"] == "child_view" and one["by"] == "tiana")
    page = judged(mend(led, view["ref"], do="kind", kind="answer"))
    assert "Tiana is a child." in page.all("main")[0]
    assert YES not in boxes_of(mend(led, view["ref"], kind="answer").get_data(as_text=True))
