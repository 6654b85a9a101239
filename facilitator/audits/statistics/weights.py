"""How far two ratings may lie apart and still count as nearly the same."""

from enum import Enum

Weights = tuple[tuple[float, ...], ...]


class Weighting(Enum):
    """What a difference costs: all alike, by its size, or by the square of its size.

    Source: Cohen, J. (1968), Weighted kappa, Psychological Bulletin 70(4), 213-220; Fleiss and
    Cohen (1973) for the squares.
    """

    ALL_ALIKE = "all alike"
    BY_STEPS = "by steps"
    BY_SQUARES = "by squares"

    def table(self, levels: int) -> Weights:
        """The weight of each pair of levels: 1 for the same, down to 0 for the two ends.

        ``levels`` is the number of levels of the scale, those included that nobody used.
        """
        return tuple(
            tuple(self._weight(abs(one - other), levels - 1) for other in range(levels))
            for one in range(levels)
        )

    def _weight(self, apart: int, widest: int) -> float:
        if apart == 0:
            return 1.0
        if self is Weighting.ALL_ALIKE:
            return 0.0
        return 1.0 - (apart / widest) ** (1 if self is Weighting.BY_STEPS else 2)
