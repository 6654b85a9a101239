"""What two people said of one plan, side by side: where they differ most stands first."""

from dataclasses import dataclass
from enum import IntEnum

from facilitator.audits import Criterion, Rubric
from facilitator.audits.look import FAR_APART, Answer, Look
from facilitator.audits.statistics import Rating


class Apart(IntEnum):
    """How far two ratings lie apart; the larger, the sooner they are talked through."""

    SAME = 0
    NEAR = 1  # one step
    FAR = 2  # two steps or more, or one of them says that it does not apply


@dataclass(frozen=True)
class Compared:
    """One criterion, and what each of the two said of it.

    ``place`` is its number in the rubric: a service's own id may hold any sign.
    """

    place: int
    criterion: Criterion
    first: Answer
    second: Answer

    @property
    def apart(self) -> Apart:
        """How far the two ratings lie apart."""
        one, other = self.first.rating, self.second.rating
        if one == other:
            return Apart.SAME
        if isinstance(one, int) and isinstance(other, int) and abs(one - other) < FAR_APART:
            return Apart.NEAR
        return Apart.FAR


def compared(rubric: Rubric, first: Look, second: Look) -> tuple[Compared, ...]:
    """Every criterion that both rated; far ones first, else in the order of the rubric."""
    every = (
        Compared(place, one, first.answer(one.id), second.answer(one.id))
        for place, one in enumerate(known(rubric), 1)
    )
    rated = [one for one in every if one.first.rating is not None and one.second.rating is not None]
    return tuple(sorted(rated, key=lambda one: -one.apart))


def differ(rows: tuple[Compared, ...]) -> tuple[Compared, ...]:
    """Those of which the two said different things."""
    return tuple(one for one in rows if one.apart is not Apart.SAME)


def settled_answers(
    rows: tuple[Compared, ...], agreed: dict[str, tuple[Rating, str]]
) -> tuple[Answer, ...]:
    """What the two agree: where they said the same it stays, else what they wrote down."""
    return tuple(
        Answer(
            criterion=one.criterion.id,
            rating=agreed.get(one.criterion.id, (one.first.rating, ""))[0],
            words=agreed.get(one.criterion.id, (one.first.rating, ""))[1],
        )
        for one in rows
    )


def known(rubric: Rubric) -> tuple[Criterion, ...]:
    """All criteria, also those that the service left out since: what was rated stays."""
    return (*rubric.criteria, *(one.criterion for one in rubric.left_out))
