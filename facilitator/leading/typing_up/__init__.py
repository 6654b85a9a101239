"""Typing up a paper day: the pages of the flip chart become lines, row by row."""

__all__: tuple[str, ...] = ()
