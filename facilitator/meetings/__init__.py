"""One meeting: what kind it is, when and where, how the day went, and whose it is."""

from facilitator.meetings.kept import KeptMeeting
from facilitator.meetings.meeting import Meeting, PrivateTime, StageTime

__all__ = ["KeptMeeting", "Meeting", "PrivateTime", "StageTime"]
