"""Agreed plans in the database: one after another, and never changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from facilitator.database import Session, new_id, reading, writing
from facilitator.meetings import store as meetings
from facilitator.plans import Agreed, Plan, store
from facilitator.plans.agreed import next_plan
from facilitator.refusals import Refusal
from tests import builders
from tests.builders import MEETING_DAY, draft, plan, step
from tests.kept import SAM, counted, save_meeting, two_teams

AT = datetime(2027, 3, 6, 14, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path) -> Iterator[None]:
    with two_teams(tmp_path):
        yield


@pytest.fixture
def meeting() -> UUID:
    return save_meeting().id


def agreed(version: int = 1, what: str = "Walk Ellie to school.", **known: Any) -> Agreed:
    made = draft(step(what)).agree(on=MEETING_DAY, code="CDFG-HJKM", version=version)
    changed = "" if version == 1 else "Nan can't do Tuesdays."
    return replace(Agreed(made, AT, SAM.id, changed), **known)


def add(meeting_id: UUID, one: Agreed, key: str = "k1") -> Agreed:
    with writing() as session:
        return store.add(session, meeting_id, one, key)


def test_what_was_agreed_comes_back_as_it_was_agreed(meeting: UUID) -> None:
    one = agreed()
    assert add(meeting, one) == one
    with reading() as session, counted() as queries:
        assert store.latest(session, meeting) == one
    assert len(queries) == 1
    with reading() as session:
        assert store.load(session, meeting, 1) == one


def test_nothing_is_agreed_until_somebody_agrees_it(meeting: UUID) -> None:
    with reading() as session:
        assert store.latest(session, meeting) is None
        assert store.last_of(session, meeting) is None
        assert store.find(session, meeting, 1) is None
        assert store.list_of(session, meeting) == ()
        with pytest.raises(Refusal, match="Nothing is agreed yet"):
            store.load(session, meeting, 1)


def test_one_press_that_comes_twice_makes_one_version(meeting: UUID) -> None:
    first = add(meeting, agreed())
    assert add(meeting, agreed(what="Something else.")) == first
    assert add(meeting, agreed(version=2)) == first
    with reading() as session:
        assert [one.number for one in store.list_of(session, meeting)] == [1]


def test_versions_follow_one_another_and_say_what_changed(meeting: UUID) -> None:
    one, two = agreed(), agreed(2, "Walk Ellie home.")
    add(meeting, one)
    add(meeting, two, "k2")
    with reading() as session:
        assert store.latest(session, meeting) == two
        assert store.find(session, meeting, 1) == one
        listed = store.list_of(session, meeting)
        assert store.last_of(session, meeting) == listed[-1]
        with pytest.raises(Refusal, match="Look at one of these: 1, 2"):
            store.load(session, meeting, 3)
    assert [(row.number, row.what_changed) for row in listed] == [
        (1, ""),
        (2, "Nan can't do Tuesdays."),
    ]
    assert [row.sha256 for row in listed] == [one.sha256, two.sha256]
    assert {(row.code, row.agreed_on, row.at) for row in listed} == {("CDFG-HJKM", MEETING_DAY, AT)}


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        (agreed(1), "Plan 1 can't follow plan 1"),
        (agreed(3), "Plan 3 can't follow plan 1"),
        (agreed(2, what_changed=" "), "what is different from plan 1"),
        (agreed(2, plan=replace(agreed(2).plan, code="XXXX-2345")), "The code XXXX-2345"),
    ],
)
def test_what_does_not_follow_is_refused(meeting: UUID, asked: Agreed, wrong: str) -> None:
    add(meeting, agreed())
    with pytest.raises(Refusal, match=wrong):
        add(meeting, asked, "k2")
    with reading() as session:
        assert len(store.list_of(session, meeting)) == 1


def test_a_plan_that_came_in_as_the_third_is_followed_by_the_fourth(meeting: UUID) -> None:
    add(meeting, agreed(3))
    with pytest.raises(Refusal):
        add(meeting, agreed(2), "k2")
    assert add(meeting, agreed(4), "k2").plan.version == 4


def test_the_next_plan_keeps_the_code_and_the_first_has_one_by_chance() -> None:
    first = next_plan(draft(step()), None, on=MEETING_DAY)
    assert first.version == 1
    assert first.code != next_plan(draft(step()), None, on=MEETING_DAY).code
    assert next_plan(draft(step()), None, on=MEETING_DAY, code="A1").code == "A1"
    after = next_plan(draft(step()), Agreed(first, AT, SAM.id), on=MEETING_DAY, code="A1")
    assert (after.version, after.code) == (2, first.code)


@pytest.mark.parametrize("key", ["", "k" * 201])
def test_a_press_has_a_key(meeting: UUID, key: str) -> None:
    with pytest.raises(ValueError, match="1 to 200"):
        add(meeting, agreed(), key)


CHANGES = [
    "UPDATE plan SET what_changed = 'x'",
    "UPDATE plan SET number = 7",
    "UPDATE plan SET document = ''",
    "DELETE FROM plan",
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_itself_never_changes_a_plan(meeting: UUID, change: str) -> None:
    add(meeting, agreed())
    with pytest.raises(DBAPIError, match="never changed"), writing() as session:
        session.execute(text(change))
    with reading() as session:
        assert store.latest(session, meeting) == agreed()


def test_no_row_is_changed_by_way_of_the_store(meeting: UUID) -> None:
    add(meeting, agreed())
    with writing() as session:
        session.query(store.PlanRow).one().code = "other"
        with pytest.raises(DBAPIError, match="never changed"):
            session.flush()
        session.rollback()


def test_a_practice_meeting_that_goes_takes_its_plans_along() -> None:
    kept = save_meeting(practice=True)
    add(kept.id, agreed())
    with writing() as session:
        meetings.remove_practice(session, kept.id)
    with reading() as session:
        assert store.list_of(session, kept.id) == ()


def spoil(document: bytes) -> None:
    """As somebody would who reaches into the file of the database."""
    with writing() as session:
        session.execute(text("DROP TRIGGER plan_is_never_changed"))
        session.execute(text("UPDATE plan SET document = :held"), {"held": document})


WAYS: dict[str, Callable[[Session, UUID], Agreed | None]] = {
    "latest": store.latest,
    "find": lambda session, meeting_id: store.find(session, meeting_id, 1),
    "load": lambda session, meeting_id: store.load(session, meeting_id, 1),
}


@pytest.mark.parametrize("ask", WAYS.values(), ids=WAYS)
def test_a_document_that_is_not_what_was_agreed_is_never_shown(
    meeting: UUID, ask: Callable[[Session, UUID], Agreed | None]
) -> None:
    add(meeting, agreed())
    spoil(agreed().plan.canonical.replace(b"Walk", b"Talk"))
    with reading() as session, pytest.raises(Refusal, match="not what the family agreed") as told:
        ask(session, meeting)
    assert "Talk" not in str(told.value)


def test_each_meeting_has_plans_of_its_own(meeting: UUID) -> None:
    add(meeting, agreed())
    with reading() as session:
        assert store.latest(session, new_id()) is None


def test_the_whole_plan_is_kept_with_what_is_hidden() -> None:
    safe = builders.people(hidden_items=(builders.hidden("Moor House", "sam"),))
    made: Plan = plan(step("Go to Moor House."), of=safe)
    assert Plan.read(made.document).people.safety == safe.safety
