"""Which contribution stands where a plan, or a record, has room for one."""

from collections.abc import Iterable

from facilitator.contributions.contribution import Contribution

Several = tuple[Contribution, ...]


def with_a_place(said: Iterable[Contribution]) -> tuple[Several, Several]:
    """Those that have a place, and those for which another one of their kind has taken it.

    The later one takes the place, as long as it says enough. Both keep the order of what was said.
    """
    several = tuple(said)
    places: dict[str, Contribution] = {}
    for one in several:
        if one.row.only_one and (one.says_enough or one.kind not in places):
            places[one.kind] = one
    have = tuple(one for one in several if places.get(one.kind, one) is one)
    return have, tuple(one for one in several if places.get(one.kind, one) is not one)
