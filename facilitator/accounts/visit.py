"""A visit: the time from one sign-in to its end, in one browser."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

# A meeting lasts hours, and its private time alone may be longer than an office's usual limit.
IDLE = timedelta(hours=4)
LONGEST = timedelta(hours=12)
# Between the password and the code: long enough to find a telephone, or an app for it.
HALF_WAY = timedelta(minutes=10)
SETTING_UP = timedelta(minutes=30)
# What is written of a visit beside its beginning and end, and how often at most.
NOTED_EVERY = timedelta(minutes=1)
# A laptop's clock may be put right in the middle of a meeting; nobody is signed out for that.
SET_BACK = timedelta(hours=1)


@dataclass(frozen=True)
class Visit:
    """One visit. Only the hash of its token is known: a stolen database opens no door.

    The times are instants in UTC. ``half_way``: the password was right, and the second step is
    still to come, so that nobody is signed in. ``locked_at``: the screen locked itself.
    """

    id: UUID
    user_id: UUID
    token_hash: str
    began_at: datetime
    seen_at: datetime
    ended_at: datetime | None = None
    half_way: bool = False
    locked_at: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        """Whether the visit still counts at that time."""
        return (
            self.ended_at is None
            and not self.half_way
            and -SET_BACK <= at - self.seen_at <= IDLE
            and -SET_BACK <= at - self.began_at <= LONGEST
        )

    def is_half_way(self, at: datetime, longest: timedelta = HALF_WAY) -> bool:
        """Whether the second step may still be taken."""
        gone = at - self.began_at
        return self.half_way and self.ended_at is None and -SET_BACK <= gone <= longest

    def seen(self, at: datetime) -> "Visit":
        """The visit as it is to be kept; the same one while there is nothing worth writing."""
        if at - self.seen_at < NOTED_EVERY:
            return self
        return replace(self, seen_at=at)


def hash_of(token: str) -> str:
    """The token's hash, 64 letters and figures. It needs no salt: the token is pure chance."""
    return sha256(token.encode()).hexdigest()
