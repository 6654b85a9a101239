"""One small rule for each criterion: what it counts, what it would say, and what it stands on."""

from facilitator.audits.suggesting.rules import suggest

__all__ = ["suggest"]
