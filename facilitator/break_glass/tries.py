"""Whoever tries codes has to wait, as whoever tries passwords."""

import math
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from facilitator.accounts import store
from facilitator.accounts.guessing import Tries
from facilitator.database import Session
from facilitator.refusals import Refusal

# With what comes after them, at ever longer intervals, far fewer than a hundred in an hour.
FREE = 20


class TooManyTries(Refusal):
    """The code was not even looked for."""


def count(session: Session, user_id: UUID, at: datetime) -> None:
    """Count one more wrong code of that user."""
    so_far = store.load_tries(session, _none_yet(user_id))
    store.save_tries(session, [so_far.after_one_more(at)])


def refuse_who_must_wait(session: Session, user_id: UUID, at: datetime) -> None:
    """TooManyTries, with how long to wait, where that user has tried too many codes."""
    wait = store.load_tries(session, _none_yet(user_id)).wait(at)
    if wait:
        minutes = max(1, math.ceil(wait / timedelta(minutes=1)))
        how_long = "1 minute" if minutes == 1 else f"{minutes} minutes"
        raise TooManyTries.because(
            "There were too many wrong codes.", f"Wait {how_long}. Then try again."
        )


def _none_yet(user_id: UUID) -> Tries:
    return Tries(sha256(f"plan code {user_id}".encode()).hexdigest(), FREE)
