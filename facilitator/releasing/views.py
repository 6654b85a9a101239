"""Every page of this room, gathered for the app."""

from facilitator.releasing.blueprint import releasing

__all__ = ["releasing"]
