"""Signing in: the password is looked at, and whoever guesses has to wait."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta

from facilitator.accounts import heard, security, store
from facilitator.accounts.guessing import Tries, for_account, for_address
from facilitator.accounts.user import User
from facilitator.database import Session, writing
from facilitator.refusals import Refusal


class TooManyTries(Refusal):
    """What was typed was not even looked at."""

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
    with writing() as database:
        count(database, tries, at)
        kept = store.find_kept(database, email)
    right = security.is_right(password, kept)
    if kept is None or not right:
        with writing() as database:
            whose = kept.user.id if kept else None
            heard.tell(database, heard.Heard.WRONG_PASSWORD, user_id=whose, at=at)
        raise Refusal.because(
            "The e-mail address or the password is not right.", "Check both, and try again."
        )
    with writing() as database:
        take_back(database, tries)
    if not kept.user.is_active:
        raise Refusal.because(
            "Your account was stopped.", "Ask whoever looks after Facilitator where you work."
        )
    return kept.user


def count(database: Session, tries: Sequence[Tries], at: datetime) -> None:
    """Count one more try, or raise TooManyTries where it may not be made yet.

    Counted before anything is looked at: many tries at once are then many tries.
    """
    so_far = [store.load_tries(database, one) for one in tries]
    wait = max(one.wait(at) for one in so_far)
    if wait:
        raise TooManyTries.wait(wait)
    store.save_tries(database, [one.after_one_more(at) for one in so_far])


def take_back(database: Session, tries: tuple[Tries, Tries]) -> None:
    """A right one was no guess: the account's tries are forgotten, the address's one less."""
    account, address = tries
    store.forget_tries(database, account.key)
    store.save_tries(database, [store.load_tries(database, address).one_less()])
