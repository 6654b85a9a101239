"""The recovery key: made by chance, printed once, easy to read aloud and to type.

Twenty-six signs of chance (130 bits) and two that show a slip, in seven groups of four. The signs
are Crockford's: no I, L, O or U, so that nothing looks or sounds like something else.
"""

import secrets
import unicodedata

from facilitator.refusals import Refusal

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHANCE, CHECK, GROUP = 26, 2, 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
# The greatest prime that two signs can hold: one wrong sign, or two that changed places, always
# show (32 to any power below 204 is never 1 more than a multiple of it).
_PRIME = 1021


def by_chance() -> str:
    """A new recovery key, in its groups."""
    chance = "".join(secrets.choice(SIGNS) for _ in range(CHANCE))
    return in_groups(chance + _check(chance))


def in_groups(signs: str) -> str:
    """As it is printed: ``7K2M-Q9XD-...``."""
    return "-".join(signs[begin : begin + GROUP] for begin in range(0, len(signs), GROUP))


def read(typed: str) -> str:
    """What was typed, as it was printed: small letters, spaces and O for 0 do no harm.

    Raises Refusal where it is too short or too long, or where a sign must be wrong.
    """
    plain = unicodedata.normalize("NFKC", typed).upper()
    signs = "".join(one for one in plain if one.isalnum()).translate(_READ_AS)
    if len(signs) != CHANCE + CHECK:
        raise Refusal.because(
            f"A recovery key has {CHANCE + CHECK} letters and figures; this has {len(signs)}.",
            "Look at the paper again, group by group.",
        )
    if not set(signs) <= set(SIGNS) or _check(signs[:CHANCE]) != signs[CHANCE:]:
        raise Refusal.because(
            "There is a slip in this recovery key.", "Look at the paper again, group by group."
        )
    return in_groups(signs)


def _check(chance: str) -> str:
    number = 0
    for sign in chance:
        number = (number * len(SIGNS) + SIGNS.index(sign)) % _PRIME
    number = number * len(SIGNS) ** CHECK % _PRIME  # As if the check signs stood there, empty.
    return SIGNS[number // len(SIGNS)] + SIGNS[number % len(SIGNS)]
