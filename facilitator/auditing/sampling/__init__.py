"""Which plans are looked at: drawn by a printed seed, or picked by somebody for a reason."""

from facilitator.auditing.sampling.store import standing_of, took

__all__ = ["standing_of", "took"]
