"""What a look asks, when it may be filed, and when it is final."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from facilitator.audits import shipped
from facilitator.audits.act_today import ActToday, closing_problems, told_problems
from facilitator.audits.look import (
    FIRST_LOOK,
    Answer,
    Depth,
    Look,
    Purpose,
    asked,
    why_not_filed,
    why_not_final,
)
from facilitator.audits.observed import FIVE, problems_of
from facilitator.audits.remarks import Remark, open_of
from facilitator.audits.rubric import Rubric

AT = datetime(2027, 3, 6, 10, tzinfo=UTC)
DAY = date(2027, 3, 6)
ME = UUID(int=1)


def a_look(*answers: Answer) -> Look:
    return Look(
        id=UUID(int=2),
        meeting_id=UUID(int=3),
        version=1,
        team_id=UUID(int=4),
        facilitator_id=UUID(int=5),
        plan_on=DAY,
        rater_id=ME,
        purpose=Purpose.FIRST,
        depth=Depth.FIRST_LOOK,
        began_at=AT,
        answers=answers,
    )


def a_remark(criterion: str = "Q1") -> Remark:
    look = UUID(int=2)
    return Remark(id=UUID(int=9), look_id=look, criterion=criterion, words="Hm.", by=ME, at=AT)


def a_note(**known: object) -> ActToday:
    usual = {"id": UUID(int=7), "meeting_id": ME, "team_id": ME, "seen": "Alone at night."}
    return ActToday(**{**usual, "by": ME, "at": AT, **known})  # type: ignore[arg-type]


def test_a_first_look_asks_six_and_a_full_audit_the_whole_rubric() -> None:
    assert tuple(one.id for one in asked(Depth.FIRST_LOOK, shipped())) == FIRST_LOOK
    assert asked(Depth.FULL, shipped()) == shipped().criteria


def test_a_first_look_does_not_ask_what_a_service_left_out() -> None:
    without = Rubric(tuple(one for one in shipped().criteria if one.id != "Q6"))
    assert [one.id for one in asked(Depth.FIRST_LOOK, without)] == [
        one for one in FIRST_LOOK if one != "Q6"
    ]


def test_what_is_open_is_named_and_does_not_apply_is_an_answer() -> None:
    look = a_look(Answer(criterion="Q1", rating=2), Answer(criterion="Q2", rating="not applicable"))
    problems = why_not_filed(look, asked(Depth.FIRST_LOOK, shipped()))
    assert [one.place for one in problems] == ["Q6", "Q10", "Q13", "Q19"]
    assert str(problems[0]) == "Q6: “Every worry and need is met” has no answer yet. Choose one."


@pytest.mark.parametrize(
    ("rating", "suggested", "asks"),
    [
        (0, 2, 1),
        (3, 0, 1),
        (1, 2, 0),  # Near enough.
        (3, None, 0),  # The machine says nothing.
        ("not applicable", 0, 0),  # There is no distance to what is off the scale.
    ],
)
def test_a_reason_is_asked_where_the_two_are_far_apart(
    rating: int | str, suggested: int | None, asks: int
) -> None:
    answer = Answer(criterion="Q1", rating=rating, suggested=suggested)  # type: ignore[arg-type]
    assert len(why_not_final(a_look(answer), ())) == asks
    assert why_not_final(a_look(replace(answer, why_apart="I saw it.")), ()) == ()


def test_a_look_is_not_final_before_each_remark_is_settled() -> None:
    settled = replace(a_remark(), settled="We agree.", settled_by=ME, settled_at=AT)
    assert [one.place for one in why_not_final(a_look(), (a_remark("Q2"), settled))] == ["Q2"]
    assert open_of((settled,)) == ()
    assert why_not_final(a_look(), (settled,)) == ()


@pytest.mark.parametrize(
    ("told", "on", "box"),
    [
        ("", None, ""),  # Nobody yet: that is kept, and stands on Today.
        ("Ms Lee, duty worker", DAY, ""),
        ("Ms Lee, duty worker", None, "told_on"),
        ("", DAY, "told"),
        ("Ms Lee, duty worker", date(2027, 3, 7), "told_on"),  # It is not here yet.
    ],
)
def test_who_was_told_goes_with_a_day(told: str, on: date | None, box: str) -> None:
    assert "".join(one.place for one in told_problems(told, on, DAY)) == box


def test_a_note_is_closed_only_with_somebody_told_and_what_came_of_it() -> None:
    assert closing_problems(a_note(), "All is well.")[0].place == "told"
    told = a_note(told="Ms Lee", told_on=DAY)
    assert not told.nobody_told
    assert closing_problems(told, " ")[0].place == "came_of_it"
    assert closing_problems(told, "All is well.") == ()


def test_what_was_seen_in_a_meeting_needs_the_familys_yes() -> None:
    saw = dict.fromkeys(FIVE, "") | {"respect": "They heard Tiana out."}
    assert problems_of("Nan", DAY, saw, DAY) == ()
    assert [one.place for one in problems_of("", None, saw, DAY)] == ["yes_by", "yes_on"]
    assert [one.place for one in problems_of("Nan", date(2027, 4, 1), saw, DAY)] == ["yes_on"]
    assert [one.place for one in problems_of("Nan", DAY, {}, DAY)] == ["relational"]
