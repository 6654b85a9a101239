"""Every page of this room, gathered for the app."""

from facilitator.preparing.blueprint import preparing

__all__ = ["preparing"]
