"""What a family says of its own meeting, on a card of its own."""

__all__: tuple[str, ...] = ()
