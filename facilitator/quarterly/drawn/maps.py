"""The map of commitments: a cell for each commitment and month, with the number written in it."""

from dataclasses import dataclass

from facilitator.five_rs import COMMITMENTS
from facilitator.quarterly.heat import Column, HeatMap
from facilitator.quarterly.periods import MONTHS_OF_A_QUARTER, month_short, moved

WIDTH = 348
_CELL_HIGH = 22
_ROW = 42  # with the commitment's name above its cells, as a telephone needs it
_HEAD = 22
_WIDE = 520
_WIDE_NAMES = 150
_STRENGTHS = 5
NOTHING = "–"


@dataclass(frozen=True)
class Cell:
    """One commitment in one column; ``strength`` 0 to 4, or None where nothing is shown."""

    x: float
    y: float
    text: str
    strength: int | None


@dataclass(frozen=True)
class Name:
    """The name of a commitment."""

    y: float
    text: str


@dataclass(frozen=True)
class Heading:
    """The name of a column, by the middle of it."""

    x: float
    text: str


@dataclass(frozen=True)
class HeatDrawing:
    """The whole map."""

    width: int
    height: int
    cell_wide: float
    cell_high: int
    headings: tuple[Heading, ...]
    names: tuple[Name, ...]
    cells: tuple[Cell, ...]


def heat_drawing(found: HeatMap, *, wide: bool = False) -> HeatDrawing:
    """The map; ``wide`` puts each name beside its cells, for paper."""
    left = _WIDE_NAMES if wide else 0
    width, row, down = (_WIDE, _CELL_HIGH - 3, 0) if wide else (WIDTH, _ROW, _ROW - _CELL_HIGH)
    high = row - 2 if wide else _CELL_HIGH
    each = round((width - left) / len(found.columns), 2)
    tops = {one: _HEAD + nth * row for nth, one in enumerate(COMMITMENTS)}
    return HeatDrawing(
        width=width,
        height=_HEAD + row * len(COMMITMENTS),
        cell_wide=each - 2,
        cell_high=high,
        headings=tuple(
            Heading(round(left + each * (at + 0.5), 1), heading(one, by_month=found.by_month))
            for at, one in enumerate(found.columns)
        ),
        names=tuple(
            Name(top + (high - 4 if wide else down - 5), COMMITMENTS[one].we_are)
            for one, top in tops.items()
        ),
        cells=tuple(
            _cell(found.columns[at].shares[one], round(left + each * at + 1, 1), top + down)
            for one, top in tops.items()
            for at in range(len(found.columns))
        ),
    )


def heading(column: Column, *, by_month: bool) -> str:
    """A month, or the first and last month of a quarter."""
    if by_month:
        return month_short(column.start)
    last = moved(column.start, MONTHS_OF_A_QUARTER - 1)
    return f"{month_short(column.start)} to {month_short(last)}"


def _cell(share: int | None, x: float, y: float) -> Cell:
    if share is None:
        return Cell(x, y, NOTHING, None)
    return Cell(x, y, str(share), min(_STRENGTHS - 1, share * _STRENGTHS // 100))
