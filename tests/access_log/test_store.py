"""The log in the database: it grows, and what a hand does to it in the file is found."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from facilitator import access_log
from facilitator.access_log import Act, Because, Entry, What, checking
from facilitator.access_log import store as log
from facilitator.database import db, reading, writing
from tests.access_log.chains import AT
from tests.access_log.kept_log import FAMILY, OTHER, mark_now, note, problems
from tests.kept import counted, two_teams


@pytest.fixture(autouse=True)
def _laptop(tmp_path: Path) -> Iterator[None]:
    with two_teams(tmp_path):
        yield


def test_the_log_comes_back_as_it_was_written() -> None:
    made = [note(), note(None), note(OTHER)]
    with reading() as session:
        assert list(log.walk(session)) == made
        assert access_log.head(session).number == 3
    assert problems(mark_now()) == []


def test_an_empty_log_has_no_mark() -> None:
    with reading() as session:
        assert access_log.mark(session) == ""
        assert access_log.head(session).number == 0
    assert problems() == []


def test_an_entry_goes_with_the_transaction_that_it_stands_in() -> None:
    with suppress(KeyError), writing() as session:
        access_log.note(session, Act.VIEW, at=AT, what=What.PLAN)
        raise KeyError
    assert note().number == 1


def test_a_moment_without_its_zone_and_an_unknown_key_are_refused() -> None:
    with writing() as session:
        with pytest.raises(ValueError, match="no time zone"):
            access_log.note(session, Act.VIEW, at=AT.replace(tzinfo=None), what=What.PLAN)
        with pytest.raises(ValueError, match="gossip"):
            access_log.note(session, Act.VIEW, at=AT, what="gossip")  # type: ignore[arg-type]
        assert log.count(session) == 0


def test_a_family_finds_its_own_entries_in_one_question_the_newest_first() -> None:
    for meeting_id in (FAMILY, OTHER, FAMILY, None):
        note(meeting_id)
    with reading() as session, counted() as asked:
        found = access_log.of_meeting(session, FAMILY)
    assert [one.number for one in found] == [3, 1]
    assert len(asked) == 1


def test_a_hand_in_the_file_is_found() -> None:
    for _ in range(5):
        note()
    mark = mark_now()
    with writing() as session:
        session.execute(text("DROP TRIGGER access_entry_is_never_changed"))
        session.execute(text("UPDATE access_entry SET because = 'law' WHERE number = 3"))
    assert problems() == ["Entry 3 is not what was written, or not after what it followed."]
    assert problems(mark) == problems()


def test_the_last_entries_are_missed_even_where_the_end_was_written_anew() -> None:
    for _ in range(5):
        note()
    mark = mark_now()
    with writing() as session:
        session.execute(text("DROP TRIGGER access_entry_is_never_taken_out"))
        session.execute(text("DELETE FROM access_entry WHERE number > 3"))
    assert problems() == ["Entries 4 to 5 are missing."]
    with writing() as session:
        session.execute(text("DELETE FROM access_head"))
    note()
    assert problems() == []
    assert problems(mark) == ["A mark tells of entry 5, and there is none."]


def test_what_is_older_than_a_moment_is_what_stands_before_the_first_since() -> None:
    """A clock that was set back in between lets nothing go too early."""
    for hours in (0, 5, 1, 6):
        note(at=AT + timedelta(hours=hours))
    with reading() as session:
        assert access_log.first_since(session, AT + timedelta(hours=4)) == 2
        assert access_log.first_since(session, AT + timedelta(hours=9)) == 5


def test_the_newest_entry_is_never_let_go_and_nothing_is_let_go_twice() -> None:
    for _ in range(3):
        note()
    with writing() as session:
        assert access_log.forget_before(session, 99, at=AT) == 2
        assert access_log.forget_before(session, 3, at=AT) == 0
    with reading() as session:
        assert [one.number for one in log.walk(session)] == [3, 4]
        told = list(log.walk(session))[-1]
    assert (told.act, told.because, told.many) == (Act.FORGET, Because.DAY_CAME, 2)
    assert problems() == []


def test_an_end_that_lies_about_what_was_let_go_is_found() -> None:
    for _ in range(5):
        note()
    with writing() as session:
        session.execute(
            text(
                "UPDATE access_head SET forgotten_number = 2, forgotten_seal = "
                "(SELECT seal FROM access_entry WHERE number = 2)"
            )
        )
        session.execute(text("DELETE FROM access_entry WHERE number <= 2"))
    assert problems() == ["The log begins after entry 2, and no entry says so."]


def test_a_check_goes_piece_by_piece_and_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "AT_A_TIME", 2)
    assert checking.check() == ()
    for _ in range(5):
        note()
    assert checking.check((mark_now(),)) == ()
    with writing() as session:
        session.execute(text("DROP TRIGGER access_entry_is_never_changed"))
        session.execute(text("UPDATE access_entry SET many = 7 WHERE number IN (2, 5)"))
    assert [one.place for one in checking.check()] == ["log 2", "log 5"]


def test_a_check_during_which_entries_are_let_go_begins_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checking, "AT_A_TIME", 2)
    for _ in range(6):
        note()
    let_go: list[int] = []

    def walk(*asked: Any) -> Iterator[Entry]:
        if not let_go:
            let_go.append(5)
            with_another_hand(5)
        return log_walk(*asked)

    def with_another_hand(number: int) -> None:
        db.session.rollback()
        db.session.info.clear()
        with writing() as session:
            access_log.forget_before(session, number, at=AT)
        db.session.info["facilitator_mode"] = "reading"

    log_walk = log.walk
    monkeypatch.setattr(log, "walk", walk)
    assert checking.check() == ()
    assert let_go == [5]
