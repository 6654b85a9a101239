"""What an order stops is said before the day, and who would meet is said in red."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.people import Attendance, People
from facilitator.preparing.safety.same_room import (
    another_way,
    must_be_sorted,
    must_be_sorted_for,
    what_it_blocks,
)
from tests.builders import kept_away, meeting, people
from tests.people.cast import DEAN, ELLIE, MUM, NAN

DAY = meeting().held_on
COMING = replace(DEAN, attended=Attendance.IN_ROOM)
BOTH = "Dean must keep away from Mum, and both are to take part."


def with_order(*everyone: object, **known: object) -> People:
    return people(*everyone, restrictions=(kept_away("dean", **known),))  # type: ignore[arg-type]


@pytest.mark.parametrize("his", [Attendance.IN_ROOM, Attendance.BY_PHONE, Attendance.BY_VIDEO])
@pytest.mark.parametrize("hers", [Attendance.IN_ROOM, Attendance.BY_PHONE, Attendance.BY_VIDEO])
def test_two_who_must_keep_apart_can_share_no_room_and_no_call(
    his: Attendance, hers: Attendance
) -> None:
    there = with_order(replace(MUM, attended=hers), replace(DEAN, attended=his), NAN)
    assert must_be_sorted(there, DAY) == (BOTH,)


@pytest.mark.parametrize(
    "his", [Attendance.WROTE, Attendance.INVITED_ABSENT, Attendance.NOT_ATTENDING]
)
def test_whoever_is_not_there_meets_nobody(his: Attendance) -> None:
    assert must_be_sorted(with_order(MUM, replace(DEAN, attended=his)), DAY) == ()


def test_an_order_that_has_ended_stops_nothing_and_says_so() -> None:
    ended = with_order(MUM, COMING, until=DAY - timedelta(days=1))
    assert must_be_sorted(ended, DAY) == ()
    assert what_it_blocks(ended.safety.restrictions[0], ended, DAY) == (
        "It ended on Friday 5 March 2027, before the day of the meeting. It stops nothing then.",
    )
    assert another_way(ended.safety.restrictions[0], ended, DAY) == ""


def test_an_order_that_ends_on_the_day_still_counts() -> None:
    assert must_be_sorted(with_order(MUM, COMING, until=DAY), DAY) == (BOTH,)


def test_two_orders_about_the_same_two_are_said_once() -> None:
    orders = (kept_away("dean"), kept_away("dean", kind="bail"))
    assert must_be_sorted(people(MUM, COMING, restrictions=orders), DAY) == (BOTH,)


def test_a_child_sent_to_somebody_unsafe_is_said_in_red() -> None:
    sent = replace(ELLIE, safe_adults=("dean",))
    assert must_be_sorted(with_order(MUM, DEAN, sent, protects=("ellie",)), DAY) == (
        "Dean is one of Ellie's safe adults, and they must keep apart.",
    )


def test_each_page_says_what_is_about_that_person() -> None:
    there = with_order(MUM, COMING, NAN)
    assert must_be_sorted_for("mum", there, DAY) == (BOTH,)
    assert must_be_sorted_for("dean", there, DAY) == (BOTH,)
    assert must_be_sorted_for("nan", there, DAY) == ()


def test_everything_that_an_order_stops_is_said_in_words() -> None:
    there = with_order(MUM, ELLIE, COMING, protects=("mum", "ellie"))
    assert what_it_blocks(there.safety.restrictions[0], there, DAY) == (
        "Dean gets no copy of the plan.",
        "Dean is never in one room, on one call or in one list with Mum and Ellie.",
        "No invitation goes to Dean while Mum and Ellie come.",
        "No invitation that names Dean goes to Mum and Ellie.",
        "Dean can't be a safe adult of Ellie.",
    )
    assert another_way(there.safety.restrictions[0], there, DAY) == (
        "Dean can still have a say: at another time, in another place, with another worker."
    )


def test_an_order_that_begins_later_counts_already_and_says_so() -> None:
    there = with_order(MUM, COMING, since=date(2027, 4, 1))
    words = what_it_blocks(there.safety.restrictions[0], there, DAY)
    assert "It begins on Thursday 1 April 2027, and counts already: paper stays." in words
    assert "No invitation goes to Dean while Mum comes." in words
