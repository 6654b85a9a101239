"""Which groups of plans may be shown, so that a small one can't be had by subtraction either."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from facilitator.audits.statistics.small_numbers import FEWEST

Key = TypeVar("Key", bound=Hashable)

FEW = "fewer than five"


def may_join(sizes: Mapping[Key, int]) -> frozenset[Key]:
    """The groups that may go into a figure for all of them together.

    Each group is, or may be, shown by itself somewhere else. So the small ones come in only where
    they are five plans or more together: taking the rest from the whole then gives no small group.
    """
    small = {key for key, plans in sizes.items() if 0 < plans < FEWEST}
    few = sum(sizes[key] for key in small) < FEWEST
    return frozenset(key for key, plans in sizes.items() if plans and not (few and key in small))


def may_stand(sizes: Mapping[Key, int]) -> frozenset[Key]:
    """The groups that may each be shown beside the others, where their whole is shown too.

    The same rule as for spreads: where the hidden ones hold fewer than five plans together, the
    smallest that is shown is hidden too.
    """
    shown = {key for key, plans in sizes.items() if plans >= FEWEST}
    hidden = sum(plans for key, plans in sizes.items() if key not in shown)
    while 0 < hidden < FEWEST and shown:
        smallest = min(shown, key=lambda key: (sizes[key], str(key)))
        shown.remove(smallest)
        hidden += sizes[smallest]
    return frozenset(shown)


def how_many(number: int) -> str:
    """A number of things that happened, said so that few of them can't be picked out.

    >>> how_many(0), how_many(4), how_many(5)
    ('none', 'fewer than five', '5')
    """
    if not number:
        return "none"
    return FEW if number < FEWEST else str(number)
