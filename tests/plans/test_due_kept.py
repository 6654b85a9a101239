"""Promises in the database: kept with their plan, replaced by the next one, done once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from facilitator.database import new_id, reading, writing
from facilitator.plans import Agreed, store
from facilitator.plans.due import Done, DueKind, KeptDue
from tests.builders import MEETING_DAY, draft, said, step
from tests.kept import KIT, SAM, save_meeting, two_teams

AT = datetime(2027, 3, 6, 14, 30, tzinfo=UTC)
DONE = Done(on=date(2027, 3, 9), words="Priya rang Nan: the bus pass is there.", by=SAM.id, at=AT)
LATER = date(2027, 4, 1)


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path) -> Iterator[None]:
    with two_teams(tmp_path):
        yield


@pytest.fixture
def meeting() -> UUID:
    return save_meeting().id


def agree(meeting_id: UUID, version: int = 1, due: date = MEETING_DAY, key: str = "") -> Agreed:
    """A plan in which Priya, the social worker, holds a step; and the family meets again."""
    again = said("meet_again", date=date(2027, 5, 8), time="10:00", place="St Luke's hall")
    made = draft(step(id="a1", who=("priya",), due=due), again)
    plan = made.agree(on=MEETING_DAY, code="CDFG-HJKM", version=version)
    one = Agreed(plan, AT, SAM.id, "" if version == 1 else "Priya needs more time.")
    with writing() as session:
        return store.add(session, meeting_id, one, key or f"k{version}")


def promises(meeting_id: UUID) -> tuple[KeptDue, ...]:
    with reading() as session:
        return store.dues(session, meeting_id)


def the_step(meeting_id: UUID) -> KeptDue:
    """What holds now of Priya's step."""
    found = (one for one in promises(meeting_id) if not one.superseded)
    return next(one for one in found if one.due.kind is DueKind.STEP)


def mark_done(due_id: UUID, done: Done) -> KeptDue | None:
    with writing() as session:
        return store.mark_done(session, due_id, done)


def test_a_plan_is_kept_with_what_it_promises_and_the_same_press_promises_it_once(
    meeting: UUID,
) -> None:
    agree(meeting)
    agree(meeting)
    kinds = sorted(one.due.kind for one in promises(meeting))
    assert kinds == [DueKind.DECISION, DueKind.REVIEW, DueKind.SORT_OUT, DueKind.STEP]


def test_a_new_version_replaces_what_the_one_before_promised(meeting: UUID) -> None:
    agree(meeting)
    agree(meeting, 2, LATER)
    assert {one.version for one in promises(meeting) if not one.superseded} == {2}
    assert {one.version for one in promises(meeting) if one.superseded} == {1}
    assert the_step(meeting).due.on == LATER


def test_what_is_done_is_kept_with_what_was_told_to_the_family(meeting: UUID) -> None:
    agree(meeting)
    due = the_step(meeting)
    assert mark_done(due.id, DONE) == replace(due, done=DONE)
    assert the_step(meeting).done == DONE


def test_whoever_is_second_overwrites_nothing(meeting: UUID) -> None:
    agree(meeting)
    due = the_step(meeting)
    mark_done(due.id, DONE)
    after = mark_done(due.id, replace(DONE, words="It is not there.", by=KIT.id))
    assert after is not None
    assert after.done == DONE


def test_what_was_done_stays_done_where_the_next_plan_promises_the_very_same(
    meeting: UUID,
) -> None:
    agree(meeting)
    mark_done(the_step(meeting).id, DONE)
    agree(meeting, 2)
    assert the_step(meeting).done == DONE
    agree(meeting, 3, LATER)
    assert the_step(meeting).done is None


def test_what_no_plan_promised_is_not_there(meeting: UUID) -> None:
    agree(meeting)
    assert mark_done(new_id(), DONE) is None
    with reading() as session:
        assert store.find_due(session, new_id()) is None


def test_promises_go_with_their_meeting_and_hold_no_word_of_the_family(meeting: UUID) -> None:
    agree(meeting)
    with reading() as session:
        rows = session.execute(text("SELECT * FROM plan_due")).all()
    assert "Walk" not in str(rows)
    with writing() as session:
        session.execute(text("DELETE FROM meeting"))
    assert promises(meeting) == ()
