"""Every page of this room, gathered for the app."""

from facilitator.agreeing.blueprint import agreeing

__all__ = ["agreeing"]
