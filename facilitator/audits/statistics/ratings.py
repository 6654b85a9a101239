"""What raters said of plans on one criterion: 0 to 3, "not applicable", or nothing yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from facilitator.audits.statistics.coefficients import Pattern, Patterns
from facilitator.refusals import Refusal

LEVELS: Final = 4  # 0 missing or harmful, 1 weak, 2 sound, 3 strong.
NOT_APPLICABLE: Final = "not applicable"

Rating = int | Literal["not applicable"] | None


@dataclass(frozen=True)
class Rated:
    """One plan and what each rater said of it, always in the same order of raters.

    None stands for a rater who has not rated this plan. A rating off the scale is refused.
    """

    plan: str
    ratings: tuple[Rating, ...]

    def __post_init__(self) -> None:
        for one in self.ratings:
            if one is None or one == NOT_APPLICABLE:
                continue
            if type(one) is not int or one not in range(LEVELS):
                raise Refusal.because(
                    f"“{one}” is no rating.",
                    f"Say 0, 1, 2, 3 or “{NOT_APPLICABLE}”, or leave it empty.",
                    f"plan {self.plan}",
                )

    @property
    def on_the_scale(self) -> Pattern:
        """The ratings from 0 to 3; None where there is none, for whatever reason."""
        return tuple(one if isinstance(one, int) else None for one in self.ratings)

    @property
    def given(self) -> tuple[int | str, ...]:
        """What was said, "not applicable" too."""
        return tuple(one for one in self.ratings if one is not None)

    @property
    def differs(self) -> bool:
        """Whether two raters said different things of this plan."""
        return len(set(self.given)) > 1


def patterns_of(rated: Iterable[Rated]) -> Patterns:
    """The ratings on the scale, counted; plans that nobody rated on it are left out."""
    counted = Counter(one.on_the_scale for one in rated)
    return {pattern: plans for pattern, plans in counted.items() if any_of(pattern)}


def any_of(pattern: Pattern) -> bool:
    """Whether anybody rated it."""
    return any(one is not None for one in pattern)


def level_patterns(rated: Iterable[Rated]) -> Patterns:
    """Whether each rater found that the criterion applies (1) or not (0), counted."""
    said = (
        tuple(None if one is None else int(one != NOT_APPLICABLE) for one in each.ratings)
        for each in rated
    )
    return Counter(pattern for pattern in said if any_of(pattern))
