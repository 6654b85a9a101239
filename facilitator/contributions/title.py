"""What a meeting is called on screens."""

from collections.abc import Iterable

from facilitator.contributions.contribution import Contribution
from facilitator.meetings import KeptMeeting

UNTITLED = "A meeting without a title"


def title_of(kept: KeptMeeting, said: Iterable[Contribution]) -> str:
    """What the family calls its plan, else what we call the meeting for now."""
    named = [one.words for one in said if one.kind == "title" and one.words]
    return titled(kept, named[-1] if named else "")


def titled(kept: KeptMeeting, own: str) -> str:
    """The family's own title where there is one, else what we call the meeting for now."""
    return own or kept.meeting.title or UNTITLED
