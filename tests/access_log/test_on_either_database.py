"""The log on either database, made by our own steps: it grows, and nothing else happens to it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import URL, text
from sqlalchemy.exc import DBAPIError

from facilitator import access_log
from facilitator.access_log import Act, What
from facilitator.access_log import store as log
from facilitator.database import Session, opened, reading, writing
from tests.access_log.chains import AT
from tests.access_log.kept_log import mark_now, note, problems
from tests.at_once import at_once
from tests.postgresql import EITHER, either


@pytest.fixture(scope="module", params=EITHER)
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[URL]:
    """The address of a database that our own steps made."""
    with either(request.param, tmp_path_factory.mktemp("laptop") / "data") as url:
        yield url


def test_no_entry_is_changed_or_taken_out(database: URL) -> None:
    with opened(database):
        note()
        for change in (
            "UPDATE access_entry SET act = 'print'",
            "UPDATE access_entry SET seal = 'x' WHERE number = 1",
            "DELETE FROM access_entry",
            "DELETE FROM access_entry WHERE number = 1",
        ):
            with pytest.raises(DBAPIError, match="never"), writing() as session:
                session.execute(text(change))
        assert problems() == []


def test_many_at_once_make_one_line_without_a_gap(database: URL) -> None:
    with opened(database):
        before = note().number

    def one(session: Session, _: int) -> int:
        return access_log.note(session, Act.VIEW, at=AT, what=What.PLAN).number

    numbers = at_once(database, 6, one)
    with opened(database):
        assert sorted(numbers) == list(range(before + 1, before + 7))
        assert problems() == []


def test_old_entries_are_let_go_and_the_log_stays_whole(database: URL) -> None:
    with opened(database):
        for _ in range(4):
            note()
        mark, newest = mark_now(), note().number
        with writing() as session:
            gone = access_log.forget_before(session, newest, at=AT)
        assert gone == newest - 1
        assert problems(mark) == []
        with reading() as session:
            assert [one.act for one in log.walk(session)] == [Act.VIEW, Act.FORGET]
            assert log.beginning(session).number == newest - 1
