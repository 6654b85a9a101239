"""Many plans: what is drawn for a look, and what a quarter shows."""

__all__: tuple[str, ...] = ()
