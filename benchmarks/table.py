"""A table for a person to read in a terminal."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured, what came out, the budget, and whether it was kept (None: no budget)."""

    what: str
    came_out: str
    budget: str = ""
    kept: bool | None = None

    @property
    def verdict(self) -> str:
        """One word for the last column."""
        return {None: "", True: "kept", False: "OVER"}[self.kept]


def text(rows: Iterable[Row]) -> str:
    """Columns of equal width, one row a line."""
    cells = [("what", "came out", "budget", "")]
    cells += [(row.what, row.came_out, row.budget, row.verdict) for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )
