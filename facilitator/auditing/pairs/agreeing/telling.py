"""How far two raters agree, criterion by criterion: figures in words that a reader can use."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from facilitator.auditing.pairs.kept import TwiceRated
from facilitator.audits import Criterion
from facilitator.audits.statistics import (
    Agreement,
    Figure,
    Interval,
    Rated,
    Share,
    TooFew,
    agreement,
)

KAPPA = "How far you agree beyond chance, 1 at most. It falls where most plans get one rating."
AC2 = "The same, worked out in another way. It rises where most plans get one rating."
ALPHA = "The same once more, for an order of ratings. It is the strictest of the three."


@dataclass(frozen=True)
class FigureTold:
    """One row of the table: what it is called, its value, how sure it is, what it means."""

    name: str
    value: str
    interval: str
    means: str


@dataclass(frozen=True)
class CriterionTold:
    """One criterion: how many plans, its figures where there are ten or more, where you differ.

    ``differ`` are the pairs to talk through; none of them names a rater.
    """

    criterion: Criterion
    plans: int
    figures: tuple[FigureTold, ...]
    words: str
    differ: tuple[UUID, ...]


# The same ratings give the same figures; to work out twenty criteria takes a tenth of a second.
_agreement = lru_cache(maxsize=512)(agreement)


def told(criteria: Iterable[Criterion], rated: Iterable[TwiceRated]) -> tuple[CriterionTold, ...]:
    """What those ratings say of each criterion that was rated twice, in the order given."""
    of: dict[str, list[Rated]] = {}
    for one in rated:
        of.setdefault(one.criterion, []).append(one.rated)
    return tuple(_told(one, tuple(of[one.id])) for one in criteria if one.id in of)


def _told(criterion: Criterion, rated: tuple[Rated, ...]) -> CriterionTold:
    found = _agreement(rated)
    is_enough = isinstance(found, Agreement)
    return CriterionTold(
        criterion=criterion,
        plans=found.plans,
        figures=_figures(found) if isinstance(found, Agreement) else (),
        words=found.words if is_enough and not isinstance(found, TooFew) else "",
        differ=tuple(UUID(one.plan) for one in found.differ),
    )


def _figures(found: Agreement) -> tuple[FigureTold, ...]:
    return (
        _share("Same rating", found.exact, "How often both said the same."),
        _share("One step apart at most", found.within_one, "How often you were near each other."),
        _share(
            "Both say whether it applies",
            found.applies,
            "How often you agree on that.",
        ),
        FigureTold("How ratings spread", _spread(found), "", "Of all ratings, each from 0 to 3."),
        _figure("Weighted kappa", found.kappa, KAPPA),
        _figure("Gwet's AC2", found.ac2, AC2),
        _figure("Krippendorff's alpha", found.alpha, ALPHA),
    )


def _share(name: str, share: Share, means: str) -> FigureTold:
    return FigureTold(name, per_cent(share.value), _between(share.interval, per_cent), means)


def _figure(name: str, figure: Figure, means: str) -> FigureTold:
    if figure.value is None:
        return FigureTold(name, "Can't be said", "", figure.cannot_say)
    interval = _between(figure.interval, _two_places) if figure.interval else figure.cannot_say
    return FigureTold(name, _two_places(figure.value), interval, means)


def _between(interval: Interval, written: Callable[[float], str]) -> str:
    return f"between {written(interval.low)} and {written(interval.high)}"


def _spread(found: Agreement) -> str:
    return ", ".join(
        f"{level}: {per_cent(one.value)}" for level, one in enumerate(found.prevalence)
    )


def per_cent(share: float) -> str:
    """A share from 0 to 1 in whole hundredths."""
    return f"{share:.0%}"


def _two_places(value: float) -> str:
    return f"{value:.2f}".replace("-", "\N{MINUS SIGN}")
