"""Moments as people say them, where the meeting is."""

from datetime import datetime

from facilitator import days
from facilitator.meetings import KeptMeeting
from facilitator.releasing.opening import zone_of


def when(kept: KeptMeeting, at: datetime) -> str:
    """A moment: "Saturday 27 February 2027 at 4.30pm"."""
    there = at.astimezone(zone_of(kept))
    return days.day_and_time(there.date(), there.time())


def clock(kept: KeptMeeting, at: datetime) -> str:
    """A moment of today: "4.30pm"."""
    return days.time_of_day(at.astimezone(zone_of(kept)).time())
