"""What a family says of its own meeting, on a card of its own.

A card bears no name. Whoever fills it in says whether the people who ran the meeting may read it.
If not, its answers are only counted, and its words are never kept.
"""

from facilitator.feedback.card import Card, CardAnswer, Factor, Part, Statement, statements
from facilitator.feedback.counting import CardCounts, FactorCount, counted

__all__ = [
    "Card",
    "CardAnswer",
    "CardCounts",
    "Factor",
    "FactorCount",
    "Part",
    "Statement",
    "counted",
    "statements",
]
