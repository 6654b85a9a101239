"""What many plans show: counts, quotes and dots of one team's quarter, on screen and on paper."""

__all__: tuple[str, ...] = ()
