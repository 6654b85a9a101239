"""Signing in: the password is looked at, and whoever guesses has to wait."""

import math
from datetime import datetime, timedelta

from facilitator.accounts import security, store
from facilitator.accounts.guessing import Tries, for_account, for_address
from facilitator.accounts.user import User
from facilitator.database import writing
from facilitator.refusals import Refusal


class TooManyTries(Refusal):
    """The password was not even looked at."""

    @classmethod
    def wait(cls, wait: timedelta) -> "TooManyTries":
        """The refusal that says how long to wait."""
        minutes = max(1, math.ceil(wait / timedelta(minutes=1)))
        how_long = "1 minute" if minutes == 1 else f"{minutes} minutes"
        refusal = cls.because(
            "There were too many tries to sign in.", f"Wait {how_long}. Then try again."
        )
        return cls(*refusal.problems)


def the_user_of(email: str, password: str, *, address: str | None, at: datetime) -> User:
    """The user with that e-mail address and password.

    ``address`` is the visitor's IP address. Raises TooManyTries, and Refusal for anything else:
    the same words, after the same time, whether the account or the password is wrong.
    """
    tries = (for_account(email), for_address(address))
    kept = _count(email, tries, at)
    right = security.is_right(password, kept)
    if kept is None or not right:
        raise Refusal.because(
            "The e-mail address or the password is not right.", "Check both, and try again."
        )
    _take_back(tries)
    if not kept.user.is_active:
        raise Refusal.because(
            "Your account was stopped.", "Ask whoever looks after Facilitator where you work."
        )
    return kept.user


def _count(email: str, tries: tuple[Tries, ...], at: datetime) -> store.Kept | None:
    # Counted before the password is looked at: many tries at once are then many tries.
    with writing() as database:
        so_far = [store.load_tries(database, one) for one in tries]
        wait = max(one.wait(at) for one in so_far)
        if wait:
            raise TooManyTries.wait(wait)
        store.save_tries(database, [one.after_one_more(at) for one in so_far])
        return store.find_kept(database, email)


def _take_back(tries: tuple[Tries, ...]) -> None:
    """A right password was no guess: the account's tries are forgotten, the address's one less."""
    account, address = tries
    with writing() as database:
        store.forget_tries(database, account.key)
        store.save_tries(database, [store.load_tries(database, address).one_less()])
