"""Made-up tables of ratings, with gaps, as raters leave them: and the same each time."""

import random
from collections import Counter

from facilitator.audits.statistics.coefficients import Pattern, Patterns

LEVELS = 4
Rows = tuple[Pattern, ...]


def random_rows(seed: int) -> Rows:
    """Two to forty plans and two to five raters, from near-perfect to pure noise; some with gaps.

    Every plan has a rating, and every rater rated a plan.
    """
    by = random.Random(seed)  # noqa: S311 -- a test wants the same table each time
    plans, raters = by.randint(2, 40), by.randint(2, 5)
    gaps, keeps = by.choice((0, 0.1, 0.3, 0.6)), by.random()
    likely = [by.random() ** by.choice((1, 4)) for _ in range(LEVELS)]
    rows = []
    for _ in range(plans):
        (true,) = by.choices(range(LEVELS), likely)
        row = tuple(
            None
            if by.random() < gaps
            else (true if by.random() < keeps else by.choices(range(LEVELS), likely)[0])
            for _ in range(raters)
        )
        rows.append(row)
    used = [place for place in range(raters) if any(row[place] is not None for row in rows)]
    kept = (tuple(row[place] for place in used) for row in rows)
    return tuple(row for row in kept if any(one is not None for one in row))


def patterns(rows: Rows) -> Patterns:
    return Counter(rows)


def table(*counts: tuple[int, ...]) -> Patterns:
    """Two raters' table: a row for each level of the first, a column for each of the second."""
    return {
        (one, other): plans
        for one, row in enumerate(counts)
        for other, plans in enumerate(row)
        if plans
    }
