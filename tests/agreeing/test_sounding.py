"""Who says that a line sounds like them, and when they are asked again."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facilitator.agreeing import store
from facilitator.agreeing.sounding import Heard, Sounds, as_heard, heard
from facilitator.contributions import Contribution, Fields
from facilitator.database import new_id, reading, writing
from tests.builders import meeting, step
from tests.kept import NOW, SAM, save_meeting, two_teams

STEP = step("Ring Mum.")


def sounds(by: str = "nan", *, of: Contribution = STEP, **known: Any) -> Sounds:
    usual = {"number": 1, "heard": as_heard(of), "key": f"{by} {known}", "at": NOW}
    return Sounds(ref=of.id, by=by, typed_by=SAM.id, **{**usual, **known})


def changed(**fields: Any) -> Contribution:
    return replace(STEP, fields=Fields({**STEP.fields.values, **fields}))


def test_everybody_who_says_so_is_kept_in_the_order_in_which_they_said_it() -> None:
    assert heard(STEP, [sounds("nan"), sounds("mum")]) == Heard(now=("nan", "mum"))


def test_who_takes_it_away_again_says_so_no_longer() -> None:
    assert heard(STEP, [sounds("nan"), sounds("nan", is_so=False)]) == Heard()


@pytest.mark.parametrize(
    "new",
    [
        replace(STEP, words="Ring Mum and listen."),
        replace(STEP, lang="pl"),
        changed(who=("mum",)),
        changed(how_often="every night"),
        changed(start=date(2027, 4, 1)),
        changed(due=date(2027, 4, 1)),
        changed(checked_by="mum"),
    ],
)
def test_other_words_days_or_people_ask_again(new: Contribution) -> None:
    assert heard(new, [sounds("nan")]) == Heard(before=("nan",))


@pytest.mark.parametrize("beside", [{"links": ("w1",)}, {"page_one": True}, {"due": None}])
def test_what_nobody_hears_asks_nobody_again(beside: dict[str, Any]) -> None:
    assert heard(changed(**beside), [sounds("nan")]) == Heard(now=("nan",))


def test_what_was_said_of_one_line_is_said_of_no_other() -> None:
    assert heard(replace(STEP, id="other"), [sounds("nan")]) == Heard()


def test_what_was_said_is_kept_as_it_was_and_the_same_key_is_one(tmp_path: Path) -> None:
    with two_teams(tmp_path):
        kept, other = save_meeting(), save_meeting(meeting(id="other"))
        both = (sounds("nan"), sounds("mum", is_so=False))
        with writing() as session:
            assert [store.sounds_right(session, kept.id, one) for one in both] == [True, True]
            assert store.sounds_right(session, kept.id, both[0]) is False
            assert store.sounds_right(session, other.id, both[0]) is True
        with reading() as session:
            assert store.load(session, kept.id) == both
            assert store.load(session, other.id) == both[:1]
            assert store.load(session, new_id()) == ()
