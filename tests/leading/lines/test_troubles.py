"""A full disk and a busy database while somebody types: a sentence, and every word kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from facilitator.database import db, troubles
from facilitator.database.troubles import NotKept, keeping
from tests.leading.in_a_meeting import Led, line_of, wrongs
from tests.web import an_app


def an_error(code: int, words: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


@contextmanager
def no_room(led: Led) -> Iterator[None]:
    """The database can't grow by a single page."""
    with led.app.app_context():
        engine = db.engine

    def set_limit(connection: sqlite3.Connection, *_: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(engine, "connect", set_limit)
    engine.dispose()
    try:
        yield
    finally:
        event.remove(engine, "connect", set_limit)
        engine.dispose()


@pytest.fixture
def led() -> Led:
    return Led(an_app())


LONG = "She sings to him every night, in her own words. " * 100


def fill(led: Led) -> int:
    """Keep lines until there is no room; how many were acknowledged."""
    for number in range(200):
        answer = led.keep(f"fill-{number}", words=LONG)
        if answer.status_code != 200:
            assert answer.status_code == 507
            return number
    raise AssertionError("The disk was never full.")


def test_a_full_disk_is_said_and_loses_nothing_that_was_acknowledged(led: Led) -> None:
    with no_room(led):
        kept = fill(led)
        answer = led.keep("last", words=LONG)
        assert answer.status_code == 507
        assert wrongs(answer) == [
            "This could not be kept: the disk is full, or it can't be written to."
        ]
        assert sum(one["words"] == LONG for one in led.lines()) == kept
    assert line_of(led.keep("last", words=LONG))["words"] == LONG


def test_a_full_disk_gives_a_plain_form_back_with_every_word(led: Led) -> None:
    with no_room(led):
        fill(led)
        typed = {"words": LONG, "by": ["grace", "bev"], "kind": "need", "key": "a", "ref": "l1"}
        answer = led.send("lines", **typed)
        page = answer.get_data(as_text=True)
        assert answer.status_code == 507
        assert "the disk is full" in page
        assert LONG in page
        assert page.count('name="by"') == 2
        assert 'name="kind" value="need"' in page
    sent_again = led.send("lines", **typed)
    assert sent_again.status_code == 303
    assert led.line("l1")["words"] == LONG


def test_a_full_disk_gives_a_question_of_ones_own_back_too(led: Led) -> None:
    with no_room(led):
        fill(led)
        answer = led.send("walk", what="own_question", words=LONG, key="q")
        assert answer.status_code == 507
        assert LONG in answer.get_data(as_text=True)


def test_a_database_that_somebody_else_holds_is_said_to_be_busy(
    led: Led, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def held() -> Iterator[None]:
        raise OperationalError("BEGIN", {}, an_error(5, "database is locked"))
        yield

    monkeypatch.setattr(troubles, "writing", held)
    answer = led.keep("busy")
    assert answer.status_code == 503
    assert wrongs(answer) == ["This could not be kept: the database is busy."]
    assert led.happens("went", "REL-1b").status_code == 503


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (an_error(13, "database or disk is full"), 507),
        (an_error(10, "disk I/O error"), 507),
        (an_error(778, "disk I/O error"), 507),  # SQLITE_IOERR_WRITE, an extended code of 10
        (an_error(8, "attempt to write a readonly database"), 507),
        (an_error(5, "database is locked"), 503),
        (an_error(261, "database is locked"), 503),
    ],
)
def test_each_trouble_of_the_disk_has_its_own_answer(
    monkeypatch: pytest.MonkeyPatch, error: sqlite3.OperationalError, status: int
) -> None:
    @contextmanager
    def broken() -> Iterator[None]:
        raise OperationalError("INSERT", {}, error)
        yield

    monkeypatch.setattr(troubles, "writing", broken)
    with pytest.raises(NotKept) as caught, keeping():
        pass
    assert caught.value.status == status


def test_a_turn_that_never_comes_is_busy_too(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def never() -> Iterator[None]:
        raise TimeoutError
        yield

    monkeypatch.setattr(troubles, "writing", never)
    with pytest.raises(NotKept) as caught, keeping():
        pass
    assert caught.value.status == 503


def test_a_fault_of_our_own_is_no_trouble_of_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def faulty() -> Iterator[None]:
        raise OperationalError("SELECT", {}, an_error(1, "no such table: line"))
        yield

    monkeypatch.setattr(troubles, "writing", faulty)
    with pytest.raises(OperationalError), keeping():
        pass
