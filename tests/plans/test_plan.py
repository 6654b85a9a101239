import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.plans.plan import code_from_id, new_code
from tests.builders import MEETING_DAY, draft, plan, said, step


def test_every_line_came_from_something_that_was_said() -> None:
    contributions = (step(id="a1"), said("hope", "Rest.", id="h1"), said("title", "Home", id="t"))
    assert [line.came_from for line in plan(*contributions).lines] == [("a1",), ("h1",), ("t",)]


def test_a_plan_that_says_the_same_is_the_same_document() -> None:
    assert plan(step()).sha256 == plan(step()).sha256
    assert plan(step()).sha256 != plan(step("Walk home.")).sha256


def test_the_canonical_document_is_sorted_and_has_no_spaces() -> None:
    text = plan(step()).canonical.decode()
    document = json.loads(text)
    assert text == json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_a_plan_is_dated_and_numbered_by_whoever_agrees_it() -> None:
    made = draft(step()).agree(on=MEETING_DAY, code="CDFG-HJKM", version=2)
    assert (made.agreed_on, made.code, made.version) == (MEETING_DAY, "CDFG-HJKM", 2)


def test_a_plan_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        plan(step()).version = 2  # type: ignore[misc]


@given(st.text())
def test_the_code_of_a_record_without_one_is_always_the_same_and_easy_to_read_out(key: str) -> None:
    assert code_from_id(key) == code_from_id(key)
    assert re.fullmatch(r"[2-9C-Y]{4}-[2-9C-Y]{4}", code_from_id(key))
    assert not set(code_from_id(key)) & set("01AEIOUBSLZ")


def test_the_code_says_nothing_of_what_the_plan_says() -> None:
    assert new_code() != new_code()
