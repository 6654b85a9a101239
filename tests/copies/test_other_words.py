"""One reader may hold the family's other words in place of a line; nobody else's copy changes."""

from dataclasses import replace
from typing import Any

import pytest

from facilitator.copies import Copy, OtherWords
from facilitator.copies.other_words import print_of
from facilitator.database import new_id
from facilitator.plans import Plan
from facilitator.refusals import Refusal
from tests.builders import hidden, people, plan, said, step
from tests.copies.at_the_gate import AT, OWNER, a_gate, with_yes

HIDING = people(hidden_items=(hidden("clinic at Moor House", "sam", "ellie_page"),))
DRIVE = step("Drive Mum to Moor House.", id="a1", who=("sam",), how_often="each Monday")


def anew(whole: Plan, words: str = "Drive Mum on Mondays.", **known: Any) -> OtherWords:
    line = known.pop("line", "a1")
    (there,) = (one for one in whole.lines if one.id == line)
    usual = {
        "id": new_id(),
        "line": line,
        "reader": "sam",
        "words": words,
        "by": "mum",
        "in_place_of": print_of(there),
        "at": AT,
        "user_id": OWNER,
    }
    return OtherWords(**{**usual, **known})


def lines_of(copy: Copy) -> list[str]:
    return [line.words for line in copy.plan.lines]


def test_the_readers_own_step_stands_in_other_words() -> None:
    whole = plan(DRIVE, of=HIDING)
    with pytest.raises(Refusal, match="their own step"):
        Copy.for_reader(whole, "sam")
    made = Copy.for_reader(whole, "sam", (anew(whole),))
    assert lines_of(made) == ["Drive Mum on Mondays."]
    assert made.plan.lines[0].fields.words("how_often") == "each Monday"
    assert b"Moor" not in made.canonical
    assert lines_of(Copy.for_reader(whole, "nan", (anew(whole),))) == ["Drive Mum to Moor House."]


def test_other_words_that_say_what_is_hidden_are_refused() -> None:
    whole = plan(DRIVE, of=HIDING)
    with pytest.raises(Refusal, match="their own step"):
        Copy.for_reader(whole, "sam", (anew(whole, "Drive Mum to moor-house."),))


def test_what_stands_beside_the_words_and_is_hidden_goes() -> None:
    line = step("Drive Mum.", id="a1", who=("sam",), how_often="each Monday, to Moor House")
    whole = plan(line, of=HIDING)
    made = Copy.for_reader(whole, "sam", (anew(whole),))
    assert "how_often" not in made.plan.lines[0].fields
    assert made.plan.lines[0].fields.day("start") == line.fields.day("start")


def test_they_are_nobodys_exact_words() -> None:
    line = said("need", "I need Sam at Moor House.", id="n1", by="mum", exact=True, lang="en")
    whole = plan(line, of=HIDING)
    words = anew(whole, "I need Sam with me.", line="n1")
    (held,) = Copy.for_reader(whole, "sam", (words,)).plan.lines
    assert (held.words, held.exact, held.rendering) == ("I need Sam with me.", None, None)


def test_they_stand_for_no_other_wording_of_the_line() -> None:
    words = anew(plan(DRIVE, of=HIDING))
    changed = plan(replace(DRIVE, words="Drive Mum home from Moor House."), of=HIDING)
    with pytest.raises(Refusal, match="their own step"):
        Copy.for_reader(changed, "sam", (words,))


def test_the_latest_ones_stand_and_empty_ones_take_them_back() -> None:
    whole = plan(DRIVE, of=HIDING)
    first, later = anew(whole), anew(whole, "Give Mum a lift.", at=AT.replace(hour=18))
    assert lines_of(Copy.for_reader(whole, "sam", (later, first))) == ["Give Mum a lift."]
    gone = anew(whole, "", at=AT.replace(hour=19))
    with pytest.raises(Refusal, match="their own step"):
        Copy.for_reader(whole, "sam", (first, later, gone))


def test_a_gap_about_the_line_says_nothing_to_that_reader() -> None:
    worry = said("worry", "Sam saw the bottles.", id="w1", by="priya")
    whole = plan(worry, of=people(hidden_items=(hidden("purple bottles", "sam"),)))
    assert any("bottles" in str(gap) for gap in Copy.for_reader(whole, "sam").plan.gaps)
    words = anew(whole, "Sam saw something.", line="w1")
    made = Copy.for_reader(whole, "sam", (words,))
    assert "bottles" not in made.canonical.decode()


def test_the_place_where_we_meet_again_can_stand_in_other_words() -> None:
    again = said("meet_again", place="Moor House", time="10:00", id="m1")
    whole = plan(again, of=HIDING)
    with pytest.raises(Refusal, match="meet again"):
        Copy.for_reader(whole, "sam")
    made = Copy.for_reader(whole, "sam", (anew(whole, "Ask Mum where.", line="m1"),))
    assert made.plan.lines[0].fields.words("place") == "Ask Mum where."


def test_the_check_tells_which_lines_stand_in_other_words() -> None:
    gate = a_gate(DRIVE, of=HIDING)
    words = anew(gate.plan)
    checked = replace(with_yes(gate), other_words=(words,)).check_of("sam")
    assert checked.anew == (words,)
    assert checked.not_seen == ()
    assert checked.problems == ()
