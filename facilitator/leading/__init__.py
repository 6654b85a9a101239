"""The screen for leading a meeting: to listen with, where nothing is ever lost."""

__all__: tuple[str, ...] = ()
