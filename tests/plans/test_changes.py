"""What is different between two versions, told line by line in the order of the paper."""

from datetime import date

import pytest

from facilitator.contributions import Contribution
from facilitator.plans import FieldChange, PlanChange
from facilitator.plans.changes import between
from tests.builders import plan, said, step


def changed(old: Contribution, new: Contribution) -> tuple[tuple[str, str, str], ...]:
    (change,) = between(plan(old), plan(new))
    assert change.what == "changed"
    return tuple((one.label, one.old, one.new) for one in change.fields)


def test_two_plans_that_say_the_same_have_no_difference() -> None:
    lines = (step(id="a1"), said("hope", "Rest.", id="h1"))
    assert between(plan(*lines), plan(*lines)) == ()
    assert between(plan(*lines), plan(*reversed(lines))) == ()


def test_what_is_new_and_what_is_gone_is_told() -> None:
    kept, gone, new = step(id="a1"), said("hope", "Rest.", id="h1"), said("need", "Tea.", id="n1")
    old_plan, new_plan = plan(kept, gone), plan(kept, new)
    assert between(old_plan, new_plan) == (
        PlanChange("gone", old_plan.lines[1], None),
        PlanChange("new", None, new_plan.lines[1]),
    )


def test_it_goes_by_the_order_of_the_paper_and_then_by_that_of_the_plan() -> None:
    said_then = (
        said("meet_sooner", "Somebody slips.", id="s1"),
        step("One.", id="a2"),
        step("Two.", id="a1"),
        said("worry", "The road.", id="w1"),
        said("child_view", "Dog.", id="c1", by="ellie"),
    )
    found = between(plan(step("Old.", id="a0")), plan(*said_then))
    assert [(one.what, one.line.id) for one in found] == [
        ("new", "c1"),
        ("new", "w1"),
        ("new", "a2"),
        ("new", "a1"),
        ("gone", "a0"),
        ("new", "s1"),
    ]
    assert found[0].kind.key == "child_view"


def test_old_and_new_words_stand_beside_each_other() -> None:
    old, new = step("Walk to school.", id="a1"), step("Drive to school.", id="a1")
    assert changed(old, new) == (("Words", "Walk to school.", "Drive to school."),)


def test_the_interpreters_words_are_words_too() -> None:
    old, new = said("hope", "Da.", id="h1"), said("hope", "Da.", id="h1")
    (change,) = between(
        plan(old), plan(Contribution(id="h1", kind="hope", words="Da.", rendering="Yes."))
    )
    assert change.fields == (FieldChange("Words", "Da.", "Da.\nYes."),)
    assert between(plan(old), plan(new)) == ()


def test_names_and_days_are_told_as_people_say_them() -> None:
    old = step(id="a1", links=("h1",), checked_by="")
    new = step(
        id="a1", who=("nan", "mum"), start=None, due=date(2027, 5, 22), checked_by="mum", by="nan"
    )
    assert changed(old, new) == (
        ("Who said it", "", "Nan"),
        ("Who will do it?", "Nan", "Nan, Mum"),
        ("What day will it start?", "Saturday 6 March 2027", ""),
        ("What day will it be done by?", "", "Saturday 22 May 2027"),
        ("Who will check?", "", "Mum"),
    )


FIELDS = [
    ("request", {"answer": "not_yet"}, {"answer": "yes"}, ("Not yet", "Yes")),
    ("answer", {"agrees": ""}, {"agrees": "partly"}, ("", "Partly")),
    ("meet_again", {"time": "09:30"}, {"time": "16:10"}, ("9.30am", "4.10pm")),
    ("goal", {"score_now": 2}, {"score_now": 4}, ("2", "4")),
    ("worry", {"serious": None}, {"serious": True}, ("", "Yes")),
    (
        "worry",
        {"seen": {"what": "A bruise", "when": None}},
        {"seen": {"what": "A bruise", "when": "May"}},
        ("A bruise", "A bruise; May"),
    ),
    (
        "disagreement",
        {"views": ()},
        {"views": ({"by": "mum", "text": "Too long."}, {"by": "", "text": "Fine."})},
        ("", "Mum: Too long.\nFine."),
    ),
    (
        "action",
        {"repeats": None},
        {"repeats": {"each": "week", "on": ("wed", "sat"), "at": "16:00"}},
        ("", "each week Wed, Sat 4pm"),
    ),
]


@pytest.mark.parametrize(("kind", "old", "new", "told"), FIELDS)
def test_each_field_is_put_into_words(
    kind: str, old: dict[str, object], new: dict[str, object], told: tuple[str, str]
) -> None:
    one = {"id": "x", "by": "nan"}
    ((_, *found),) = changed(said(kind, "x", **one, **old), said(kind, "x", **one, **new))
    assert tuple(found) == told


def test_a_line_that_became_another_kind_says_so() -> None:
    assert changed(said("need", "Sleep.", id="n1"), said("worry", "Sleep.", id="n1")) == (
        ("What it is", "Need", "Worry"),
    )


def test_what_stands_on_no_paper_is_no_difference() -> None:
    old, new = step(id="a1"), step(id="a1", share_with=("sam",))
    assert between(plan(old), plan(new)) == ()


def test_not_asked_and_left_open_are_no_difference() -> None:
    old, new = step(id="a1"), step(id="a1", due=None, links=(), checked_by="")
    assert between(plan(old), plan(new)) == ()


def test_a_change_is_of_a_line() -> None:
    with pytest.raises(ValueError, match="of a line"):
        _ = PlanChange("new", None, None).line
