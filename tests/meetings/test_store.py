from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from facilitator.accounts.user import User
from facilitator.agenda.shipped import find_file
from facilitator.database import reading, writing
from facilitator.meetings import KeptMeeting, Meeting, PrivateTime, StageTime, door, store
from facilitator.refusals import Refusal
from tests.kept import ADA, JO, KIT, SAM, a_kept_meeting, counted, save_meeting, two_teams

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
days = st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31))
stages = st.builds(
    StageTime, stage=words, start=words, end=words, minutes=st.none() | st.integers(0, 10**6)
)
privates = st.builds(
    PrivateTime, facilitator_present=st.booleans(), who_extra=st.lists(words).map(tuple)
)
meetings = st.builds(
    Meeting,
    id=words,
    kind=words,
    title=words,
    held_on=st.dates(),
    start=words,
    end=words,
    place=words,
    zone=words,
    languages=st.lists(words, max_size=3).map(tuple),
    plan_given_on=days,
    stages=st.lists(stages, max_size=3).map(tuple),
    private=st.none() | privates,
)
kept_meetings = st.builds(
    KeptMeeting,
    id=st.uuids(),
    meeting=meetings,
    team_id=st.just(SAM.team_id),
    owner_id=st.just(SAM.id),
    practice=st.booleans(),
    plan_code=words,
    plan_version=st.none() | st.integers(1, 9),
    in_private_time=st.booleans(),
    private_time_was_written=st.booleans(),
)


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path) -> Iterator[None]:
    with two_teams(tmp_path):
        yield


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kept_meetings)
def test_a_meeting_comes_back_as_it_was_kept(kept: KeptMeeting) -> None:
    with writing() as session:
        store.save(session, kept)
        session.expunge_all()
        assert store.load(session, kept.id) == kept
        session.delete(session.get_one(store.MeetingRow, kept.id))


def test_a_meeting_that_is_kept_again_stands_in_place_of_itself() -> None:
    first = save_meeting()
    moved = replace(first, meeting=replace(first.meeting, place="The library"))
    with writing() as session:
        store.save(session, moved)
    with reading() as session:
        assert store.load(session, first.id) == moved
        assert door.list_for(session, SAM) == (moved,)


def test_a_stranger_id_is_found_nowhere() -> None:
    with reading() as session:
        assert store.find(session, UUID(int=99)) is None
        with pytest.raises(Refusal, match="There is no such meeting"):
            store.load(session, UUID(int=99))


def test_a_team_keeps_a_record_s_meeting_once_and_each_of_it_may_practise() -> None:
    save_meeting()
    save_meeting(owner=JO)
    save_meeting(practice=True)
    save_meeting(owner=KIT, practice=True)
    for again in (a_kept_meeting(owner=KIT), a_kept_meeting(practice=True)):
        with pytest.raises(IntegrityError), writing() as session:
            store.save(session, again)


def test_an_agenda_is_kept_byte_for_byte_beside_its_meeting() -> None:
    kept = save_meeting()
    toml = "format = 'x'\r\n# café \t\n".encode()
    with writing() as session:
        store.save_agenda(session, kept.id, toml)
    with reading() as session:
        assert store.find_agenda(session, kept.id) == toml
        assert store.find_agenda(session, UUID(int=99)) is None


@pytest.mark.parametrize(
    ("user", "real", "practice"),
    [
        (SAM, True, True),  # the owner
        (KIT, False, False),  # of the same team
        (JO, False, False),  # of another team
        (ADA, False, False),  # looks after accounts and quality, and reads no family's words
    ],
    ids=lambda one: getattr(one, "name", None),
)
def test_a_meeting_lets_in_the_facilitator_to_whom_it_belongs_and_nobody_else(
    user: User, *, real: bool, practice: bool
) -> None:
    meetings = {save_meeting().id: real, save_meeting(practice=True).id: practice}
    with reading() as session:
        found = {one: door.find(session, one, user) is not None for one in meetings}
        listed = {one.id for one in door.list_for(session, user)}
    assert found == meetings
    assert listed == {one for one, may in meetings.items() if may}


def test_nobody_comes_in_while_the_family_has_its_private_time() -> None:
    kept = save_meeting(in_private_time=True)
    with reading() as session:
        with pytest.raises(Refusal, match="The family has its private time now"):
            door.find(session, kept.id, SAM)
        assert door.find(session, kept.id, JO) is None  # To a stranger there is no meeting at all.


def test_the_list_has_the_newest_first_and_asks_once() -> None:
    ids = [save_meeting(replace(a_kept_meeting().meeting, id=f"r{at}")).id for at in range(5)]
    with reading() as session, counted() as asked:
        assert [one.id for one in door.list_for(session, SAM)] == ids[::-1]
    assert len(asked) == 1


def test_the_list_comes_in_parts_the_latest_day_first_and_says_how_many_there_are() -> None:
    days = [date(2027, 3, 5), date(2027, 3, 7), date(2027, 3, 6)]
    made = [
        save_meeting(replace(a_kept_meeting().meeting, id=f"r{at}", held_on=day))
        for at, day in enumerate(days)
    ]
    save_meeting(replace(made[0].meeting, id="r3"), owner=ADA)  # Who leads no meetings any more.
    in_order = (made[1], made[2], made[0])
    with reading() as session:
        assert door.count_for(session, SAM) == 3
        assert [door.count_for(session, one) for one in (KIT, JO, ADA)] == [0, 0, 0]
        assert door.list_for(session, ADA) == ()
        for first, many in ((0, 2), (1, 2), (2, 5), (3, 5)):
            listed = door.list_for(session, SAM, first=first, many=many)
            assert listed == in_order[first : first + many]


@pytest.mark.parametrize("kind", ["family_group_conference", "a kind that nobody ships"])
def test_a_meeting_that_brought_no_agenda_is_led_by_a_shipped_one(kind: str) -> None:
    kept = save_meeting(replace(a_kept_meeting().meeting, kind=kind))
    with reading() as session:
        assert store.load_agenda(session, kept).id == "family_group_conference"


def test_a_meeting_is_led_by_its_own_agenda_whatever_is_shipped_later() -> None:
    kept = save_meeting()
    shipped_now = find_file("family_group_conference")
    assert shipped_now is not None
    own = shipped_now.replace(b'name = "Family group conference"', b'name = "As it was then"')
    with writing() as session:
        store.save_agenda(session, kept.id, own)
    with reading() as session:
        assert store.load_agenda(session, kept).name == "As it was then"
