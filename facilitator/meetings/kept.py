"""A meeting as it is kept: whose it is, and what is known about it."""

from dataclasses import dataclass
from uuid import UUID

from facilitator.meetings.meeting import Meeting


@dataclass(frozen=True, kw_only=True)
class KeptMeeting:
    """One meeting with what is known about it beside the meeting itself.

    ``id`` stands in addresses; the meeting's own id is the short one of its record.
    ``plan_code`` and ``plan_version`` are what its record brought, if it brought any. Of words
    that somebody wrote down in private time only the fact is kept: ``private_time_was_written``.
    """

    id: UUID
    meeting: Meeting
    team_id: UUID
    owner_id: UUID
    practice: bool = False
    plan_code: str = ""
    plan_version: int | None = None
    in_private_time: bool = False
    private_time_was_written: bool = False
