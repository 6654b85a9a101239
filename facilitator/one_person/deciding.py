"""What a person decided about each flagged fact. Nothing flagged leaves without it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from facilitator.one_person.fact import Fact
from facilitator.refusals import Problem, Refusal


class Choice(StrEnum):
    """What becomes of one flagged fact."""

    LEFT_OUT = "left_out"
    GIVEN = "given"
    IN_PART = "in_part"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What somebody decided about one fact, as it stood then (``fact`` is its key), and why.

    ``words`` are given in place of it, where the choice is to give it in part.
    """

    fact: str
    choice: Choice
    why: str
    at: datetime
    by: UUID
    words: str = ""


@dataclass(frozen=True)
class Given:
    """One fact as it is given: whole, or in the words that stand for it."""

    fact: Fact
    words: str = ""

    @property
    def in_part(self) -> bool:
        """Whether only a part of it is given."""
        return bool(self.words)


def unseen(facts: Iterable[Fact], decisions: Mapping[str, Decision]) -> tuple[Fact, ...]:
    """The flagged facts about which nobody has decided yet."""
    return tuple(one for one in facts if one.waits and one.key not in decisions)


def given(facts: Iterable[Fact], decisions: Mapping[str, Decision]) -> tuple[Given, ...]:
    """What the file holds. Refusal while one flagged fact is not decided about."""
    several = tuple(facts)
    if waits := len(unseen(several, decisions)):
        many = "1 thing waits" if waits == 1 else f"{waits} things wait"
        raise Refusal(
            Problem("", f"{many} for your look.", "Look through them first. Then make the file.")
        )
    return tuple(found for one in several if (found := _given(one, decisions)))


def _given(fact: Fact, decisions: Mapping[str, Decision]) -> Given | None:
    if fact.never:
        return None
    if not fact.flags:
        return Given(fact)
    decided = decisions[fact.key]
    if decided.choice is Choice.LEFT_OUT:
        return None
    return Given(fact, decided.words if decided.choice is Choice.IN_PART else "")
