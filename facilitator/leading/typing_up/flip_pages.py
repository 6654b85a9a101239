"""The pages of the flip chart that are typed up: what each gathers, and its columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

WORDS = "words"
SPEAKER = "speaker"  # who said it; some kinds have a field called "by"


class Cell(StrEnum):
    """How the cells of a column are read."""

    WORDS = "words"
    NAME = "name"  # of one person
    NAMES = "names"  # of one or several
    DAY = "day"
    TIME = "time"


@dataclass(frozen=True)
class Column:
    """One column. ``fills`` is WORDS, SPEAKER or a field of the page's kind."""

    key: str
    label: str
    fills: str
    cell: Cell = Cell.WORDS


@dataclass(frozen=True)
class FlipPage:
    """One page of the flip chart; each of its rows becomes a line of ``kind``.

    What a row says and no field can hold goes to ``rest``, so that nothing is dropped.
    """

    key: str
    title: str
    kind: str
    columns: tuple[Column, ...]
    rest: str = WORDS

    def column(self, key: str) -> Column | None:
        """The column of that key, or None."""
        return next((one for one in self.columns if one.key == key), None)


_WHAT = Column("what", "What", WORDS)
_SAID = Column("said", "Who said it", SPEAKER, Cell.NAME)

_ALL = (
    FlipPage("going-well", "What is going well", "strength", (_WHAT, _SAID)),
    FlipPage("needs", "What is needed", "need", (_WHAT, _SAID)),
    FlipPage("worries", "What we worry about", "worry", (_WHAT, _SAID)),
    FlipPage("want", "What we want", "goal", (_WHAT, _SAID)),
    FlipPage(
        "steps",
        "What we will do",
        "action",
        (
            _WHAT,
            Column("who", "Who", "who", Cell.NAMES),
            Column("when", "When", "how_often"),
        ),
    ),
    FlipPage(
        "help",
        "Help we asked for",
        "request",
        (_WHAT, Column("of", "Of whom", "of", Cell.NAME)),
    ),
    FlipPage(
        "if",
        "If things go wrong",
        "if_then",
        (
            Column("if", "If", "if"),
            Column("then", "Then", WORDS),
            Column("first", "Ring first", "who", Cell.NAME),
            Column("next", "Ring next", "second", Cell.NAME),
        ),
    ),
    FlipPage("keep-going", "What keeps us going", "keep_going", (_WHAT,)),
    FlipPage(
        "sort-out",
        "Still to sort out",
        "unknown",
        (
            _WHAT,
            Column("who", "Who", "who", Cell.NAME),
            Column("by", "By when", "by", Cell.DAY),
        ),
    ),
    FlipPage(
        "meet-again",
        "When we meet again",
        "meet_again",
        (
            Column("day", "Day", "date", Cell.DAY),
            Column("time", "Time", "time", Cell.TIME),
            Column("place", "Where", "place"),
        ),
        rest="place",
    ),
)
FLIP_PAGES: Mapping[str, FlipPage] = MappingProxyType({one.key: one for one in _ALL})
FIRST = "steps"
