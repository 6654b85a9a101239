"""Words and records: how long one hidden item takes against one line, and one record to read."""

from collections.abc import Iterator

from benchmarks import clock, content
from benchmarks.table import Row
from facilitator.copies import Copy
from facilitator.mentions import Item, find

LINE = "Sit with Tiana at bedtime and tell her which grown-up is looking after Mum tonight."
OFTEN = 1000
LINE_BUDGET = 50e-6


def rows() -> Iterator[Row]:
    """What happens to words before there is paper."""
    item = Item("clinic at Moor House")
    timing = clock.timed(lambda: [find(item, LINE) for _ in range(OFTEN)], 7)
    a_line = timing.best / OFTEN
    yield Row(
        "one hidden item, one line that hides nothing",
        f"{a_line * 1e6:,.0f} µs",
        f"{LINE_BUDGET * 1e6:,.0f} µs",
        a_line <= LINE_BUDGET,
    )
    yield Row("one record, from bytes to plan", str(clock.timed(content.plan, 7)))
    plan = content.plan()
    yield Row("one copy of it", str(clock.timed(lambda: Copy.for_reader(plan, "joy"), 7)))
