"""What people said, each with its kind."""

from facilitator.contributions.contribution import Contribution, Fields, Value

__all__ = ["Contribution", "Fields", "Value"]
