"""The teams that a supervisor looks after: their own, and those that were given to them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.accounts import supervised
from facilitator.accounts.user import Duty
from facilitator.database import reading, writing
from tests.kept import ADA, EXE, JO, SAM, TAW, a_user, counted, two_teams


@pytest.fixture(autouse=True)
def _database(tmp_path: Path) -> Iterator[None]:
    with two_teams(tmp_path):
        yield


def given() -> None:
    with writing() as session:
        supervised.give(session, ADA.id, TAW.id)


def test_a_supervisor_looks_after_their_own_team_without_being_given_it() -> None:
    with reading() as session:
        assert supervised.teams_of(session, ADA) == {EXE.id}
        assert supervised.given_to(session, ADA.id) == ()


def test_a_team_that_was_given_stays_until_it_is_taken() -> None:
    given()
    given()  # The same again changes nothing.
    with counted() as asked, reading() as session:
        assert supervised.teams_of(session, ADA) == {EXE.id, TAW.id}
        assert len(asked) == 1
        assert supervised.list_given(session) == {ADA.id: (TAW,)}
    with writing() as session:
        supervised.take(session, ADA.id, TAW.id)
    with reading() as session:
        assert supervised.teams_of(session, ADA) == {EXE.id}


def test_without_the_duty_nobody_looks_after_any_team_whatever_was_given() -> None:
    given()
    no_more = a_user(4, "Ada", EXE, Duty.ADMINISTRATOR)
    with counted() as asked, reading() as session:
        for one in (no_more, SAM, JO):
            assert supervised.teams_of(session, one) == frozenset()
        assert asked == []
        assert supervised.given_to(session, ADA.id) == (TAW,)
