"""Counts work in steps of Python: seconds say little on a busy machine, steps are the same always.

What they can't see is the inside of C: regular expressions, JSON.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python are run to do this."""
    count = 0

    def line(frame: FrameType, event: str, _: Any) -> Any:  # noqa: ARG001 -- as settrace asks
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
