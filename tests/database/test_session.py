from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import DetachedInstanceError

from facilitator.database import Session, db, join, reading, writing
from facilitator.database.engine import sqlite_url
from facilitator.database.session import OnlyReads
from tests.database.lines import LineRow, lines_in


@pytest.fixture(autouse=True)
def lines(tmp_path: Path) -> Iterator[Path]:
    with lines_in(tmp_path / "session.sqlite3") as path:
        yield path


def words() -> list[str]:
    with reading() as session:
        return sorted(session.scalars(select(LineRow.words)))


def say(session: Session, *said: str) -> None:
    session.add_all([LineRow(words=one) for one in said])


def said_within(outer: Session, *said: str) -> Session:
    with writing() as session:
        say(session, *said)
    return outer


def said_and_broken(session: Session, *said: str) -> None:
    say(session, *said)
    session.flush()  # So that there is something to take back.
    raise ZeroDivisionError


def said_and_asked(session: Session) -> None:
    say(session, "hello")
    session.scalars(select(LineRow)).all()  # SQLAlchemy flushes before it asks.


def test_what_is_written_is_there_afterwards() -> None:
    with writing() as session:
        say(session, "hello")
    assert words() == ["hello"]


def test_nothing_is_written_where_anything_is_raised() -> None:
    with pytest.raises(ZeroDivisionError), writing() as session:
        said_and_broken(session, "hello")
    assert words() == []


def test_two_writings_one_in_the_other_are_all_or_nothing() -> None:
    with writing() as outer:
        say(outer, "kept")
        with writing() as inner:
            say(inner, "kept too")
            assert inner is outer
    with pytest.raises(ZeroDivisionError), writing(), writing() as inner:
        said_and_broken(inner, "lost")
    with pytest.raises(ZeroDivisionError), writing() as outer:
        said_and_broken(said_within(outer, "lost too"))
    assert words() == ["kept", "kept too"]


def test_a_writer_reads_what_it_has_just_written() -> None:
    with writing() as session:
        say(session, "hello")
        session.flush()  # The reading below is a query.
        assert words() == ["hello"]
        say(session, "goodbye")
    assert words() == ["goodbye", "hello"]


def test_a_broken_rule_takes_back_all_and_the_next_writer_is_not_hindered() -> None:
    with pytest.raises(IntegrityError), writing() as session:
        say(session, "twice", "twice")
    with writing() as session:
        say(session, "once")
    assert words() == ["once"]


def test_a_row_that_is_new_while_reading_is_refused() -> None:
    with pytest.raises(OnlyReads, match=r"LineRow.*database.writing"), reading() as session:
        say(session, "hello")
    assert words() == []


def test_a_row_that_is_changed_or_taken_away_while_reading_is_refused() -> None:
    with writing() as session:
        say(session, "hello")
    with pytest.raises(OnlyReads), reading() as session:
        session.scalars(select(LineRow)).one().words = "changed"
    with pytest.raises(OnlyReads), reading() as session:
        session.delete(session.scalars(select(LineRow)).one())
    assert words() == ["hello"]


def test_a_change_can_not_slip_out_through_a_query_while_reading() -> None:
    with pytest.raises(OnlyReads), reading() as session:
        said_and_asked(session)
    with pytest.raises(OperationalError, match="readonly"), reading() as session:
        session.execute(insert(LineRow).values(words="hello"))
    assert words() == []


def test_a_reading_leaves_nothing_behind_for_the_next_one() -> None:
    with pytest.raises(OnlyReads), reading() as session:
        say(session, "hello")
    assert words() == []
    with writing() as session:
        say(session, "goodbye")
    assert words() == ["goodbye"]


def test_nobody_begins_to_write_while_reading() -> None:
    with reading(), pytest.raises(RuntimeError, match="End the reading first"), writing():
        pass
    with writing() as session:
        say(session, "hello")
    assert words() == ["hello"]


def test_rows_can_be_read_afterwards_and_never_ask_the_database_again() -> None:
    written = LineRow(words="hello")
    with writing() as session:
        session.add(written)
    assert written.words == "hello"
    with reading() as session:
        row = session.scalars(select(LineRow)).one()
    assert row.words == "hello"
    with reading() as session:
        bare = session.scalars(select(LineRow).execution_options(populate_existing=True)).one()
        session.expire(bare)
    with pytest.raises(DetachedInstanceError):
        _ = bare.words


def test_a_transaction_ends_with_its_block() -> None:
    with reading() as session:
        session.scalars(select(LineRow)).all()
    assert not db.session.in_transaction()
    with writing() as session:
        say(session, "hello")
    assert not db.session.in_transaction()
    assert db.engine.pool.status().endswith("Current Checked out connections: 0")


def test_one_request_has_one_session_and_gives_it_back(lines: Path) -> None:
    app = Flask("requests")
    join(app, sqlite_url(lines))
    seen: list[Session] = []

    @app.post("/say")
    def said() -> str:
        with reading() as session:
            seen.append(session)
        with writing() as session:
            seen.append(session)
            say(session, f"line {len(seen)}")
        return ""

    client = app.test_client()
    assert [client.post("/say").status_code for _ in range(2)] == [200, 200]
    assert seen[0] is seen[1]
    assert seen[2] is not seen[0]
    assert words() == ["line 2", "line 4"]
    with app.app_context():
        assert db.engine.pool.status().endswith("Current Checked out connections: 0")
        db.engine.dispose()


def test_no_event_loop_is_started_at_the_end_of_a_request(lines: Path) -> None:
    app = Flask("no loop")
    join(app, sqlite_url(lines))
    names = {one.__name__ for one in app.teardown_appcontext_funcs}
    assert names == {"_close_sessions"}  # Where this fails, the library has changed: look again.
