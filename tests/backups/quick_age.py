"""Passphrases that cost nothing to try, for tests of what is around them.

A real one takes a second on purpose. The file is a real age file all the same, so that whatever is
cut off or altered is noticed by age itself.
"""

from functools import cache

import pyrage  # type: ignore[import-untyped]


@cache
def _identity(passphrase: str) -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.generate() if passphrase else _identity(" ")


def encrypt(held: bytes, passphrase: str) -> bytes:
    return bytes(pyrage.encrypt(held, [_identity(passphrase).to_public()]))


def decrypt(held: bytes, passphrase: str) -> bytes:
    try:
        return bytes(pyrage.decrypt(held, [_identity(passphrase)]))
    except pyrage.DecryptError as error:
        if "matching" in str(error).lower():
            raise pyrage.DecryptError("Decryption failed") from error
        raise
