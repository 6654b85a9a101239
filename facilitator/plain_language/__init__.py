"""Plain and kind language: what a line says that somebody may stumble over.

``check(line)`` gives its findings, ``reading(lines)`` the measures of a whole plan, and
``explained(lines)`` the words of law that are used, each with its meaning. Nothing is rewritten.
"""

from facilitator.plain_language.check import check
from facilitator.plain_language.explained import Explained, explained
from facilitator.plain_language.finding import (
    OF_WORDS,
    Finding,
    Given,
    Level,
    OwnWords,
    Reason,
    Scope,
)
from facilitator.plain_language.lists import WordList, shipped
from facilitator.plain_language.reading import Reading, grade, reading
from facilitator.plain_language.service import with_service

__all__ = [
    "OF_WORDS",
    "Explained",
    "Finding",
    "Given",
    "Level",
    "OwnWords",
    "Reading",
    "Reason",
    "Scope",
    "WordList",
    "check",
    "explained",
    "grade",
    "reading",
    "shipped",
    "with_service",
]
