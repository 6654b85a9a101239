"""How far a correction has come is read off the plans themselves."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from facilitator.one_person.correcting import Correction, Outcome, course_of
from facilitator.plans import Agreed
from tests.builders import plan, step
from tests.kept import NOW

ASKED = Correction(
    id=UUID(int=1),
    meeting_id=UUID(int=2),
    person="nan",
    asked="I said most days.",
    asked_on=date(2027, 3, 8),
    line="a1",
    about="",
    at_version=1,
    at=NOW,
    typed_by=UUID(int=3),
)
RIGHT = replace(ASKED, outcome=Outcome.PUT_RIGHT, reason="She said most days.", in_version=2)


def agreed(version: int, words: str, **known: Any) -> Agreed:
    made = replace(plan(step(words, id="a1", **known)), version=version)
    return Agreed(made, NOW, UUID(int=3), "Nan's days")


def test_as_long_as_no_plan_says_it_right_it_waits() -> None:
    course = course_of(RIGHT, [agreed(1, "Walk every day.")])
    assert (course.before, course.version, course.missed) == ("Walk every day.", None, False)
    assert not course.is_done


def test_the_first_plan_that_says_it_otherwise_puts_it_right_and_the_old_one_stays() -> None:
    course = course_of(
        RIGHT,
        [agreed(1, "Walk every day."), agreed(2, "Walk most days."), agreed(3, "Walk at times.")],
    )
    assert (course.before, course.after, course.version) == (
        "Walk every day.",
        "Walk most days.",
        2,
    )
    assert course.is_done


def test_a_plan_that_says_it_as_before_has_missed_it() -> None:
    course = course_of(RIGHT, [agreed(1, "Walk every day."), agreed(2, "Walk every day.")])
    assert course.missed
    assert not course.is_done


def test_another_day_puts_it_right_as_well_as_other_words() -> None:
    both = [agreed(1, "Walk."), agreed(2, "Walk.", start=date(2027, 4, 1))]
    course = course_of(RIGHT, both)
    assert course.version == 2
    assert course.change is not None
    assert [one.label for one in course.change.fields] == ["What day will it start?"]


def test_what_is_not_changed_or_stands_in_no_plan_is_done_once_it_is_answered() -> None:
    kept = [agreed(1, "Walk every day.")]
    assert not course_of(ASKED, kept).is_done
    assert course_of(replace(ASKED, outcome=Outcome.NOT_CHANGED), kept).is_done
    birthday = replace(RIGHT, line="", about="my birthday")
    assert course_of(birthday, kept).is_done
    assert course_of(birthday, kept).before == "my birthday"
