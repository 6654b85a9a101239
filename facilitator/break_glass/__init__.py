"""A family's plan opened by somebody else, for a reason that everybody sees."""

__all__: tuple[str, ...] = ()
