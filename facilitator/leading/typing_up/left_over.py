"""What a flip chart says and no field can hold yet: kept at the end of the words, in brackets.

"Write to the school. (who: Auntie Flo)" keeps a name that nobody has. It stands on the family's
paper as they wrote it, it is still there after the page was closed, and it can be asked about.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from facilitator.leading.typing_up.flip_pages import FLIP_PAGES


@dataclass(frozen=True)
class LeftOver:
    """Something typed into one column that no field holds: the column's label, and the words."""

    label: str
    typed: str


def joined(words: str, left: Iterable[LeftOver]) -> str:
    """The words with what was left over behind them.

    >>> joined("Write to the school.", [LeftOver("who", "Auntie Flo")])
    'Write to the school. (who: Auntie Flo)'
    """
    return " ".join((*([words] if words else []), *(f"({one.label}: {one.typed})" for one in left)))


def parted(text: str) -> tuple[str, tuple[LeftOver, ...]]:
    """The words, and what was left over behind them.

    >>> parted("Write to the school. (who: Auntie Flo)")
    ('Write to the school.', (LeftOver(label='who', typed='Auntie Flo'),))
    >>> parted("Ring Bev (at work)")
    ('Ring Bev (at work)', ())
    """
    left: list[LeftOver] = []
    while found := _at_the_end().search(text):
        left.insert(0, LeftOver(found["label"], found["typed"]))
        text = text[: found.start()]
    return text, tuple(left)


@cache
def _at_the_end() -> re.Pattern[str]:
    labels = {column.label.lower() for page in FLIP_PAGES.values() for column in page.columns}
    longest_first = sorted(labels, key=lambda label: (-len(label), label))
    return re.compile(
        rf"(?:^|\s)\((?P<label>{'|'.join(map(re.escape, longest_first))}): "
        r"(?P<typed>(?:[^()]|\([^()]*\))+)\)$"
    )
