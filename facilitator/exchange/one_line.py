"""Whether a line may stand in a record, asked before it is kept: what is kept can always go out."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from facilitator.contributions import Contribution
from facilitator.exchange.to_record import raw_line
from facilitator.kinds import KINDS, Shape
from facilitator.record import schema
from facilitator.refusals import Problem
from facilitator.strict import problems, text_problems


def problems_of_line(said: Contribution) -> tuple[Problem, ...]:
    """All that keeps this line out of a record, each with its place within the line.

    Whether the people and the lines that it names are there is not asked here.
    """
    raw = raw_line(said)
    return (*text_problems(raw), *problems(raw, _rules(said.kind)))


@lru_cache(maxsize=len(KINDS))
def _rules(key: str) -> Mapping[str, Any]:
    """The part of the record's schema that a line of that kind keeps to."""
    kind, rules = KINDS[key], schema()
    for step in kind.place.split("."):
        rules = rules["properties"][step]
    in_list = kind.shape in (Shape.LINES, Shape.STRINGS)
    return {"$defs": schema()["$defs"], **(rules["items"] if in_list else rules)}
