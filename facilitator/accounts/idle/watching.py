"""On which pages a screen is watched, and on which nothing counts as idle."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from flask import request

from facilitator.accounts.sessions import already_found

LOCKS_AFTER = timedelta(minutes=15)
# People talk there, and look at each other. The room screen belongs to the first.
_AT_THE_TABLE = frozenset({"leading", "agreeing"})


@dataclass(frozen=True)
class Watched:
    """One page of somebody who is signed in. ``minutes`` is 0 where it never locks."""

    user_id: UUID
    name: str
    minutes: int


def watched_here() -> Watched | None:
    """How this page is watched; None where nobody is signed in."""
    user = already_found()
    if user is None:
        return None
    minutes = 0 if request.blueprint in _AT_THE_TABLE else LOCKS_AFTER // timedelta(minutes=1)
    return Watched(user.id, user.name, minutes)
