"""What is printed: the practice family's plan, with as many steps as are asked for."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import facilitator
from facilitator import exchange
from facilitator.copies import Copy
from facilitator.paper import template
from facilitator.paper.present import present
from facilitator.paper.view import STANDARD
from facilitator.plans import Plan
from facilitator.record import read

RECORD = Path(facilitator.__file__).with_name("practice") / "campbell-conference.json"
READER = "grace"  # holds the whole plan
PART = "joy"  # holds a part: four pages


def plan(steps: int | None = None) -> Plan:
    """The family's plan; None for the steps that the family agreed."""
    record = json.loads(RECORD.read_text("utf-8"))
    if steps is not None:
        record["plan"]["actions"] = _steps(record["plan"]["actions"], steps)
    known = read(json.dumps(record).encode(), RECORD.name)
    return exchange.plan_of(known, exchange.draft_of(known))


@cache
def copy(steps: int | None = None, reader: str = READER) -> Copy:
    """That plan as one reader holds it."""
    return Copy.for_reader(plan(steps), reader)


def page(steps: int | None = None) -> str:
    """The same plan as a whole HTML document, for the peers."""
    return template.sheet(present(copy(steps)), STANDARD)


def _steps(agreed: list[dict[str, Any]], wanted: int) -> list[dict[str, Any]]:
    """The family's steps, over and over under new ids; only theirs stand on page 1."""
    more = [
        {key: value for key, value in agreed[at % len(agreed)].items() if key != "page_one"}
        | {"id": f"a{at + 1}"}
        for at in range(len(agreed), wanted)
    ]
    return [*agreed, *more][: max(wanted, len(agreed))]
