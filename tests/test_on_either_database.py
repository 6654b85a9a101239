"""A laptop's file and a team's server do the same: the steps, the yeses, the register of copies.

Plans have tests of their own: ``tests/plans/test_never_changed.py``.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import URL, text
from sqlalchemy.exc import IntegrityError

from facilitator.agreeing import Sounds
from facilitator.agreeing import store as agreeing
from facilitator.copies import Handed, LookedAt, OtherWords, ReleaseRule, Withdrawal, Yes
from facilitator.copies import store as copies
from facilitator.copies.rules import About
from facilitator.database import Session, new_id, opened, reading, url_of, writing
from facilitator.database.engine import engine_for
from facilitator.migrations import stepping
from facilitator.refusals import Refusal
from facilitator.releasing import store as releasing
from tests import builders
from tests.at_once import at_once
from tests.kept import NOW, SAM, save_meeting
from tests.postgresql import EITHER, a_team_server, either

AT_ONCE = 6
TODAY = NOW.date()


@pytest.fixture(scope="module", params=EITHER)
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[URL]:
    """The address of a database that our own steps made, with Sam in it."""
    with either(request.param, tmp_path_factory.mktemp("laptop") / "data") as url:
        yield url


@pytest.fixture
def meeting_id(database: URL) -> Iterator[UUID]:
    """A meeting of Sam's, in that database."""
    with opened(database):
        yield save_meeting(builders.meeting(id=f"m{new_id().hex}")).id


def sounds(key: str = "k") -> Sounds:
    return Sounds(ref="a1", number=1, heard="f", by="nan", key=key, at=NOW, typed_by=SAM.id)


def handed(**known: Any) -> Handed:
    return builders.handed(**{"at": NOW, "user_id": SAM.id, **known})


def yes() -> Yes:
    rule = ReleaseRule(About.COPY, "Mum gets the whole plan. نعم")
    return Yes(id=new_id(), reader="mum", rules=(rule,), at=NOW, typed_by=SAM.id, name="Ms Hart")


def other_words() -> OtherWords:
    return OtherWords(
        id=new_id(),
        line="a1",
        reader="sam",
        words="Somebody fetches you.",
        by="nan",
        in_place_of="f",
        at=NOW,
        user_id=SAM.id,
    )


def looked_at() -> LookedAt:
    return LookedAt(fingerprint="f", version=1, reader="sam", at=NOW, user_id=SAM.id)


def withdrawal() -> Withdrawal:
    return Withdrawal(id=new_id(), by="nan", at=NOW, user_id=SAM.id, readers=("priya",))


def test_one_word_that_comes_many_times_at_once_is_kept_once(
    database: URL, meeting_id: UUID
) -> None:
    kept = at_once(database, AT_ONCE, lambda s, _: agreeing.sounds_right(s, meeting_id, sounds()))
    assert Counter(kept) == {True: 1, False: AT_ONCE - 1}
    with reading() as session:
        assert agreeing.load(session, meeting_id) == (sounds(),)


def test_several_who_speak_at_once_are_all_kept_one_after_the_other(
    database: URL, meeting_id: UUID
) -> None:
    at_once(database, AT_ONCE, lambda s, n: agreeing.sounds_right(s, meeting_id, sounds(f"k{n}")))
    with reading() as session:
        assert {one.key for one in agreeing.load(session, meeting_id)} == {
            f"k{n}" for n in range(AT_ONCE)
        }
        numbers = session.execute(
            text("select sequence from sounds where meeting_id = :id order by sequence"),
            {"id": _as_kept(session, meeting_id)},
        )
        assert numbers.scalars().all() == list(range(1, AT_ONCE + 1))


def test_no_second_row_of_one_key_gets_in_by_a_way_of_its_own(meeting_id: UUID) -> None:
    with writing() as session:
        agreeing.sounds_right(session, meeting_id, sounds())
    row = {**vars(sounds()), "id": new_id(), "meeting_id": meeting_id, "sequence": 2}
    with pytest.raises(IntegrityError), writing() as session:
        session.add(agreeing.SoundsRow(**row))


def test_one_row_of_the_register_that_is_written_twice_at_once_is_one(
    database: URL, meeting_id: UUID
) -> None:
    row = handed()
    at_once(database, AT_ONCE, lambda s, _: copies.hand_over(s, meeting_id, row, TODAY))
    with reading() as session:
        assert copies.list_of(session, meeting_id) == (row,)


