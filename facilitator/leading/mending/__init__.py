"""Mending a line: every box that it has, and every wording that it had."""

__all__: tuple[str, ...] = ()
