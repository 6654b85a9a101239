"""Which teams a supervisor looks after: their own, and those that were given to them."""

from facilitator.accounts.supervised.store import give, given_to, list_given, take, teams_of

__all__ = ["give", "given_to", "list_given", "take", "teams_of"]
