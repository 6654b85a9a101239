"""The plan on paper: first after start, warm, how it grows, and what memory it takes."""

import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial

from benchmarks import clock, content, laptop
from benchmarks.table import Row
from facilitator.paper import press

WARM_BUDGET = 0.25
WARM_PAGES = 4
FIRST_BUDGET = 1.0
A_PAGE_BUDGET = 0.08
TWICE_BUDGET = 2.2
MEMORY_BUDGET = 150
GROWTH = (10, 20, 40, 80, 160)

_FIRST = """
import time; begun = time.perf_counter()
from benchmarks import content
copy = content.copy()
from facilitator.paper import press
read = time.perf_counter()
press.pdf(copy, press.STANDARD)
print(time.perf_counter() - read)
"""


def rows() -> Iterator[Row]:
    """Every measure of ours, one after the other."""
    yield _first()
    yield from _warm()
    yield from _growth()
    yield from _memory()
    yield _start()


def _first() -> Row:
    taken = sorted(float(_python(_FIRST)) for _ in range(3))
    timing = clock.Timing(tuple(taken))
    kept = timing.best <= FIRST_BUDGET
    return Row("plan, first after start", str(timing), "1,000 ms", kept)


def _warm() -> Iterator[Row]:
    for reader in (content.PART, content.READER):
        copy = content.copy(reader=reader)
        pages = press.printed(copy, press.STANDARD).pages
        timing = clock.timed(partial(press.pdf, copy, press.STANDARD), 7)
        budget = WARM_BUDGET if pages <= WARM_PAGES else A_PAGE_BUDGET * pages
        kept = timing.best <= budget
        yield Row(f"plan, {pages} pages, warm", str(timing), f"{budget * 1000:,.0f} ms", kept)
    a_page = timing.best / pages
    shown = f"{a_page * 1000:,.0f} ms"
    yield Row("a page of it", shown, "80 ms", a_page <= A_PAGE_BUDGET)


def _growth() -> Iterator[Row]:
    before: float | None = None
    for steps in GROWTH:
        copy = content.copy(steps)
        pages = press.printed(copy, press.STANDARD).pages
        timing = clock.timed(partial(press.pdf, copy, press.STANDARD), 3)
        times = timing.best / before if before else 0
        said = f"{timing}, {times:.1f} times the last" if before else str(timing)
        kept = times <= TWICE_BUDGET if before else None
        yield Row(f"plan, {steps} steps, {pages} pages", said, "2.2 times", kept)
        before = timing.best


def _memory() -> Iterator[Row]:
    copy = content.copy()
    before = clock.megabytes()
    for _ in range(30):
        press.pdf(copy, press.STANDARD)
    now = clock.megabytes()
    yield Row("memory after all this", f"{now:,.0f} MB", "150 MB", now <= MEMORY_BUDGET)
    yield Row("memory that one plan more takes", f"{(now - before) / 30:.2f} MB")


def _start() -> Row:
    timing = clock.Timing(tuple(sorted(laptop.to_the_first_page() for _ in range(3))))
    return Row("start of the app, to its first page", str(timing), "1,500 ms", timing.best <= 1.5)  # noqa: PLR2004


def _python(program: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    time.sleep(0.2)
    return ran.stdout.strip()
