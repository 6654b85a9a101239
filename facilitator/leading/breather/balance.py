"""How even the talk has been: what goes well, what is needed, what worries people. In counts.

It is for the facilitator's eyes in a breather. There is no score, and nothing is right or wrong:
it only says what might be asked next.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from facilitator.contributions import Contribution

# Talk is uneven where one of the three has less than half as many lines as the longest.
_UNEVEN = 2
_ASK = {
    "strengths": "ask about what goes well?",
    "needs": "ask about needs?",
    "worries": "ask about worries?",
}


@dataclass(frozen=True)
class Balance:
    """How many lines say what goes well, what is needed, and what worries people."""

    strengths: int = 0
    needs: int = 0
    worries: int = 0

    @classmethod
    def of(cls, lines: Iterable[Contribution]) -> Self:
        """The counts of these lines."""
        kinds = [one.kind for one in lines]
        return cls(kinds.count("strength"), kinds.count("need"), kinds.count("worry"))

    @property
    def sentence(self) -> str:
        """The counts in words, and what to ask about where one of them is short.

        >>> Balance(strengths=5, worries=4, needs=1).sentence
        '5 going well, 4 worries, 1 need: ask about needs?'
        >>> Balance(strengths=5, worries=4, needs=5).sentence
        '5 going well, 4 worries, 5 needs.'
        >>> Balance().sentence
        'Nothing has been said yet about what goes well, what is needed or what worries people.'
        """
        if not (self.strengths or self.needs or self.worries):
            return (
                "Nothing has been said yet about what goes well, "
                "what is needed or what worries people."
            )
        counts = ", ".join(
            (
                f"{self.strengths} going well",
                _counted(self.worries, "worry", "worries"),
                _counted(self.needs, "need", "needs"),
            )
        )
        return f"{counts}: {self._ask}" if self._ask else f"{counts}."

    @property
    def _ask(self) -> str:
        held = {"needs": self.needs, "strengths": self.strengths, "worries": self.worries}
        short = min(held, key=lambda one: held[one])
        return _ASK[short] if held[short] * _UNEVEN < max(held.values()) else ""


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
