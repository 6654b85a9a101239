"""A child or a relative never interprets (N12)."""

from dataclasses import replace

import pytest

from facilitator.agreeing.readings_rule import AskedReading, why_not
from facilitator.people import Attendance, Person, Role
from tests.builders import people
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA, SAM

KHAN = Person(
    id="khan", name="A. Khan", called="Ms Khan", role=Role.INTERPRETER, relationship="Speak Devon"
)
AUNT = replace(KHAN, id="aunt", relationship="Mum's aunt")
YOUNG = replace(KHAN, id="young", age=17)
ALL = people(MUM, ELLIE, NAN, SAM, PRIYA, DEAN, KHAN, AUNT, YOUNG)


def wrongs(reader: str = "khan", *, language: str = "Urdu", **asked: str) -> list[str]:
    whole = {"to": "nan", "time": "16:10", **asked}
    asked_ = AskedReading(reader=reader, language=language, **whole)
    return [f"{one.place}: {one.wrong}" for one in why_not(asked_, ALL, "English")]


def test_an_independent_interpreter_may_read_it_out() -> None:
    assert wrongs() == []


@pytest.mark.parametrize("reader", ["mum", "dean", "sam", "priya", "aunt"])
def test_a_relative_a_friend_or_a_worker_is_no_interpreter(reader: str) -> None:
    (wrong,) = wrongs(reader)
    assert wrong.startswith("reader: ")


@pytest.mark.parametrize("reader", ["ellie", "young"])
@pytest.mark.parametrize("language", ["Urdu", "English"])
def test_a_child_carries_nobodys_words_in_any_language(reader: str, language: str) -> None:
    assert any("is a child" in one for one in wrongs(reader, language=language))


@pytest.mark.parametrize("reader", ["mum", "sam", "priya"])
def test_in_the_meetings_own_language_every_grown_up_may_read_it_out(reader: str) -> None:
    assert wrongs(reader, language=" english ") == []


def test_nobody_reads_it_to_themselves() -> None:
    assert wrongs("khan", to="khan") != []


def test_what_is_missing_is_said_at_its_box() -> None:
    found = wrongs("", language=" ", to="", time="")
    assert [one.split(":")[0] for one in found] == ["to", "language", "reader", "time"]


def test_whoever_was_kept_out_reads_nothing_and_is_read_nothing() -> None:
    gone = people(NAN, replace(KHAN, attended=Attendance.EXCLUDED))
    asked = AskedReading(to="nan", language="Urdu", reader="khan", time="16:10")
    assert [one.place for one in why_not(asked, gone, "English")] == ["reader"]
