"""The check before release says what a reader will not see, and why."""

import pytest

from facilitator.copies import Why, check
from facilitator.copies.witness import witness_problems
from facilitator.kinds import Section
from tests.builders import hidden, kept_away, people, plan, said, step

CLINIC = hidden("clinic at Moor House", "sam", "nan", "ellie_page")
HEARD = said("child_view", "I want a dog.", by="ellie", may_hear=("mum",), id="v1")


def whys(reader: str, *lines: object) -> dict[str, Why]:
    found = check(plan(*lines, of=people(hidden_items=(CLINIC,))), reader)  # type: ignore[arg-type]
    return {one.line.id: one.why for one in found.not_seen}


def test_each_line_that_is_not_seen_has_its_reason() -> None:
    lines = (
        HEARD,
        step("Take Mum to Moor House.", id="a1", who=("dean",)),
        step("Cook on Fridays.", id="a2"),
        step("Ring Sam.", id="a3", who=("sam",)),
    )
    assert whys("nan", *lines) == {"v1": Why.MAY_HEAR, "a1": Why.HIDDEN}
    assert whys("sam", *lines) == {"v1": Why.MAY_HEAR, "a1": Why.NOT_THEIRS, "a2": Why.NOT_THEIRS}
    assert set(whys("ellie", *lines).values()) == {Why.NOT_CHOSEN}
    assert whys("mum", *lines) == {}


def test_what_a_reader_sees_is_counted_by_the_parts_of_the_paper() -> None:
    found = check(plan(said("title", "Home by summer"), step(), step("Cook.")), "nan")
    assert found.sees == ((Section.FRONT, 1), (Section.DO, 2))
    assert found.near == ()


def test_a_copy_that_is_refused_is_told_with_what_it_leaves_out() -> None:
    own = step("Drive Mum to Moor House.", id="a1", who=("nan",))
    found = check(plan(own, of=people(hidden_items=(CLINIC,))), "nan")
    assert found.copy is None
    assert len(found.problems) == 1
    assert found.not_seen_for(Why.HIDDEN) == plan(own).lines
    assert found.sees == ()


OWNER = "Ash Vale"


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("", "Nobody's name stands here."),
        ("ash  VALE", "leads this meeting"),
        ("Sam Okoro", "something is hidden from them"),
        ("Dean", "must keep away"),
        ("Ellie Marsh", "a child is never asked to"),
    ],
)
def test_nobody_looks_through_the_rules_whom_they_would_harm(name: str, wrong: str) -> None:
    everybody = people(hidden_items=(CLINIC,), restrictions=(kept_away("dean"),))
    (problem,) = witness_problems(name, "a worker", OWNER, everybody)
    assert wrong in problem.wrong
    assert problem.place == "name"


def test_somebody_else_may_and_says_what_they_are() -> None:
    everybody = people(hidden_items=(CLINIC,))
    assert witness_problems("Priya Nair", "social worker", OWNER, everybody) == ()
    assert witness_problems("Jo Bell", "another facilitator", OWNER, everybody) == ()
    (problem,) = witness_problems("Jo Bell", " ", OWNER, everybody)
    assert problem.place == "part"
