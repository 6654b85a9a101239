"""Every page of this room, gathered for the app."""

from facilitator.who_looked.blueprint import who_looked

__all__ = ["who_looked"]
