"""Why hard words stay in a plan: somebody said so, for a reason that an audit must see.

A word that a list calls hard is no fault of a plan where the family, or whoever led the meeting,
wrote down why it stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.audits.audited import Audited
from facilitator.audits.masking import Mask
from facilitator.plans.family_words import kept_wordings

# Beside these criteria: family readability, and words that care.
BESIDE = ("Q15", "Q16")


@dataclass(frozen=True)
class KeptReason:
    """Why some words stay in one line; ``line`` is "" where they stay wherever they are said."""

    line: str
    words: str
    reason: str


def kept_reasons(audited: Audited, mask: Mask) -> tuple[KeptReason, ...]:
    """Every reason for a word that stays, line by line, with made-up names."""
    return tuple(_reasons(audited, mask))


def _reasons(audited: Audited, mask: Mask) -> Iterator[KeptReason]:
    there = {origin: line.id for line in audited.plan.lines for origin in line.came_from}
    there |= {line.id: line.id for line in audited.plan.lines}
    for one in kept_wordings(audited.wording):
        lines = dict.fromkeys(there[about] for about in one.about if about in there)
        # What was said of a line that is not in the plan is nothing of this plan.
        for line in lines or (() if one.about else ("",)):
            yield KeptReason(line, mask.text(one.words), mask.text(one.reason))
