"""Copies of the database: made by hand and every day, kept, found and put back."""

from facilitator.backups.kept import Backup, latest

__all__ = ["Backup", "latest"]
