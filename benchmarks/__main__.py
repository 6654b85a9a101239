"""Measures words, paper and pages, ours and our peers', in one run, and prints one table."""

import sys
from itertools import chain

from benchmarks import (
    audit,
    clock,
    handing_out,
    labelled,
    language,
    leading,
    many,
    paper,
    peers,
    quarter,
    reading,
    table,
    today,
)

MEASURED = (
    *(reading, audit, language, labelled, leading, many, today, quarter),
    *(handing_out, paper, peers),
)


def main() -> int:
    """The table; ends with 1 where a budget was not kept."""
    print(clock.machine())
    rows = []
    for row in chain(*(room.rows() for room in MEASURED)):
        rows.append(row)
        print(f"  {row.what}: {row.came_out}", flush=True)
    print()
    print(table.text(rows))
    print(clock.machine())
    return 1 if any(row.kept is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
