"""A supervisor's day: what cannot wait, and what waits."""

__all__: tuple[str, ...] = ()
