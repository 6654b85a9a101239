"""Every page of this room, gathered for the app."""

from facilitator.leading.blueprint import leading

__all__ = ["leading"]
