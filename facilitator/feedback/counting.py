"""How many people said what of each of the three things; no card can be told from another."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from facilitator.feedback.card import FACTOR_OF, CardAnswer, Factor


@dataclass(frozen=True)
class FactorCount:
    """How often each answer was given to the statements of one factor."""

    factor: Factor
    answers: Mapping[CardAnswer, int]

    @property
    def given(self) -> int:
        """How many answers that are in all."""
        return sum(self.answers.values())


@dataclass(frozen=True)
class CardCounts:
    """What came back on cards; ``plans`` is of how many meetings they are.

    Whoever shows this keeps small numbers back: nothing is said of fewer than five plans.
    """

    cards: int
    plans: int
    factors: tuple[FactorCount, ...]


def counted(cards: Iterable[tuple[UUID, Mapping[str, str]]]) -> CardCounts:
    """The counts of those cards: each the id of its meeting, and what was answered.

    An answer to a statement that this program does not know is left out.
    """
    held = tuple(cards)
    found: dict[Factor, Counter[CardAnswer]] = {factor: Counter() for factor in Factor}
    for _, answers in held:
        for statement, answer in answers.items():
            if (factor := FACTOR_OF.get(statement)) is not None:
                found[factor][CardAnswer(answer)] += 1
    each = tuple(
        FactorCount(factor, {one: found[factor][one] for one in CardAnswer}) for factor in Factor
    )
    return CardCounts(len(held), len({meeting for meeting, _ in held}), each)
