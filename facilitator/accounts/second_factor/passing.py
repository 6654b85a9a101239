"""Taking the second step, setting it up, making new codes, and taking it off."""

from dataclasses import dataclass
from datetime import datetime

from facilitator.accounts import heard
from facilitator.accounts import store as accounts
from facilitator.accounts.guessing import for_address, for_codes
from facilitator.accounts.heard import Heard
from facilitator.accounts.people import store as people
from facilitator.accounts.second_factor import codes, store
from facilitator.accounts.second_factor.store import SecondStep
from facilitator.accounts.signing_in import count, take_back
from facilitator.accounts.user import User
from facilitator.database import Session, reading, writing
from facilitator.refusals import Refusal

_WRONG = "That code is not right."
_LOOK_AGAIN = "Type the one that your telephone shows now. One that you used is good no more."
_ON_PAPER = "Check it, and that you have not used it before."
_SET_UP = "Look at your app again, and type the figures that it shows now."


@dataclass(frozen=True)
class Came:
    """How somebody took the second step. ``left``: how many codes on paper are still good."""

    by_paper: bool
    left: int


def take(user: User, typed: str, *, address: str | None, at: datetime) -> Came:
    """Take the second step with what was typed. Raises TooManyTries, and Refusal for a wrong code.

    ``address`` is the visitor's IP address.
    """
    tries = (for_codes(user.id), for_address(address))
    with writing() as database:
        count(database, tries, at)
        step = store.find(database, user.id)
    by_paper = codes.is_from_paper(typed)
    hashed = codes.hash_of(typed, step.salt) if step and by_paper else ""
    with writing() as database:
        right = step is not None and (
            store.use_code(database, user.id, hashed, at=at)
            if by_paper
            else _show(database, step, typed, at)
        )
        if right:
            take_back(database, tries)
            left = store.codes_left(database, user.id)
            if by_paper:
                heard.tell(database, Heard.USED_RECOVERY_CODE, user_id=user.id, at=at)
            return Came(by_paper, left)
        heard.tell(database, Heard.WRONG_CODE, user_id=user.id, at=at)
    raise Refusal.because(_WRONG, _ON_PAPER if by_paper else _LOOK_AGAIN)


def set_up(user: User, secret: str, typed: str, *, at: datetime) -> tuple[str, ...]:
    """Keep the second step whose secret that is, and end every visit; its codes on paper.

    Raises Refusal where the telephone does not show what it should, and keeps nothing.
    """
    step = codes.step_of(secret, typed, at)
    if step is None:
        raise Refusal.because(_WRONG, _SET_UP)
    made, salt = codes.new_for_paper(), codes.new_salt()
    hashes = codes.hashes_of(made, salt)
    with writing() as database:
        store.keep(database, SecondStep(user.id, secret, at, step, salt), hashes)
        accounts.end_visits(database, user.id, at=at)
        people.note(database, user.id, "Second step set up.", by=user.id, at=at)
        heard.tell(database, Heard.SECOND_STEP_ON, user_id=user.id, at=at)
    return made


def new_codes(user: User, *, at: datetime) -> tuple[str, ...]:
    """Ten new codes on paper; those of before are good no more."""
    made, salt = codes.new_for_paper(), codes.new_salt()
    hashes = codes.hashes_of(made, salt)
    with writing() as database:
        store.new_codes(database, user.id, salt, hashes)
        people.note(database, user.id, "New recovery codes made.", by=user.id, at=at)
        heard.tell(database, Heard.NEW_RECOVERY_CODES, user_id=user.id, at=at)
    return made


def take_off(database: Session, user: User, *, by: User | None, at: datetime) -> bool:
    """Take that user's second step off, and end their visits; whether there was one.

    ``by`` is None for the command line.
    """
    if not store.take_off(database, user.id):
        return False
    accounts.end_visits(database, user.id, at=at)
    who = by.id if by else None
    people.note(database, user.id, "Second step taken off.", by=who, at=at)
    heard.tell(database, Heard.SECOND_STEP_OFF, user_id=user.id, by=who, at=at)
    return True


def has(user: User) -> bool:
    """Whether that user has a second step."""
    with reading() as database:
        return store.find(database, user.id) is not None


def _show(database: Session, step: SecondStep, typed: str, at: datetime) -> bool:
    number = codes.step_of(step.secret, typed, at)
    return number is not None and store.take_step(database, step.user_id, number)
