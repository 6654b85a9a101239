"""One opening of a plan by somebody whose meeting it is not: for an hour, and with a reason."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from facilitator.refusals import Problem

HOW_LONG = timedelta(minutes=60)
_FEWEST_SIGNS = 15
_FEWEST_WORDS = 3
_NO_SIGN = re.compile(r"[^0-9A-Z]")


@dataclass(frozen=True, kw_only=True)
class Opening:
    """Who opened which version of a plan, when, until when, and why.

    ``at``, ``until`` and ``seen_at`` are instants; ``seen_by`` is the supervisor who has looked at
    this opening since, None as long as nobody has.
    """

    id: UUID
    meeting_id: UUID
    version: int
    opened_by: UUID
    at: datetime
    until: datetime
    reason: str
    seen_by: UUID | None = None
    seen_at: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        """Whether the plan may still be read then."""
        return at < self.until


def same_code(typed: str) -> str:
    """One form for every way to type a plan's code: case, spaces and dashes say nothing.

    >>> same_code(" k7qx – 3mpd ")
    'K7QX3MPD'
    """
    return _NO_SIGN.sub("", typed.upper())


def reason_problem(reason: str) -> Problem | None:
    """What is wrong with a reason, or None: a word or two tell a family nothing."""
    said = reason.split()
    if len(" ".join(said)) >= _FEWEST_SIGNS and len(said) >= _FEWEST_WORDS:
        return None
    wrong = f"“{reason}” is too short for a reason." if reason else "The reason is missing."
    remedy = "Write a sentence that you could say to the family."
    return Problem("reason", wrong, remedy)
