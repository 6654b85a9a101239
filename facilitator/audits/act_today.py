"""Act today: a child may not be safe. It stands outside every rating, and until it is closed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from facilitator.refusals import Problem


@dataclass(frozen=True, kw_only=True)
class ActToday:
    """What somebody saw in a plan, who was told of it and when, and what came of it.

    ``told`` names whoever was told, with their part; "" for nobody yet. ``told_on`` is a civil day
    and ``told_time`` a time of that day as "HH:MM", "" where it is not known. ``at`` and
    ``closed_at`` are instants. ``revision`` counts what was said of it since.
    """

    id: UUID
    meeting_id: UUID
    team_id: UUID
    seen: str
    by: UUID
    at: datetime
    told: str = ""
    told_on: date | None = None
    told_time: str = ""
    came_of_it: str = ""
    closed_by: UUID | None = None
    closed_at: datetime | None = None
    revision: int = 1

    @property
    def nobody_told(self) -> bool:
        """Whether nobody was told yet: that comes before all other work."""
        return not self.told

    @property
    def is_closed(self) -> bool:
        """Whether it is said what came of it."""
        return self.closed_at is not None


def told_problems(told: str, told_on: date | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with who was told and when; the place is the name of the box."""
    if told and told_on is None:
        remedy = "Write the day, so that anybody can follow it later."
        return (Problem("told_on", "It is not said when they were told.", remedy),)
    if told_on is not None and not told:
        remedy = "Write their name and what they are, or leave the day empty."
        return (Problem("told", "It is not said who was told.", remedy),)
    if told_on is not None and told_on > today:
        remedy = "Write the day on which they were told."
        return (Problem("told_on", f"{told_on:%d/%m/%Y} is not here yet.", remedy),)
    return ()


def closing_problems(note: ActToday, came_of_it: str) -> tuple[Problem, ...]:
    """Why it can't be closed: nobody was told, or nothing is said of what came of it."""
    if note.nobody_told:
        return (Problem("told", "Nobody was told yet.", "Tell somebody, then write who it was."),)
    if not came_of_it.strip():
        wrong = "It is not said what came of it."
        return (Problem("came_of_it", wrong, "Write it in a sentence."),)
    return ()
