"""One meeting: what kind it is, when and where, and how the day went."""

from facilitator.meetings.meeting import Meeting, PrivateTime, StageTime

__all__ = ["Meeting", "PrivateTime", "StageTime"]
