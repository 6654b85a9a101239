"""The four rules of the NHS's "Making data count": what on a chart is worth a conversation.

Each rule says which points it concerns. Source: NHS England, Making Data Count, as its public
code NHSRplotthedots has them: a point outside the limits; seven points on one side of the centre;
seven points that each rise, or each fall; two of three points in a row near one limit, all three
on one side of the centre. A point on the centre is on neither side, and a tie ends a trend.
"""

from collections.abc import Iterator, Sequence
from enum import Enum

RUN = 7
TRIO = 3


class Signal(Enum):
    """What a point is part of; its value is how we say so."""

    OUTSIDE = "outside the limits"
    ONE_SIDE = "one of seven or more in a row on one side of the centre"
    TREND = "one of seven or more in a row that rise, or that fall"
    TWO_OF_THREE = "one of two in three near the same limit"


def runs_on_one_side(sides: Sequence[int]) -> tuple[bool, ...]:
    """Which points belong to seven in a row on one side; sides are -1, 0 and 1."""
    return _in_any(
        len(sides), (window for window in _windows(len(sides), RUN) if _one_side(sides, window))
    )


def trends(values: Sequence[float]) -> tuple[bool, ...]:
    """Which points belong to seven in a row that each rise or each fall."""
    return _in_any(
        len(values), (window for window in _windows(len(values), RUN) if _trend(values, window))
    )


def two_of_three(near: Sequence[bool], sides: Sequence[int]) -> tuple[bool, ...]:
    """Which near points belong to three in a row on one side, of which two or more are near."""
    trios = (
        window
        for window in _windows(len(near), TRIO)
        if _one_side(sides, window) and sum(near[place] for place in window) > 1
    )
    found = _in_any(len(near), trios)
    return tuple(one and close for one, close in zip(found, near, strict=True))


def _windows(points: int, width: int) -> Iterator[range]:
    return (range(start, start + width) for start in range(points - width + 1))


def _one_side(sides: Sequence[int], window: range) -> bool:
    return abs(sum(sides[place] for place in window)) == len(window)


def _trend(values: Sequence[float], window: range) -> bool:
    steps = [values[place + 1] - values[place] for place in window[:-1]]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def _in_any(points: int, windows: Iterator[range]) -> tuple[bool, ...]:
    found = {place for window in windows for place in window}
    return tuple(place in found for place in range(points))
