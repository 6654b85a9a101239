"""One plan, many safe copies: what each reader may hold."""

from facilitator.copies.copy import Copy
from facilitator.copies.leaving_out import NearMiss

__all__ = ["Copy", "NearMiss"]