def test_one_press_for_many_copies_that_comes_many_times_at_once_writes_each_once(
    database: URL, meeting_id: UUID
) -> None:
    rows = tuple(handed(person=one) for one in ("mum", "nan", "sam"))
    at_once(database, AT_ONCE, lambda s, _: copies.hand_over_all(s, meeting_id, rows, TODAY))
    with reading() as session:
        assert copies.list_of(session, meeting_id) == rows


def test_a_row_of_another_meeting_is_refused_and_stays_as_it_is(meeting_id: UUID) -> None:
    row = handed()
    with writing() as session:
        copies.hand_over(session, meeting_id, row, TODAY)
    other = save_meeting(builders.meeting(id=f"m{new_id().hex}")).id
    for write in (
        lambda s: copies.hand_over(s, other, row, TODAY),
        lambda s: copies.hand_over_all(s, other, (handed(), row), TODAY),
    ):
        with pytest.raises(Refusal, match="no such row"), writing() as session:
            write(session)
    with reading() as session:
        assert copies.list_of(session, meeting_id) == (row,)
        assert copies.list_of(session, other) == ()


def test_a_copy_comes_back_once_however_often_it_is_said(database: URL, meeting_id: UUID) -> None:
    row = handed()
    with writing() as session:
        copies.hand_over(session, meeting_id, row, TODAY)
        copies.came_back(session, meeting_id, row.id, NOW)
    later = NOW + timedelta(hours=1)
    at_once(database, AT_ONCE, lambda s, _: copies.came_back(s, meeting_id, row.id, later))
    with reading() as session:
        assert copies.list_of(session, meeting_id) == (replace(row, back_at=NOW),)


def test_a_yes_that_is_taken_back_twice_at_once_is_taken_back_once(
    database: URL, meeting_id: UUID
) -> None:
    taken = withdrawal()
    at_once(database, AT_ONCE, lambda s, _: copies.withdraw(s, meeting_id, taken))
    at_once(database, AT_ONCE, lambda s, n: _ended(s, meeting_id, taken.id, n))
    with reading() as session:
        (kept,) = copies.withdrawals(session, meeting_id)
    assert kept.ended_at is not None
    assert replace(kept, ended_at=None) == taken


def _ended(session: Session, meeting_id: UUID, withdrawal_id: UUID, number: int) -> None:
    at = NOW + timedelta(minutes=number)
    copies.end_withdrawal(session, meeting_id, withdrawal_id, at)


def test_what_comes_before_a_release_is_kept_once_each(database: URL, meeting_id: UUID) -> None:
    said, anew, looked = yes(), other_words(), looked_at()

    def everything(session: Session, _: int) -> None:
        releasing.say(session, meeting_id, said)
        releasing.say_anew(session, meeting_id, anew)
        releasing.looked(session, meeting_id, looked)
        releasing.ask(session, meeting_id, SAM.id, asked_by=SAM.id, at=NOW)

    at_once(database, AT_ONCE, everything)
    with reading() as session:
        assert releasing.yeses(session, meeting_id) == (said,)
        assert releasing.other_words(session, meeting_id) == (anew,)
        assert releasing.looked_at(session, meeting_id) == (looked,)
        assert releasing.asked(session, meeting_id) == SAM.id


def test_each_step_leads_on_from_the_one_before_with_the_rows_that_are_there() -> None:
    """On a team's server: a laptop's file is stepped in ``tests/test_migrations.py``."""
    with a_team_server() as config:
        url = url_of(config)
        for number in reversed(stepping.known()):
            with stepping.steps(url) as alembic:
                alembic.upgrade(number)
            assert stepping.standing(url) == number
            if number == "0001":
                _write(url, "insert into team (id, name) values (:id, 'Exe')")
        assert stepping.differences(url) == []
        engine = engine_for(url)
        with engine.connect() as connection:
            assert connection.execute(text("select name from team")).scalars().all() == ["Exe"]
        engine.dispose()


def _write(url: URL, words: str) -> None:
    engine = engine_for(url)
    with engine.execution_options(facilitator_writing=True).begin() as connection:
        connection.execute(text(words), {"id": new_id()})
    engine.dispose()


def _as_kept(session: Session, one: UUID) -> object:
    """An id as that database writes it."""
    return one.hex if session.get_bind().dialect.name == "sqlite" else one
