"""What a supervisor keeps beside the figures: words of a quarter, lines to read, changes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from facilitator.audits.sampling import Quarter
from facilitator.audits.statistics import ProcessChange

BOXES = {
    "looked_at": "What we looked at",
    "found": "What we found",
    "changed": "What we changed",
    "for_children": "What changed for children",
}


@dataclass(frozen=True, kw_only=True)
class QuarterWords:
    """Four boxes of a supervisor's own words about one team's quarter; ``revision`` 0: none yet."""

    looked_at: str = ""
    found: str = ""
    changed: str = ""
    for_children: str = ""
    revision: int = 0

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Each box by its heading, in their order."""
        return tuple((heading, getattr(self, box)) for box, heading in BOXES.items())

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in any."""
        return not any(words for _, words in self.told)


@dataclass(frozen=True, kw_only=True)
class KeptQuote:
    """A line of a plan, with made-up names, that its family lets us read to each other.

    ``yes_by`` said yes on ``yes_on``. They may take it back, and then the line goes for good.
    """

    id: UUID
    team_id: UUID
    quarter: Quarter
    words: str
    yes_by: str
    yes_on: date


@dataclass(frozen=True, kw_only=True)
class KeptChange:
    """A change of how a team works. ``why`` is asked where limits begin afresh.

    A change that was a slip is taken back, with a reason, and still stands in the list.
    """

    id: UUID
    team_id: UUID
    on: date
    what: str
    new_limits: bool
    why: str
    by: str
    taken_back_at: datetime | None = None
    taken_back_why: str = ""

    @property
    def stands(self) -> bool:
        """Whether it is drawn."""
        return self.taken_back_at is None

    @property
    def drawn(self) -> ProcessChange:
        """The change as a chart takes it."""
        return ProcessChange(self.on, self.what, self.new_limits)
