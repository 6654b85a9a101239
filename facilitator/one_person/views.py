"""Every page of this room, gathered for the app."""

from facilitator.one_person.blueprint import one_person

__all__ = ["one_person"]
