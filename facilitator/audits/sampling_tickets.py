"""Chance that replays: each plan draws a ticket from a printed seed, and the lowest are taken.

A ticket is the SHA-256 of the seed, of what is drawn for, and of the plan's own id. So a draw does
not depend on the order of a list, on the machine or on the version of Python, and anybody can do
it again by hand. Each text goes in as its length in bytes (four bytes, the highest first) and its
bytes in UTF-8: no two rows of texts can run together into the same.
"""

from collections.abc import Iterable
from hashlib import sha256


def ticket(*texts: str) -> bytes:
    """The ticket of those texts: 32 bytes, compared as a number.

    >>> ticket("seed", "plan 1").hex()[:16]
    '7a3a95d8478e5708'
    """
    written = (text.encode() for text in texts)
    return sha256(b"".join(len(one).to_bytes(4, "big") + one for one in written)).digest()


def shuffled(seed: str, purpose: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Those ids in the order of their tickets; each id once."""
    return tuple(sorted(set(ids), key=lambda one: ticket(seed, purpose, one)))


def fingerprint(ids: Iterable[str]) -> str:
    """Sixteen letters that stand for this very set of ids: another set has others."""
    return ticket(*sorted(set(ids))).hex()[:16]
