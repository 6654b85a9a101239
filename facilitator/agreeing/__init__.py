"""Agreeing: the draft read aloud, the walk through it, each answer, and the family's yes."""

from facilitator.agreeing.sounding import Sounds
from facilitator.agreeing.stop import State, Stop

__all__ = ["Sounds", "State", "Stop"]
