"""A record on its way into the database and out of it again."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from sqlalchemy import event, text

from facilitator import exchange, record
from facilitator.agenda.shipped import find_file
from facilitator.canonical import thaw
from facilitator.contributions import Change
from facilitator.contributions import store as contributions
from facilitator.database import db, reading, writing
from facilitator.exchange.keeping import (
    LEFT_BEHIND,
    Arrival,
    Reception,
    bring_in,
    plan_of_kept,
    recorded_of,
    take_out,
)
from facilitator.kinds import KINDS
from facilitator.meetings import store as meetings
from facilitator.record import Record, read
from facilitator.refusals import Refusal
from facilitator.walk import Happening, What
from facilitator.walk import store as walk
from tests import builders
from tests.kept import JO, KIT, NOW, SAM, counted, two_teams
from tests.records import CAMPBELL, RECORDINGS, ROOT, records

SECRET = "What nobody should have written down."  # noqa: S105 - a family's, not ours


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path) -> Iterator[None]:
    with two_teams(tmp_path):
        yield


def campbell(**changes: Any) -> Record:
    document = json.loads(CAMPBELL.read_bytes())
    return Record(document | changes)


def brought_in(one: Record, **known: Any) -> Arrival:
    with writing() as session:
        return bring_in(session, one, Reception(**{"owner": SAM, "at": NOW, **known}))


def taken_out(arrival: Arrival) -> Record:
    with reading() as session:
        return take_out(session, arrival.kept.id)


@contextmanager
def listening(hear: Callable[..., None]) -> Iterator[None]:
    """Tell of each statement before it goes to the database."""
    event.listen(db.engine, "before_cursor_execute", hear)
    try:
        yield
    finally:
        event.remove(db.engine, "before_cursor_execute", hear)


def counts() -> dict[str, int]:
    """How many rows each table holds."""
    with reading() as session:
        names = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
        return {
            name: session.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0  # noqa: S608
            for name in names
        }


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_a_recording_comes_in_and_goes_out_the_same(path: Path) -> None:
    came = read(path.read_bytes(), path.name)
    document = json.loads(path.read_bytes())
    had_words = bool((document["private"] or {}).pop("record", None))
    arrival = brought_in(came)
    assert record.write(taken_out(arrival)) == record.write(Record(document))
    assert arrival.to_tell == ((LEFT_BEHIND,) if had_words else ())
    assert arrival.kept.private_time_was_written is had_words


@settings(max_examples=20)
@given(records())
def test_any_record_comes_in_and_goes_out_the_same(
    tmp_path_factory: pytest.TempPathFactory, document: dict[str, Any]
) -> None:
    came = Record(document)
    with two_teams(tmp_path_factory.mktemp("kept")):
        arrival = brought_in(came)
        out = taken_out(arrival)
        with reading() as session:
            recorded = recorded_of(session, arrival.kept)
    if document["private"] and document["private"].get("record"):
        document["private"].pop("record")
    assert out == Record(document)
    assert recorded == exchange.of_record(came)


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_the_plan_of_a_kept_meeting_is_the_very_plan_of_its_record(path: Path) -> None:
    came = read(path.read_bytes(), path.name)
    arrival = brought_in(came)
    with reading() as session:
        plan = plan_of_kept(arrival.kept, recorded_of(session, arrival.kept))
    assert plan == exchange.plan_of(came, exchange.draft_of(came))


def test_words_of_private_time_are_in_no_file_and_the_fact_is_kept(tmp_path: Path) -> None:
    private = {"facilitator_present": False, "who_extra": [], "record": SECRET}
    arrival = brought_in(campbell(private=private))
    assert arrival.to_tell == (LEFT_BEHIND,)
    with reading() as session:
        assert meetings.load(session, arrival.kept.id).private_time_was_written
    assert not [
        one for one in tmp_path.rglob("*") if one.is_file() and SECRET.encode() in one.read_bytes()
    ]


def test_the_same_record_does_not_come_in_twice_and_the_remedy_is_said() -> None:
    first = brought_in(campbell())
    before = counts()
    for owner in (SAM, KIT):
        with pytest.raises(Refusal, match=str(first.kept.id)):
            brought_in(campbell(title="Another"), owner=owner)
    assert counts() == before
    assert brought_in(campbell(), owner=JO).kept.team_id == JO.team_id


def test_each_of_a_team_has_a_practice_meeting_of_their_own_beside_the_real_one() -> None:
    kept = [
        brought_in(campbell(), owner=owner, practice=practice).kept
        for owner, practice in ((SAM, False), (SAM, True), (KIT, True))
    ]
    assert [one.practice for one in kept] == [False, True, True]
    with pytest.raises(Refusal):
        brought_in(campbell(), practice=True)


def test_an_import_that_fails_at_any_step_leaves_nothing_behind() -> None:
    before = counts()
    steps = 1
    while not brought_in_but_for(steps):
        assert counts() == before
        steps += 1
    assert steps > 10
    assert counts() != before


def brought_in_but_for(step: int) -> bool:
    """Whether the import came through, where its statement of that number fails."""
    seen = 0

    def fail(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == step:
            raise OSError

    try:
        with listening(fail), writing() as session:
            bring_in(session, campbell(), Reception(owner=SAM, at=NOW))
    except OSError:
        return False
    return True


def test_a_whole_meeting_takes_as_many_questions_as_a_poor_one() -> None:
    asked = {}
    for path in RECORDINGS:
        arrival = brought_in(read(path.read_bytes(), path.name))
        with reading() as session, counted() as queries:
            take_out(session, arrival.kept.id)
        asked[path.stem] = len(queries)
    assert set(asked.values()) == {10}


def test_a_meeting_keeps_the_agenda_of_its_kind_as_it_is_today() -> None:
    toml = find_file("family_group_conference")
    assert toml == (ROOT / "agendas" / "family_group_conference.toml").read_bytes()
    arrival = brought_in(campbell(), agenda=toml)
    with reading() as session:
        assert meetings.find_agenda(session, arrival.kept.id) == toml
    assert find_file("team_circle") is None


def test_a_meeting_that_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(Refusal, match="There is no such meeting"), reading() as session:
        take_out(session, SAM.id)


def test_all_that_was_kept_while_leading_goes_out_finished_or_not() -> None:
    arrival = brought_in(campbell())
    meeting_id = arrival.kept.id
    lines = [
        builders.said(kind.key, words, id=f"l{number}{len(words)}", by=by)
        for number, kind in enumerate(KINDS.values())
        for words, by in (("", "grace"), (f"{kind.key} words.", ""))
    ]
    own = Happening(
        what=What.OWN_QUESTION, about="own-1f", words="Why?", key="q", at=NOW, typed_by=SAM.id
    )
    everyone = exchange.of_record(campbell()).people
    with writing() as session:
        walk.add(session, meeting_id, own)
        for one in lines:
            change = Change(said=one, key=one.id, based_on=0, typed_by=SAM.id, at=NOW)
            contributions.save(session, meeting_id, change, everyone)
    document: Any = thaw(taken_out(arrival).document)
    assert document["meeting"]["own_questions"] == [{"id": "own-1f", "words": "Why?"}]
    written = json.dumps(document)
    assert [kind for kind in KINDS if f"{kind} words." not in written] == []
    with writing() as session:
        again = bring_in(session, Record(document), Reception(owner=JO, at=NOW))
    assert taken_out(again) == Record(document)
