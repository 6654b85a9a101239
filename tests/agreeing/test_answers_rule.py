"""Nobody answers for another, and a child is never asked for a yes (N19)."""

from dataclasses import replace
from datetime import date

import pytest

from facilitator.agreeing.answers_rule import (
    AskedAnswer,
    is_asked,
    is_waited_for,
    who_carries,
    why_not,
)
from facilitator.people import Attendance, Person, Role
from tests.builders import MEETING_DAY, people
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA, SAM

KHAN = Person(id="khan", name="Ms Khan", called="Ms Khan", role=Role.INTERPRETER)
ADA = Person(id="ada", name="Ada Obi", called="Ada", role=Role.ADVOCATE)
ALL = people(MUM, ELLIE, NAN, SAM, PRIYA, DEAN, KHAN, ADA)


def places(**asked: object) -> list[str]:
    whole = {"by": "nan", "agrees": "yes", "on": MEETING_DAY, **asked}
    return [one.place for one in why_not(AskedAnswer(**whole), ALL)]  # type: ignore[arg-type]


def test_a_grown_up_who_says_yes_partly_or_no_is_heard() -> None:
    assert [places(agrees=one) for one in ("yes", "partly", "no")] == [[], [], []]


@pytest.mark.parametrize("other", ["mum", "ellie", "sam", "priya", "nobody"])
def test_nobody_answers_for_somebody_else(other: str) -> None:
    assert places(through=other) == ["through"]


@pytest.mark.parametrize("carrier", ["khan", "ada", "nan", ""])
def test_an_interpreter_or_an_advocate_may_carry_the_words(carrier: str) -> None:
    assert places(through=carrier) == []


def test_a_carrier_who_was_kept_out_carries_nothing() -> None:
    gone = people(NAN, replace(KHAN, attended=Attendance.EXCLUDED))
    asked = AskedAnswer(by="nan", agrees="yes", through="khan")
    assert [one.place for one in why_not(asked, gone)] == ["through"]
    assert who_carries(gone) == ()


def test_who_wants_to_think_says_by_which_day() -> None:
    assert places(agrees="later") == ["answer_by"]
    assert places(agrees="later", answer_by=date(2027, 3, 12)) == []


def test_a_day_that_is_over_is_no_day_to_answer() -> None:
    assert places(agrees="later", answer_by=date(2027, 3, 5)) == ["answer_by"]


@pytest.mark.parametrize("agrees", ["", "not_yet", "perhaps"])
def test_an_answer_is_one_of_four(agrees: str) -> None:
    assert places(agrees=agrees) == ["agrees"]


@pytest.mark.parametrize("agrees", ["yes", "partly", "no", "later"])
def test_a_child_is_never_asked_for_a_yes_or_a_no(agrees: str) -> None:
    assert places(by="ellie", agrees=agrees, words="I like it.") == ["agrees"]


def test_a_child_says_what_they_think_in_words() -> None:
    assert places(by="ellie", agrees="", words="I like it.") == []
    assert places(by="ellie", agrees="", words="  ") == ["words"]


@pytest.mark.parametrize("by", ["priya", "khan", "ada", "stranger"])
def test_workers_and_those_who_carry_words_have_no_answer_of_their_own(by: str) -> None:
    assert places(by=by) == [""]


def test_whoever_was_kept_out_is_not_asked() -> None:
    assert not is_asked(replace(DEAN, attended=Attendance.EXCLUDED))


def test_an_answer_is_missing_only_of_those_who_were_there() -> None:
    assert is_waited_for(NAN)
    assert is_asked(DEAN)
    assert not is_waited_for(DEAN)
    assert is_asked(SAM)
    assert not is_waited_for(SAM)
