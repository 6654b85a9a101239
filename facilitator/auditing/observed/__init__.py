"""A meeting that a supervisor sat in on, beside the audit of its plan."""

__all__: tuple[str, ...] = ()
