"""Every page of this room, gathered for the app."""

from facilitator.break_glass import asking, log, looking, opened
from facilitator.break_glass.blueprint import break_glass

__all__ = ["asking", "break_glass", "log", "looking", "opened"]
