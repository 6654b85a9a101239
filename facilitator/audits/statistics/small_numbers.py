"""What is shown of few plans: nothing, so that no family and no facilitator can be picked out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.audits.statistics.ratings import LEVELS, NOT_APPLICABLE, Rating

FEWEST = 5


@dataclass(frozen=True)
class Suppressed:
    """Fewer than five plans stand behind this: nothing is said, not even how many."""

    because: str = "Fewer than five plans. We show nothing of so few."


@dataclass(frozen=True)
class Spread:
    """How many plans got each level, 0 to 3, and how many got "not applicable"."""

    levels: tuple[int, ...]
    not_applicable: int

    @property
    def plans(self) -> int:
        """How many plans have a rating or "not applicable"."""
        return sum(self.levels) + self.not_applicable


def spread(ratings: Sequence[Rating]) -> Spread | Suppressed:
    """How the ratings of several plans spread, one rating a plan."""
    levels = tuple(ratings.count(level) for level in range(LEVELS))
    found = Spread(levels, ratings.count(NOT_APPLICABLE))
    return found if found.plans >= FEWEST else Suppressed()


def spread_by_group(groups: Mapping[str, Sequence[Rating]]) -> dict[str, Spread | Suppressed]:
    """The spread of each group, in the order of their names and never of their ratings.

    A group that is hidden must not come back by taking the rest from the whole. Where the hidden
    groups hold fewer than five plans together, the smallest group that is shown is hidden too.
    """
    found = {name: spread(groups[name]) for name in sorted(groups)}
    while 0 < _hidden(groups, found) < FEWEST and (shown := _shown(found)):
        found[min(shown, key=lambda name: (shown[name].plans, name))] = Suppressed()
    return found


def _hidden(
    groups: Mapping[str, Sequence[Rating]], found: Mapping[str, Spread | Suppressed]
) -> int:
    """How many plans the hidden groups hold together."""
    hidden = [groups[name] for name, one in found.items() if isinstance(one, Suppressed)]
    return sum(rating is not None for ratings in hidden for rating in ratings)


def _shown(found: Mapping[str, Spread | Suppressed]) -> dict[str, Spread]:
    return {name: one for name, one in found.items() if isinstance(one, Spread)}
