"""A look is filed: the suggestions stand beside the ratings, and it becomes final."""

__all__: tuple[str, ...] = ()
