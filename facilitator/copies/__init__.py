"""One plan, many safe copies: what each reader may hold."""

from facilitator.copies.copy import Copy, NearMiss

__all__ = ["Copy", "NearMiss"]
