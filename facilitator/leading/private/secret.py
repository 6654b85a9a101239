"""What ends private time: a PIN that was chosen for it, or the owner's usual password."""

import re
import unicodedata

from facilitator.accounts import security
from facilitator.accounts.store import Kept
from facilitator.meetings.private_time import Watch

_PIN = re.compile(r"[0-9]{4,8}")


def figures(typed: str) -> str:
    """What was typed, without spaces around it and with the figures of any script as 0 to 9."""
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in typed.strip()
    )


def is_pin(typed: str) -> bool:
    """Whether it can be a PIN: 4 to 8 figures."""
    return _PIN.fullmatch(figures(typed)) is not None


def hashed_pin(typed: str) -> str:
    """The hash to keep of a PIN, "" where there is none. Takes some 100 ms, on purpose."""
    return security.hashed(figures(typed)) if typed else ""


def ends(watch: Watch, typed: str, owner: Kept) -> bool:
    """Whether that ends it. The owner's password always does, whatever PIN there is."""
    pin = Kept(owner.user, watch.pin_hash)
    if watch.pin_hash and is_pin(typed) and security.is_right(figures(typed), pin):
        return True
    return security.is_right(typed, owner)
