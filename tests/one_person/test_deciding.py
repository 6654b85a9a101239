"""Nothing flagged leaves without somebody's look, and what is hidden leaves by nobody's choice."""

from dataclasses import replace
from uuid import UUID

import pytest

from facilitator.one_person.deciding import Choice, Decision, given
from facilitator.one_person.fact import Fact, Flag, Group, Part
from facilitator.refusals import Refusal
from tests.kept import NOW

MINE = Fact(source="a", group=Group.WHO, label="Your name", words="Orla")
FLAGGED = Fact(
    source="b", group=Group.NAMED, label="Worry", words="Mum shouts.", flags=(Flag.SOMEBODY_ELSE,)
)
NEVER = Fact(source="c", group=Group.NAMED, label="Worry", words="The barn.", never=True)


def decided(fact: Fact, choice: Choice, words: str = "") -> dict[str, Decision]:
    one = Decision(fact=fact.key, choice=choice, why="", words=words, at=NOW, by=UUID(int=1))
    return {fact.key: one}


def test_no_file_is_made_while_one_flagged_fact_waits() -> None:
    with pytest.raises(Refusal, match="1 thing waits for your look"):
        given([MINE, FLAGGED], {})


def test_what_is_left_out_leaves_no_trace_and_what_is_given_stands_whole() -> None:
    without = given([MINE, FLAGGED], decided(FLAGGED, Choice.LEFT_OUT))
    assert without == given([MINE], {})
    whole = given([MINE, FLAGGED], decided(FLAGGED, Choice.GIVEN))
    assert [one.fact for one in whole] == [MINE, FLAGGED]


def test_a_part_of_it_stands_in_its_own_words() -> None:
    (_, part) = given([MINE, FLAGGED], decided(FLAGGED, Choice.IN_PART, "Somebody shouts."))
    assert part.words == "Somebody shouts."


def test_what_is_never_given_asks_nobody_and_is_in_no_file() -> None:
    assert given([MINE, NEVER], {}) == given([MINE], {})
    assert given([NEVER], decided(NEVER, Choice.GIVEN)) == ()


def test_another_word_in_a_fact_asks_again() -> None:
    before = decided(FLAGGED, Choice.GIVEN)
    with pytest.raises(Refusal):
        given([replace(FLAGGED, words="Mum shouts at Padraig.")], before)


def test_safety_and_notes_are_looked_at_apart_whoever_said_them() -> None:
    own = replace(FLAGGED, own=True)
    assert own.part is Part.SAID
    assert replace(own, flags=(Flag.SAFETY,)).part is Part.SAFETY
    assert replace(own, flags=(Flag.SAFETY, Flag.NOTE)).part is Part.NOTES
    assert replace(FLAGGED, in_copy=True).part is Part.COPY
