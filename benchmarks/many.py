"""A facilitator with 10,000 meetings in which 600,000 things were said: how long the list takes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from benchmarks import laptop as laptops
from benchmarks import leading
from benchmarks.laptop import Laptop
from benchmarks.table import Row

MEETINGS = 10_000
SAID = 60
OFTEN = 20
LIST_BUDGET = 0.100

_IDS = {"id", "meeting_id", "contribution_id"}


def rows() -> Iterator[Row]:
    """The list of meetings."""
    with laptops.running() as laptop:
        _fill(laptop)
        taken, _ = leading.measured(laptop, 1, OFTEN, leading.asks_for(laptop, "/"))
        yield leading.row("list of 10,000 meetings, 600,000 things said", taken, LIST_BUDGET)


def _fill(laptop: Laptop) -> None:
    """One meeting that was really kept, over and over under new ids."""
    leading.measured(laptop, 1, SAID, leading.keeps_a_line(laptop))
    with closing(sqlite3.connect(laptop.file)) as connection, connection:
        connection.execute("pragma synchronous=off")
        numbers = [(number,) for number in range(1, MEETINGS)]
        connection.execute("create temp table again (nth integer)")
        connection.executemany("insert into again values (?)", numbers)
        for table in ("meeting", "contribution", "wording"):
            _copy(connection, table)


def _copy(connection: sqlite3.Connection, table: str) -> None:
    names = [row[1] for row in connection.execute(f"pragma table_info({table})")]
    values = [_anew(table, name) for name in names]
    columns = ", ".join(f'"{name}"' for name in names)
    connection.execute(
        f"insert into {table} ({columns}) select {', '.join(values)} from {table}, again"  # noqa: S608
    )


def _anew(table: str, name: str) -> str:
    if name in _IDS:
        return f"printf('%08x', again.nth) || substr(\"{name}\", 9)"
    # No two meetings of a team have one reference.
    return "ref || '-' || again.nth" if (table, name) == ("meeting", "ref") else f'"{name}"'
