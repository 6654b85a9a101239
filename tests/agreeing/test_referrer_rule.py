"""A no and a not yet have their reason at once; a not yet has who decides, and a day (N13)."""

from datetime import date

import pytest

from facilitator.agreeing.referrer_rule import AskedOfReferrer, why_not
from tests.builders import MEETING_DAY, people

NEXT_WEEK = date(2027, 3, 12)


def places(**asked: object) -> list[str]:
    whole = {"by": "priya", "on": MEETING_DAY, **asked}
    found = why_not(AskedOfReferrer(**whole), people(), MEETING_DAY)  # type: ignore[arg-type]
    return [one.place for one in found]


def test_a_yes_on_the_day_needs_no_reason() -> None:
    assert places(answer="yes") == []


def test_a_no_needs_its_reason_at_once() -> None:
    assert places(answer="no", reason=" ") == ["reason"]
    assert places(answer="no", reason="Nobody is there at night.") == []


def test_a_not_yet_needs_why_who_and_by_when() -> None:
    assert places(answer="not_yet") == ["reason", "decides", "answer_by"]
    whole = {"reason": "My manager was away.", "decides": "Priya's manager"}
    assert places(answer="not_yet", **whole, answer_by=NEXT_WEEK) == []


def test_a_not_yet_is_not_put_off_to_a_day_that_is_over() -> None:
    whole = {"reason": "My manager was away.", "decides": "Priya's manager"}
    assert places(answer="not_yet", **whole, answer_by=date(2027, 3, 1)) == ["answer_by"]


@pytest.mark.parametrize("answer", ["yes", "no", "not_yet"])
def test_an_answer_after_the_day_says_why_it_came_later(answer: str) -> None:
    late = {"answer": answer, "on": NEXT_WEEK, "decides": "Ann", "answer_by": date(2027, 4, 1)}
    assert places(**late) == ["reason"]
    assert places(**late, reason="I had to ask.") == []


@pytest.mark.parametrize("by", ["nan", "sam", "", "stranger"])
def test_nobody_but_the_referrer_gives_the_referrers_answer(by: str) -> None:
    assert places(by=by, answer="yes") == ["by"]


def test_no_answer_is_not_kept_as_one() -> None:
    assert places(answer="") == ["answer"]
