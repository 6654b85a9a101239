"""The language check: one line, a plan of a thousand words, and whether work grows as text does."""

from collections.abc import Iterator

from benchmarks import clock, content
from benchmarks.table import Row
from facilitator.plain_language import Given, Scope, check, reading

LINE = "Sit with Tiana at bedtime and tell her which grown-up is looking after Mum tonight."
LINE_BUDGET = 1e-3
PLAN_WORDS = 1_000
PLAN_BUDGET = 10e-3
OFTEN = 200
TENFOLD_BUDGET = 13.0  # Ten, and what so many more objects cost Python to look after.


def rows() -> Iterator[Row]:
    """What the check of a line, of a plan and of a very long text takes."""
    given = Given(who=True, day=True, how_often=True)
    check(LINE)  # The list is read once.
    timing = clock.timed(lambda: [check(LINE, Scope.ACTIONS, given=given) for _ in range(OFTEN)], 7)
    yield _row("one line checked", timing.best / OFTEN, LINE_BUDGET)
    plan = _plan(PLAN_WORDS)
    timing = clock.timed(lambda: [check(line) for line in plan], 15)
    yield _row(f"a plan of {_words(plan):,} words checked, line by line", timing.best, PLAN_BUDGET)
    timing = clock.timed(lambda: reading(plan), 15)
    yield _row("its reading", timing.best, PLAN_BUDGET)
    yield _growth()


def _growth() -> Row:
    small, large = " ".join(_plan(10_000)), " ".join(_plan(100_000))
    once = clock.timed(lambda: check(small), 5).best
    tenfold = clock.timed(lambda: check(large), 3).best
    longer = len(large.split()) / len(small.split())
    return Row(
        f"one text of {len(small.split()):,} words, and of {longer:.1f} times as many",
        f"{once * 1000:,.0f} ms, {tenfold / once:.1f} times",
        f"{TENFOLD_BUDGET:.0f} times",
        tenfold / once <= TENFOLD_BUDGET,
    )


def _row(what: str, seconds: float, budget: float) -> Row:
    return Row(what, f"{seconds * 1000:.2f} ms", f"{budget * 1000:.0f} ms", seconds <= budget)


def _plan(words: int) -> list[str]:
    """The practice family's lines, over and over until there are so many words."""
    said = [line.words for line in content.plan().lines if line.words]
    lines: list[str] = []
    count = 0
    while count < words:
        lines.append(said[len(lines) % len(said)])
        count += len(lines[-1].split())
    return lines


def _words(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)
