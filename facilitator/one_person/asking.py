"""Somebody asks what is kept about one person: from which day the clock runs, and to which.

Source: UK GDPR, Article 12(3): one month from the day when it was asked, two more where it is hard.
The day has the same number in the month that is due, or is that month's last where it has none.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from facilitator import days

_USUAL, _LONGER = 1, 3
_MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class AccessRequest:
    """One request for everything about one person of one meeting.

    ``person`` is that person's id within the meeting. ``asked_by`` says in words who asked, and
    ``known_by`` how we know that they may. ``asked_on`` is the civil day on which it came.
    ``longer_why`` says why it takes two months more, and ``longer_on`` is the day when they were
    told so. ``given_sha256`` is of the file that was given last, ``given_on`` its civil day.
    """

    id: UUID
    meeting_id: UUID
    person: str
    asked_by: str
    known_by: str
    asked_on: date
    at: datetime
    typed_by: UUID
    longer_why: str = ""
    longer_on: date | None = None
    answered_at: datetime | None = None
    answered_by: UUID | None = None
    given_sha256: str = ""
    given_on: date | None = None

    @property
    def due_on(self) -> date:
        """The last day on which it is answered in time."""
        return months_after(self.asked_on, _LONGER if self.longer_on else _USUAL)

    @property
    def first_due_on(self) -> date:
        """The last day on which we may still say that it takes longer."""
        return months_after(self.asked_on, _USUAL)

    @property
    def is_answered(self) -> bool:
        """Whether a file was given."""
        return self.answered_at is not None

    def told(self, today: date) -> str:
        """How much time is left, in a sentence."""
        if self.is_answered:
            return "Answered."
        left = days.days_between(today, self.due_on)
        due = days.day(self.due_on)
        if left < 0:
            many = "1 day" if left == -1 else f"{-left} days"
            return f"Late by {many}. It was due on {due}. Answer it now, and say sorry."
        if left == 0:
            return f"Due today, {due}."
        return f"Due on {due}. There {'is 1 day' if left == 1 else f'are {left} days'} left."


@dataclass(frozen=True, kw_only=True)
class FileGiven:
    """One file that was given: which, on what civil day, by whom and when."""

    sha256: str
    on: date
    by: UUID
    at: datetime


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of that month where it has no such day.

    >>> months_after(date(2027, 1, 31), 1), months_after(date(2028, 1, 31), 1)
    (datetime.date(2027, 2, 28), datetime.date(2028, 2, 29))
    """
    year, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
