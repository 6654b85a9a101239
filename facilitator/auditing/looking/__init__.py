"""One look at one plan: the paper beside the questions, blind until it is filed."""

__all__: tuple[str, ...] = ()
