"""Whatever a meeting says, each copy makes a page, in every edition that it can have."""

import re
from itertools import pairwise
from typing import Any

from hypothesis import given

from facilitator import exchange
from facilitator.copies import Copy
from facilitator.paper import press
from facilitator.people import CopyKind
from facilitator.record import Record
from facilitator.refusals import Refusal
from tests.records import records

HEADING = re.compile(r"<h([1-6])[ >]")


@given(records())
def test_every_copy_of_any_record_makes_a_page_with_headings_in_order(
    document: dict[str, Any],
) -> None:
    record = Record(document)
    plan = exchange.plan_of(record, exchange.draft_of(record))
    for person in plan.people:
        try:
            copy = Copy.for_reader(plan, person.id)
        except Refusal:
            continue
        usual = press.CHILD if copy.kind is CopyKind.CHILD else press.STANDARD
        for edition in (usual, press.LARGE_PRINT):
            levels = [int(level) for level in HEADING.findall(press.page(copy, edition))]
            assert levels[0] == 1
            assert levels.count(1) == 1
            assert all(after - before <= 1 for before, after in pairwise(levels))
