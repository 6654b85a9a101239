"""Every page of this room, gathered for the app."""

from facilitator.backups.blueprint import backups

__all__ = ["backups"]
