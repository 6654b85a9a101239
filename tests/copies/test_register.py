"""No copy leaves without its row, and a yes that is taken back says who holds one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitator.copies import Handed, How, Withdrawal, held_by, older_than, to_ask_back
from facilitator.copies import store as register
from facilitator.database import new_id, reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.refusals import Refusal
from tests.builders import handed
from tests.kept import SAM, save_meeting, two_teams

TODAY = date(2027, 3, 6)
AT = datetime(2027, 3, 6, 16, 30, tzinfo=UTC)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptMeeting]:
    with two_teams(tmp_path):
        yield save_meeting()


def a_row(**known: Any) -> Handed:
    return handed(**{"at": AT, "user_id": SAM.id, **known})


def by_route(**known: Any) -> Handed:
    return a_row(
        **{"how": How.SAFE_ROUTE, "route": "Signal to 07700 900222", "asked_on": TODAY, **known}
    )


def hands(kept: KeptMeeting, *rows: Handed) -> None:
    with writing() as session:
        for row in rows:
            register.hand_over(session, kept.id, row, TODAY)


def rows_of(kept: KeptMeeting) -> tuple[Handed, ...]:
    with reading() as session:
        return register.list_of(session, kept.id)


def test_the_register_gives_back_what_was_written_in_its_order(kept: KeptMeeting) -> None:
    earlier_id = new_id()  # A form may have waited: the moment gives the order, not the id.
    later = by_route(id=earlier_id, person="sam", name="Sam", at=AT + timedelta(microseconds=1))
    rows = (a_row(), later)
    hands(kept, *reversed(rows))
    assert rows_of(kept) == rows
    with reading() as session:
        assert register.find(session, kept.id, rows[0].id) == rows[0]
        assert register.find(session, new_id(), rows[0].id) is None


def test_the_same_press_twice_is_one_row(kept: KeptMeeting) -> None:
    row = a_row()
    hands(kept, row, replace(row, name="Somebody else"))
    assert rows_of(kept) == (row,)
    with writing() as session:
        register.hand_over_all(session, kept.id, (row, by_route()), TODAY)
    assert len(rows_of(kept)) == 2


@pytest.mark.parametrize(
    ("known", "wrong"),
    [
        ({"route": " "}, "There is no safe route for Nan here."),
        ({"asked_on": None}, "Nan was not asked today"),
        ({"asked_on": TODAY - timedelta(days=1)}, "Nan was not asked today"),
    ],
)
def test_a_safe_route_is_asked_for_each_time(
    kept: KeptMeeting, known: dict[str, Any], wrong: str
) -> None:
    with pytest.raises(Refusal, match=wrong), writing() as session:
        register.hand_over(session, kept.id, by_route(**known), TODAY)
    with pytest.raises(Refusal, match=wrong), writing() as session:
        register.hand_over_all(session, kept.id, (a_row(), by_route(**known)), TODAY)
    assert rows_of(kept) == ()


def test_a_row_of_another_meeting_is_nobodys_here(kept: KeptMeeting) -> None:
    row = a_row()
    hands(kept, row)
    other = save_meeting(replace(kept.meeting, id="another"))
    with pytest.raises(Refusal, match="no such row"), writing() as session:
        register.hand_over(session, other.id, row, TODAY)
    with pytest.raises(Refusal, match="no such row"), writing() as session:
        register.hand_over_all(session, other.id, (row,), TODAY)
    with writing() as session:
        register.came_back(session, other.id, row.id, AT)
    assert rows_of(kept)[0].is_out


def test_what_came_back_is_out_no_more_and_keeps_its_first_moment(kept: KeptMeeting) -> None:
    row = a_row()
    hands(kept, row)
    for at in (AT, AT + timedelta(days=1)):
        with writing() as session:
            register.came_back(session, kept.id, row.id, at)
    assert rows_of(kept) == (replace(row, back_at=AT),)


def test_who_holds_what_is_told_newest_first_and_old_versions_are_named() -> None:
    first, second = a_row(), a_row(version=2, at=AT + timedelta(days=1))
    rows = (first, second, a_row(person="sam"), a_row(back_at=AT))
    assert held_by(rows, "nan") == (second, first)
    assert older_than(rows, 2) == (first, rows[2])


def test_a_yes_that_is_taken_back_is_kept_and_can_be_given_again(kept: KeptMeeting) -> None:
    off = Withdrawal(
        id=new_id(), by="mum", at=AT, user_id=SAM.id, readers=("nan", "sam"), words="No more."
    )
    with writing() as session:
        register.withdraw(session, kept.id, off)
        assert register.withdraw(session, kept.id, replace(off, words="again")) == off
    with reading() as session:
        assert register.withdrawals(session, kept.id) == (off,)
    with writing() as session:
        register.end_withdrawal(session, kept.id, off.id, AT + timedelta(days=2))
        register.end_withdrawal(session, kept.id, off.id, AT + timedelta(days=3))
    with reading() as session:
        (ended,) = register.withdrawals(session, kept.id)
    assert ended.ended_at == AT + timedelta(days=2)
    assert not ended.stops("nan")


def test_the_letters_go_to_whoever_holds_a_copy_that_it_speaks_of() -> None:
    rows = (a_row(), a_row(person="mum", name="Mum"), a_row(person="sam", back_at=AT))
    everybody = Withdrawal(id=new_id(), by="mum", at=AT, user_id=SAM.id)
    assert to_ask_back(everybody, rows) == (rows[0],)
    assert to_ask_back(replace(everybody, readers=("priya",)), rows) == ()
    assert to_ask_back(replace(everybody, ended_at=AT), rows) == (rows[0],)
