"""Notes that no plan, no copy and no audit can reach: the import order keeps this room apart."""

from facilitator.notes.note import KeptNote, Note, Whose

__all__ = ["KeptNote", "Note", "Whose"]
