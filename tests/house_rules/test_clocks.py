"""Time comes in as an argument: no rule looks at a clock, so every rule can be tried on any day."""

import ast
from collections.abc import Iterable
from fnmatch import fnmatch

import pytest

from tests.house_rules import house

# These stand at the edge, where somebody's day begins: they read the clock and hand it in.
EDGE = (
    "facilitator/__main__.py",
    "facilitator/accounts/*",
    "facilitator/app.py",
    "facilitator/cli/*",
    "facilitator/database/ids.py",
    "facilitator/pages/*",
    "facilitator/practice/*",
    "*/store.py",
    "*/views.py",
)
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}
KEEPERS = {"date", "datetime", "dt", "time"}


def clocks(nodes: Iterable[ast.AST]) -> list[int]:
    """The lines on which a clock is read."""
    return [
        node.lineno
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and _keeper(node.func.value) in KEEPERS
    ]


def _keeper(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def inside() -> tuple[str, ...]:
    """The files that hold rules."""
    names = house.python_files("facilitator")
    return tuple(name for name in names if not any(fnmatch(name, edge) for edge in EDGE))


def test_no_rule_looks_at_a_clock() -> None:
    found = {name: clocks(house.nodes(name)) for name in inside()}
    assert {name: lines for name, lines in found.items() if lines} == {}, "Take the time as at=."


@pytest.mark.parametrize(
    "text",
    [
        "datetime.now(UTC)",
        "date.today()",
        "datetime.date.today()",
        "time.time()",
        "dt.datetime.now()",
    ],
)
def test_the_rule_knows_a_clock_when_it_sees_one(text: str) -> None:
    assert clocks(house.walked(ast.parse(text))) == [1]


def test_a_time_that_was_handed_in_is_no_clock() -> None:
    handed_in = ast.parse("at.time()\nmeeting.now()\ndatetime(2027, 2, 27)")
    assert clocks(house.walked(handed_in)) == []
