"""A visit: the time from one sign-in to its end, in one browser."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

# A meeting lasts hours, and its private time alone may be longer than an office's usual limit.
IDLE = timedelta(hours=4)
LONGEST = timedelta(hours=12)
# What is written of a visit beside its beginning and end, and how often at most.
NOTED_EVERY = timedelta(minutes=1)
# A laptop's clock may be put right in the middle of a meeting; nobody is signed out for that.
SET_BACK = timedelta(hours=1)


@dataclass(frozen=True)
class Visit:
    """One visit. Only the hash of its token is known: a stolen database opens no door.

    ``began_at``, ``seen_at`` and ``ended_at`` are instants in UTC.
    """

    id: UUID
    user_id: UUID
    token_hash: str
    began_at: datetime
    seen_at: datetime
    ended_at: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        """Whether the visit still counts at that time."""
        return (
            self.ended_at is None
            and -SET_BACK <= at - self.seen_at <= IDLE
            and -SET_BACK <= at - self.began_at <= LONGEST
        )

    def seen(self, at: datetime) -> "Visit":
        """The visit as it is to be kept; the same one while there is nothing worth writing."""
        if at - self.seen_at < NOTED_EVERY:
            return self
        return replace(self, seen_at=at)


def hash_of(token: str) -> str:
    """The token's hash, 64 letters and figures. It needs no salt: the token is pure chance."""
    return sha256(token.encode()).hexdigest()
