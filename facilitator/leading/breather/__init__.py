"""The breather: where the meeting stands, for the facilitator's eyes alone."""

__all__: tuple[str, ...] = ()
