"""On either database, made by our own steps: no row of a plan is changed, and none is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import URL, text
from sqlalchemy.exc import DBAPIError

from facilitator.database import Session, new_id, opened, reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.plans import Agreed, store
from facilitator.refusals import Refusal
from tests import builders
from tests.at_once import at_once
from tests.builders import MEETING_DAY, draft, step
from tests.kept import SAM, save_meeting
from tests.postgresql import EITHER, either

AT = datetime(2027, 3, 6, 14, 30, tzinfo=UTC)
AT_ONCE = 6


@pytest.fixture(scope="module", params=EITHER)
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[URL]:
    """The address of a database that our own steps made, with Sam in it."""
    with either(request.param, tmp_path_factory.mktemp("laptop") / "data") as url:
        yield url


@pytest.fixture(autouse=True)
def _open(database: URL) -> Iterator[None]:
    with opened(database):
        yield


def a_meeting(*, practice: bool = False) -> KeptMeeting:
    return save_meeting(builders.meeting(id=f"m{new_id().hex}"), practice=practice)


def agreed(version: int = 1, what: str = "Walk Ellie to school.") -> Agreed:
    made = draft(step(what)).agree(on=MEETING_DAY, code="CDFG-HJKM", version=version)
    return Agreed(made, AT, SAM.id, "" if version == 1 else "Tuesdays.")


def add(meeting_id: UUID, one: Agreed, key: str) -> Agreed:
    with writing() as session:
        return store.add(session, meeting_id, one, key)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE plan SET what_changed = 'x'",
        "UPDATE plan SET number = 7",
        "DELETE FROM plan",
    ],
)
def test_no_row_of_a_plan_is_ever_changed_or_taken_out(change: str) -> None:
    meeting_id = a_meeting().id
    add(meeting_id, agreed(), "k")
    with pytest.raises(DBAPIError, match="never changed"), writing() as session:
        session.execute(text(change))
    with reading() as session:
        assert store.latest(session, meeting_id) == agreed()


def test_a_practice_meeting_that_goes_takes_its_plans_along() -> None:
    kept = a_meeting(practice=True)
    add(kept.id, agreed(), "k")
    with writing() as session:
        meetings.remove_practice(session, kept.id)
    with reading() as session:
        assert store.list_of(session, kept.id) == ()


def test_one_press_that_comes_many_times_at_once_makes_one_version(database: URL) -> None:
    meeting_id = a_meeting().id

    def press(session: Session, _: int) -> str:
        return store.add(session, meeting_id, agreed(), "k").sha256

    assert set(at_once(database, AT_ONCE, press)) == {agreed().sha256}
    with reading() as session:
        assert len(store.list_of(session, meeting_id)) == 1


def test_of_several_who_agree_the_next_at_once_all_but_one_hear_of_it(database: URL) -> None:
    meeting_id = a_meeting().id
    add(meeting_id, agreed(), "k")

    def press(session: Session, number: int) -> str:
        try:
            return store.add(session, meeting_id, agreed(2, f"Step {number}."), f"k{number}").sha256
        except Refusal as refusal:
            return str(refusal)

    outcomes = at_once(database, AT_ONCE, press)
    told = [one for one in outcomes if one.startswith("Plan 2 can't follow plan 2.")]
    assert len(told) == AT_ONCE - 1
    with reading() as session:
        assert [one.number for one in store.list_of(session, meeting_id)] == [1, 2]
