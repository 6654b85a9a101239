"""A hold: why a family's record must not go on its day, who says so, and when to look again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from facilitator import days
from facilitator.refusals import Refusal
from facilitator.retention.periods import civil_day

LONGEST_WAIT = 366  # days until a hold has to be looked at again


@dataclass(frozen=True, kw_only=True)
class Hold:
    """One hold of one meeting's record.

    ``review_on`` is the civil day on which somebody looks whether it is still needed. Where
    ``told`` is False the family is not told, and ``why_not_told`` says why. It holds until it was
    ended with words. ``revision`` counts its changes.
    """

    id: UUID
    meeting_id: UUID
    reason: str
    by: UUID
    at: datetime
    review_on: date
    told: bool = True
    why_not_told: str = ""
    ended_at: datetime | None = None
    ended_by: UUID | None = None
    ended_why: str = ""
    revision: int = 1

    @property
    def stands(self) -> bool:
        """Whether it keeps the record from going."""
        return self.ended_at is None

    def waits(self, today: date) -> bool:
        """Whether somebody should look at it again."""
        return self.stands and self.review_on <= today


def refuse_review(day: date, today: date) -> None:
    """Refuse a day that is here already, or more than a year away."""
    if day <= today:
        raise Refusal.because(
            f"{days.day(day)} is not to come.",
            "Write the day on which somebody looks whether this is still needed.",
            "review_on",
        )
    if (day - today).days > LONGEST_WAIT:
        raise Refusal.because(
            f"{days.day(day)} is more than a year away.",
            "Write a day within a year. It can be kept on then.",
            "review_on",
        )


def sentences(holds: Iterable[Hold], names: dict[UUID, str]) -> tuple[str, ...]:
    """What the family is told: each hold that it may know of, as one would read it out."""
    return tuple(_sentence(one, names) for one in holds if one.told)


def _sentence(one: Hold, names: dict[UUID, str]) -> str:
    began = (
        f"On {days.day(civil_day(one.at))}, {names.get(one.by, 'somebody')} kept your record back"
    )
    said = f"{began}. They wrote why: “{one.reason}”"
    if one.ended_at is None:
        return f"{said} Somebody looks at this again on {days.day(one.review_on)}."
    return f"{said} That ended on {days.day(civil_day(one.ended_at))}."
