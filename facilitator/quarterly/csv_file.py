"""The figures for a spreadsheet: one row a figure, and no cell that a program would run."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from facilitator.audits import GATES, Rubric
from facilitator.audits.statistics import Spread, Suppressed
from facilitator.five_rs import COMMITMENTS
from facilitator.quarterly import periods, told
from facilitator.quarterly.drawn.maps import heading
from facilitator.quarterly.figures import Figures
from facilitator.quarterly.gathering import Shown
from facilitator.quarterly.small import FEW, how_many

HEAD = ("What", "Of what", "When", "Plans", "Figure", "About it")
# A spreadsheet takes what begins so for a formula, and would work it out: also behind a space or a
# sign that nobody sees, and in the wide letters of East Asian keyboards.
_FORMULA = re.compile(
    "[\\t\\r\\n\\0]|[\\s\\x00-\\x1f\\u200b-\\u200f\\u2060\\ufeff]*[-=+@\uff1d\uff0b\uff0d\uff20]"
)

Row = tuple[str, ...]


def csv_file(shown: Shown, rubric: Rubric) -> bytes:
    """UTF-8 with the mark that spreadsheets look for."""
    written = StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(HEAD)
    for row in _rows(shown, rubric):
        writer.writerow([safe(cell) for cell in row])
    return written.getvalue().encode("utf-8-sig")


def safe(cell: str) -> str:
    """A cell that no program takes for a formula.

    >>> safe("=1+1"), safe("3")
    ("'=1+1", '3')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _rows(shown: Shown, rubric: Rubric) -> Iterator[Row]:
    when = periods.told(shown.asked.quarter)
    yield ("Whose plans", shown.asked.whose, when, "", "", "")
    for span, found in ((when, shown.quarter), (f"12 months up to {when}", shown.year)):
        yield from _of(span, found, rubric)
    for one in told.trends(shown):
        for row in one.rows:
            yield (one.title, "mean", row.month, str(row.plans), row.value, row.about)
    yield from _heat(shown)
    for change in shown.changes:
        state = "" if change.stands else f"Taken back: {change.taken_back_why}"
        yield ("Change of how we work", change.what, change.on.isoformat(), "", change.why, state)


def _of(when: str, found: Figures, rubric: Rubric) -> Iterator[Row]:
    if isinstance(found.plans, Suppressed):
        yield ("Plans that count", "", when, FEW, "", found.plans.because)
    else:
        yield ("Plans that count", "", when, str(found.plans), str(found.plans), "")
    for why, looks in found.aside.items():
        yield ("Looks that do not count", why.value, when, "", how_many(looks), "")
    if not isinstance(found.gates, Suppressed):
        for gate, words in GATES.items():
            yield ("Gate not passed", words, when, str(found.plans), str(found.gates[gate]), "")
    for one in rubric.criteria:
        if spread := found.spreads.get(one.id):
            yield from _spread(one.name, when, spread)


def _spread(name: str, when: str, spread: Spread | Suppressed) -> Iterator[Row]:
    if isinstance(spread, Suppressed):
        yield ("Rating", name, when, FEW, "", spread.because)
        return
    for level, plans in (*enumerate(spread.levels), ("does not apply", spread.not_applicable)):
        yield ("Rating", name, when, str(spread.plans), str(plans), f"got {level}")


def _heat(shown: Shown) -> Iterator[Row]:
    for column in shown.heat.columns:
        year = column.start.year
        when = f"{heading(column, by_month=shown.heat.by_month)} {year}"
        if column.plans is None:
            yield ("Plans that show a commitment", "", when, FEW, "", told.TOO_FEW)
            continue
        for key, share in column.shares.items():
            about = "of a hundred plans"
            commitment = COMMITMENTS[key].we_are
            plans = str(column.plans)
            yield ("Plans that show a commitment", commitment, when, plans, str(share), about)
