"""What stands at the end of a copy about the service itself: the log's mark, and how long."""

from dataclasses import replace

import pytest

from facilitator.copies import Copy
from facilitator.paper import press
from tests.builders import MEETING_DAY, draft, step

MARK = "1042-7F3K-9QXM"
KEPT = "We keep this plan for 3 years."
SAID = "We keep a list of who looks at this plan. You can ask to see it."
PLAN = draft(step("Walk Ellie to school.")).agree(on=MEETING_DAY, code="CDFG-HJKM")


def page(edition: str = press.STANDARD, **known: str) -> str:
    return press.page(Copy.for_reader(replace(PLAN, **known), "mum"), edition)  # type: ignore[arg-type]


@pytest.mark.parametrize("edition", [press.STANDARD, press.LARGE_PRINT])
def test_the_mark_of_the_log_stands_at_the_end_with_what_it_is_for(edition: str) -> None:
    told = page(edition, log_mark=MARK, kept_for=KEPT)
    assert MARK in told
    assert SAID in told
    assert KEPT in told


def test_a_plan_without_a_mark_says_nothing_of_a_log() -> None:
    told = page()
    assert "who looks at this plan" not in told
    assert "Log mark" not in told


def test_neither_stands_in_a_document_or_changes_its_hash() -> None:
    known = replace(PLAN, log_mark=MARK, kept_for=KEPT)
    assert known.sha256 == PLAN.sha256
    assert Copy.for_reader(known, "mum").sha256 == Copy.for_reader(PLAN, "mum").sha256
