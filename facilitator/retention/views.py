"""Every page of this room, gathered for the app."""

from facilitator.retention.blueprint import retention

__all__ = ["retention"]
