"""What happened in a meeting beside what was said: where it went, and who was there when."""

from facilitator.walk.happening import Happening, What
from facilitator.walk.presence import Presence, Whereabouts, let_in
from facilitator.walk.stage_log import moved_on, stage_times
from facilitator.walk.walk import OwnQuestion, Stay, Walk

__all__ = [
    "Happening",
    "OwnQuestion",
    "Presence",
    "Stay",
    "Walk",
    "What",
    "Whereabouts",
    "let_in",
    "moved_on",
    "stage_times",
]
