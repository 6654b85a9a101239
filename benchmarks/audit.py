"""The audit: all suggestions, gates, counts and commitments for one plan."""

from collections.abc import Iterator

from benchmarks import clock, content
from benchmarks.table import Row
from facilitator.audits import Audited, audit, shipped

BUDGET = 20e-3


def rows() -> Iterator[Row]:
    """What one plan takes, from the plan to everything that the machine says of it."""
    plan = content.plan()
    shipped()  # The rubric is read once.
    # A value of its own each time: what is found in the lines is kept with it.
    timing = clock.timed(lambda: audit(Audited.of(plan)), 15)
    yield Row(
        "the suggestions for one plan",
        str(timing),
        f"{BUDGET * 1000:.0f} ms",
        timing.best <= BUDGET,
    )
