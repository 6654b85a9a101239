"""Which teams a supervisor looks after: their own, and those that were given to them."""

from facilitator.accounts.supervised.store import teams_of

__all__ = ["teams_of"]
