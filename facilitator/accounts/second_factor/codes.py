"""Two kinds of codes: six figures that a telephone shows, and twelve that are kept on paper.

The telephone's are RFC 6238 (TOTP) as every such app makes them: SHA-1, six figures, 30 seconds.
"""

import hmac
import re
import secrets
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from hashlib import scrypt, sha256

from passlib.exc import TokenError  # type: ignore[import-untyped]
from passlib.totp import TOTP  # type: ignore[import-untyped]

FIGURES = 6
SECONDS = 30  # of one step
BYTES = 20  # of a secret: as long as SHA-1 uses
ON_PAPER = 12  # figures
HOW_MANY = 10  # codes on paper
# scrypt's cost, some 40 ms and 16 MB: twelve figures alone could be tried out by a computer.
COST = 2**14
_ISSUER = "Facilitator"


def figures(typed: str) -> str:
    """The figures of what was typed, as 0 to 9: of any script, and without what groups them."""
    return "".join(str(unicodedata.decimal(sign)) for sign in typed if sign.isdecimal())


def is_from_paper(typed: str) -> bool:
    """Whether that is as long as a code kept on paper."""
    return len(figures(typed)) == ON_PAPER


def secret_of(token: str, secret_key: str) -> str:
    """The secret that is offered to whoever holds that token: 160 bits in base 32.

    It is made from the app's own key, so that a page can show it twice and nothing is written
    before somebody has shown that their telephone knows it.
    """
    made = hmac.new(secret_key.encode(), f"second step:{token}".encode(), sha256).digest()[:BYTES]
    return str(TOTP(key=made, format="raw").base32_key)


def in_groups(secret: str) -> str:
    """The secret as somebody types it: groups of four."""
    return " ".join(re.findall("....?", secret))


def address_of(secret: str, email: str) -> str:
    """What the square says: the otpauth address that apps for codes read."""
    return str(TOTP(key=secret).to_uri(label=email, issuer=_ISSUER))


def step_of(secret: str, typed: str, at: datetime) -> int | None:
    """The number of the 30 seconds whose code was typed; None for a wrong one.

    One step before and one after count too: clocks differ, and people type slowly.
    """
    try:
        found = TOTP(key=secret).match(figures(typed), time=at, window=SECONDS)
    except TokenError:
        return None
    return int(found.counter)


def code_at(secret: str, at: datetime) -> str:
    """The six figures that a telephone with this secret shows then."""
    return str(TOTP(key=secret).generate(at).token)


def new_for_paper() -> tuple[str, ...]:
    """Ten codes by chance, in groups of four figures."""
    made = (f"{secrets.randbelow(10**ON_PAPER):0{ON_PAPER}d}" for _ in range(HOW_MANY))
    return tuple(" ".join(re.findall("....", one)) for one in made)


def hash_of(code: str, salt: str) -> str:
    """What is kept of a code on paper. Takes a while, on purpose."""
    held = scrypt(figures(code).encode(), salt=bytes.fromhex(salt), n=COST, r=8, p=1, dklen=32)
    return held.hex()


def hashes_of(codes: Sequence[str], salt: str) -> tuple[str, ...]:
    """What is kept of those codes."""
    return tuple(hash_of(one, salt) for one in codes)


def new_salt() -> str:
    """A salt for one set of codes, 16 bytes by chance, as hexadecimal."""
    return secrets.token_hex(16)
