"""What is looked for, and what is found."""

from dataclasses import dataclass, field
from enum import StrEnum


class Strength(StrEnum):
    """How surely a text says an item."""

    SURE = "sure"  # it does
    NEAR = "near"  # a person should look

    @classmethod
    def of(cls, *, sure: bool) -> "Strength":
        """Sure or near."""
        return cls.SURE if sure else cls.NEAR


@dataclass(frozen=True, slots=True)
class Item:
    """Words that some reader must not see.

    ``known``: the names of those whom everybody at the meeting knows ("Charlene", "Auntie Bev").
    Their words don't count alone, and none is taken for a slip of the pen in another.
    """

    text: str
    known: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place in a text, in code points from ``start`` up to ``end``, and why it counts."""

    start: int
    end: int
    strength: Strength
    why: str
