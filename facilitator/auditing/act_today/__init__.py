"""A child may not be safe: what was seen, who was told, what came of it."""

__all__: tuple[str, ...] = ()
