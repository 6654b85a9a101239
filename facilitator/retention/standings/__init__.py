"""How the records of families stand: from which day each counts, and whether it is held."""

from facilitator.retention.standings.store import find_standing, standings

__all__ = ["find_standing", "standings"]
