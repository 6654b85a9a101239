"""Somebody asks to have something put right, or sees it differently; and what came of it.

A plan is never changed in place. What is put right stands in the next plan; the old one stays, and
both say why. What is not changed stays with that person's own words beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from facilitator.plans import Agreed, PlanChange
from facilitator.plans.changes import between


class Outcome(StrEnum):
    """What came of a correction. The value is its stored key."""

    WAITS = "waits"
    PUT_RIGHT = "put_right"
    NOT_CHANGED = "not_changed"


@dataclass(frozen=True, kw_only=True)
class Correction:
    """One thing that somebody of a meeting asked to have put right.

    ``person`` is the id of whoever asks, ``asked`` are their words, ``asked_on`` is the civil day.
    ``line`` is the id of the line that it is about, "" where it is about something else, and
    ``about`` says what in words. ``at_version`` is the number of the plan that held then, 0 for
    none. The answer has its ``reason``, its day, who gave it and, where a line is put right, the
    number of the plan that is to say it right. ``beside`` is the id of the words that are printed
    beside the line, "" for none.
    """

    id: UUID
    meeting_id: UUID
    person: str
    asked: str
    asked_on: date
    line: str
    about: str
    at_version: int
    at: datetime
    typed_by: UUID
    outcome: Outcome = Outcome.WAITS
    reason: str = ""
    answered_on: date | None = None
    answered_by: UUID | None = None
    answered_at: datetime | None = None
    in_version: int = 0
    beside: str = ""


@dataclass(frozen=True)
class Course:
    """How far one correction has come, with the line as it was and as it is.

    ``version`` is the plan that says it right, None as long as none does. ``change`` is what is
    different there. ``missed`` says that the plan which was to say it right says it as before.
    """

    correction: Correction
    before: str = ""
    after: str = ""
    version: int | None = None
    change: PlanChange | None = None
    missed: bool = False

    @property
    def is_done(self) -> bool:
        """Whether nothing of it waits any more."""
        if self.correction.outcome is Outcome.PUT_RIGHT and self.correction.line:
            return self.version is not None
        return self.correction.outcome is not Outcome.WAITS


def course_of(correction: Correction, agreed: Iterable[Agreed]) -> Course:
    """How far it has come, read off the plans themselves: nobody ticks it off."""
    plans = {one.plan.version: one.plan for one in agreed}
    old = plans.get(correction.at_version)
    if not correction.line or old is None:
        return Course(correction, before=correction.about)
    before = _words(old, correction.line)
    for number in sorted(plans):
        if number <= correction.at_version:
            continue
        for change in between(old, plans[number]):
            if change.line.id == correction.line and change.what != "new":
                after = _words(plans[number], correction.line)
                return Course(correction, before, after, number, change)
    missed = correction.outcome is Outcome.PUT_RIGHT and max(plans) >= correction.in_version
    return Course(correction, before, missed=missed)


def _words(plan: object, line_id: str) -> str:
    lines = getattr(plan, "lines", ())
    return next((one.words for one in lines if one.id == line_id), "")
