"""What is remembered of a meeting says nothing that its rows would not say now."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event, text

from facilitator.database import Session, db, new_id, reading, writing
from facilitator.meetings import store as meetings
from facilitator.people import store as people
from facilitator.releasing import opening, store
from facilitator.releasing.opening import Opened
from facilitator.releasing.remembering import Remembered
from tests.builders import kept_away
from tests.releasing.changes_of_a_meeting import CHANGES, changing
from tests.releasing.handing_over_day import Day, a_day

OF_NOTES = {"note"}  # The app says whether they changed, in a fingerprint.
OF_THE_DOOR = {"meeting"}  # It is read at the door each time, and held as a whole.
ENDS_IT = "meetings.remove_practice"


@pytest.fixture(scope="module")
def one_day() -> Day:
    """A practice day, which may be taken away."""
    return a_day(practice=True)


@pytest.fixture
def day() -> Day:
    return a_day()


def both(session: Session, day: Day) -> tuple[Opened, Opened]:
    """The meeting as it is remembered, and as its rows say it."""
    kept = meetings.load(session, day.meeting.id)
    return opening.opened_of(session, kept), opening.opened_anew(session, kept)


def make(day: Day, name: str, n: int) -> None:
    with writing() as session:
        CHANGES[name](session, meetings.load(session, day.meeting.id), n)


def test_every_store_function_that_changes_a_meeting_is_tried_here() -> None:
    assert sorted(CHANGES) == sorted(changing())


def test_whatever_a_store_changes_is_seen_at_once(one_day: Day) -> None:
    chance = random.Random(20270227)  # noqa: S311 - an order, no secret
    # What ends or takes away something needs something that is there.
    first = ("notes.keep", "copies.withdraw", "copies.hand_over")
    rest = [one for one in CHANGES if one not in {*first, ENDS_IT}]
    chance.shuffle(rest)
    with one_day.app.app_context():
        for n, name in enumerate([*first, *rest], 1):
            with reading() as session:
                both(session, one_day)  # It is remembered as it was before.
            if name == "notes.remove":
                make(one_day, "notes.keep", 1000 + n)
            make(one_day, name, n)
            with reading() as session:
                remembered, anew = both(session, one_day)
            assert remembered == anew, name
        make(one_day, ENDS_IT, 0)
        with reading() as session:
            assert meetings.find(session, one_day.meeting.id) is None


# Of each table: what writes a row of it, and what of that row is another one then. No row of a plan
# can be changed; the next version is a row more.
ONE_THING = {
    "person": ("people.save", "called = called || '!'"),
    "restriction": ("people.save", "rule = rule || '!'"),
    "hidden_item": ("people.save", "text = text || '!'"),
    "arrangement": ("people.save", "words = words || '!'"),
    "contribution": ("contributions.save", "sequence = -sequence"),
    "wording": ("contributions.save", "words = words || '!'"),
    "withdrawal": ("copies.withdraw", "words = words || '!'"),
    "release_yes": ("releasing.say", "name = name || '!'"),
    "looked_at": ("releasing.looked", "reader = reader || '!'"),
    "other_words": ("releasing.say_anew", "words = words || '!'"),
}


def test_each_table_of_the_mark_has_its_one_thing() -> None:
    assert {*ONE_THING, "plan"} == set(store.MARKED)


@pytest.mark.parametrize("table", ONE_THING)
def test_one_thing_that_is_another_in_one_table_alone_is_seen_at_once(day: Day, table: str) -> None:
    writes, another = ONE_THING[table]
    with day.app.app_context():
        make(day, writes, 1)
        with reading() as session:
            before, _ = both(session, day)
        with writing() as session:
            session.execute(text(f"UPDATE {table} SET {another}"))  # noqa: S608 - written above
        with reading() as session:
            remembered, anew = both(session, day)
    assert remembered == anew != before


def test_no_table_is_read_that_does_not_stand_in_the_mark(day: Day) -> None:
    read: set[str] = set()

    def look(action: int, table: str | None, *_: Any) -> int:
        if action == sqlite3.SQLITE_READ and table:
            read.add(table)
        return sqlite3.SQLITE_OK

    with day.app.app_context(), reading() as session:
        kept = meetings.load(session, day.meeting.id)
        driver: Any = session.connection().connection.dbapi_connection
        driver.set_authorizer(look)
        try:
            opening.opened_anew(session, kept)
        finally:
            driver.set_authorizer(None)
    names = {"user", "user_duty"}  # Whose names alone are told.
    assert read - names == set(store.MARKED) | OF_NOTES
    assert OF_THE_DOOR.isdisjoint(store.MARKED)


def keep_leon_away(day: Day) -> None:
    """A restriction is written, as another window would."""
    with day.app.app_context(), writing() as session:
        there = people.load(session, day.meeting.id)
        rule = kept_away("leon", protects=("charlene",), rule="No contact with Charlene.")
        safety = replace(there.safety, restrictions=(*there.safety.restrictions, rule))
        people.save(session, day.meeting.id, there.with_safety(safety))


def test_a_restriction_written_between_the_look_and_the_press_stops_the_copy(day: Day) -> None:
    assert "10 copies" in day.client.get(f"{day.address}/copies").text
    keep_leon_away(day)
    day.prints_everything()
    names = [row.name for row in day.register()]
    assert names
    assert "Uncle Leon" not in names


def test_a_restriction_written_after_the_press_stops_the_paper(day: Day) -> None:
    where = day.hands_over("leon")
    assert day.client.get(where).status_code == 200
    keep_leon_away(day)
    assert day.client.get(where).status_code == 409


def test_what_was_rolled_back_is_not_remembered(day: Day) -> None:
    before = day.opened()
    with day.app.app_context(), writing() as session:
        CHANGES["people.save"](session, day.meeting, 1)
        seen, anew = both(session, day)
        assert seen == anew != before
        session.rollback()
    assert day.opened() == before


@contextmanager
def told_to_the_database() -> Iterator[list[str]]:
    """Every statement meanwhile, the beginnings of transactions too."""
    told: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        told.append(statement)

    event.listen(db.engine, "before_cursor_execute", hear)
    try:
        yield told
    finally:
        event.remove(db.engine, "before_cursor_execute", hear)


def test_the_gate_is_read_in_the_very_transaction_that_writes_the_rows(day: Day) -> None:
    day.opened()
    with day.app.app_context(), told_to_the_database() as asked:
        day.prints_everything()
    begun = [at for at, one in enumerate(asked) if one.startswith("BEGIN")]
    marked = [at for at, one in enumerate(asked) if "FROM restriction" in one]
    (written,) = [at for at, one in enumerate(asked) if one.startswith("INSERT INTO handed_copy")]
    last = max(at for at in begun if at < written)
    assert asked[last] == "BEGIN IMMEDIATE"
    assert any(last < at < written for at in marked)


def test_only_so_many_meetings_are_remembered_and_the_longest_unused_goes_first() -> None:
    ids = [new_id() for _ in range(3)]
    known: Remembered[str, str] = Remembered(most=2)
    for one in ids[:2]:
        assert known.keep(one, "as it was", "open") == "open"
    assert known.find(ids[0], "as it was") == "open"
    known.keep(ids[2], "as it was", "open")
    assert known.find(ids[1], "as it was") is None
    assert known.find(ids[0], "as it was") == "open"
    assert known.find(ids[0], "as it is") is None
