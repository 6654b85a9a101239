"""Remarks on a filed look, and what came of each."""

__all__: tuple[str, ...] = ()
