"""Every page of this room, gathered for the app."""

from facilitator.auditing.blueprint import auditing

__all__ = ["auditing"]
