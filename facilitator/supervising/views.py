"""Every page of this room, gathered for the app."""

from facilitator.supervising import promise, today
from facilitator.supervising.blueprint import supervising

__all__ = ["promise", "supervising", "today"]
