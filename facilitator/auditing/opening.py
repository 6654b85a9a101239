"""A plan opened for an audit: what is looked at, and what the machine says of it.

Everything here carries the real names, so that the machine counts what the family holds. What a
page shows goes through the made-up names first.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from facilitator.audits import Audit, Audited, Rubric, audit
from facilitator.audits.masking import Mask
from facilitator.contributions import store as contributions
from facilitator.copies import store as copies
from facilitator.database import Session
from facilitator.exchange import store as beside
from facilitator.exchange.beside import Beside
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.pages.word_lists import lists_here
from facilitator.plans import Agreed
from facilitator.plans import store as plans


@dataclass(frozen=True)
class OpenedPlan:
    """One agreed version of one meeting's plan, as an audit looks at it."""

    kept: KeptMeeting
    agreed: Agreed
    audited: Audited
    rubric: Rubric

    @cached_property
    def mask(self) -> Mask:
        """The made-up names of this family."""
        return Mask.of_plan(self.agreed.plan, self.kept.id)

    @cached_property
    def machine(self) -> Audit:
        """What the machine says of it; with the real names."""
        return audit(self.audited, self.rubric)


def open_plan(
    session: Session, meeting_id: UUID, rubric: Rubric, version: int | None = None
) -> OpenedPlan | None:
    """That version, or the newest; None where nothing is agreed, and for a practice meeting.

    Nobody is asked here whether they may: the room's door is. Five queries.
    """
    kept = meetings.find(session, meeting_id)
    if kept is None or kept.practice:
        return None
    if version is None:
        agreed = plans.latest(session, meeting_id)
    else:
        agreed = plans.find(session, meeting_id, version)
    if agreed is None:
        return None
    said = contributions.load(session, meeting_id)
    came = beside.load(session, meeting_id)
    audited = Audited.of(
        agreed.plan,
        said,
        accepted_on=_accepted_on(came),
        written_in_private=kept.private_time_was_written,
        why_no_copy=_why_no_copy(came),
        # Copies of a meeting that a record brought may have left before anybody kept a register.
        register=copies.list_of(session, meeting_id) or None,
        lists=lists_here(),
    )
    return OpenedPlan(kept, agreed, audited, rubric)


def _accepted_on(came: Beside) -> date | None:
    """The day of the family's yes to a meeting, which its record may bring."""
    day = came.frame["meeting"].get("accepted_date")
    return date.fromisoformat(day) if isinstance(day, str) and day else None


def _why_no_copy(came: Beside) -> dict[str, str]:
    raw = ((person, held.get("copy") or {}) for person, held in came.people.items())
    return {
        person: copy["reason"]
        for person, copy in raw
        if isinstance(copy, dict) and isinstance(copy.get("reason"), str)
    }
