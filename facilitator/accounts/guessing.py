"""What stands in the way of somebody who guesses: time, and never for ever."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from facilitator.accounts.user import same_email

FREE_FOR_AN_ACCOUNT = 10
# Of six figures: whoever types them has the telephone in their hand.
FREE_FOR_A_CODE = 5
# Behind one address there may be a whole office.
FREE_FOR_AN_ADDRESS = 30
SHORTEST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class Tries:
    """Wrong tries for one account, with its codes, or from one address.

    ``key`` is a hash: people type passwords into the wrong field.
    """

    key: str
    free: int
    count: int = 0
    last_at: datetime | None = None

    def wait(self, at: datetime) -> timedelta:
        """How long until the next try is looked at; zero when it may be made now.

        The wait doubles with each wrong try. A clock that was set back keeps nobody waiting.
        """
        gone = self._gone(at)
        if gone is None or self.count < self.free:
            return timedelta(0)
        doubled = SHORTEST_WAIT * (1 << min(self.count - self.free, 10))
        return max(timedelta(0), min(doubled, LONGEST_WAIT) - gone)

    def after_one_more(self, at: datetime) -> "Tries":
        """The same with one more try; what is long ago is forgotten."""
        count = 0 if self._gone(at) is None else self.count
        return Tries(self.key, self.free, count + 1, at)

    def one_less(self) -> "Tries":
        """The same without the last try, which was no guess."""
        return Tries(self.key, self.free, max(0, self.count - 1), self.last_at)

    def _gone(self, at: datetime) -> timedelta | None:
        """The time since the last try; None when it counts no more."""
        if self.last_at is None:
            return None
        # Two tries at the same moment may be counted in either order: that is no clock set back.
        gone = at - self.last_at
        return max(timedelta(0), gone) if -SHORTEST_WAIT <= gone < FORGOTTEN_AFTER else None


def for_account(email: str) -> Tries:
    """No tries yet for the account of that address, whether there is one or not."""
    return Tries(_hidden(f"account {same_email(email)}"), FREE_FOR_AN_ACCOUNT)


def for_codes(user_id: UUID) -> Tries:
    """No wrong codes yet of that user. A right password takes none of them back."""
    return Tries(_hidden(f"codes {user_id}"), FREE_FOR_A_CODE)


def for_address(address: str | None) -> Tries:
    """No tries yet from that IP address."""
    return Tries(_hidden(f"address {address}"), FREE_FOR_AN_ADDRESS)


def _hidden(what: str) -> str:
    return sha256(what.encode()).hexdigest()
