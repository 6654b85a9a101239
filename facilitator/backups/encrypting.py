"""A backup that a passphrase locks: an age file, which every program that knows age can open.

Nothing plain touches the disk: the database comes as bytes, and goes as bytes. So it has to fit
into the computer's memory three times.
"""

from pathlib import Path

import pyrage  # type: ignore[import-untyped]

from facilitator.accounts import passwords
from facilitator.refusals import Refusal

SHORTEST = 15
_FIRST_LINE = b"age-encryption.org/v1\n"
_AS_TEXT = b"-----BEGIN AGE ENCRYPTED FILE-----"
# How much work a passphrase is, is measured; on a busy computer the measure may be far too low.
_TRIES = 3
_TOO_MUCH_WORK = "work"
_DOES_NOT_FIT = "Decryption failed"


def is_encrypted(path: Path) -> bool:
    """Whether that file is an age file. False for one that is not there."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_AS_TEXT)).startswith((_FIRST_LINE, _AS_TEXT))


def faults_of(passphrase: str) -> tuple[str, ...]:
    """What is wrong with a new passphrase, in sentences; it is never shown itself."""
    length = len(passwords.normal(passphrase))
    if length < SHORTEST:
        words = "Somebody who has the file can guess for years."
        return (f"It has {length} characters. Use {SHORTEST} or more. {words}",)
    return passwords.faults(passphrase)


def encrypt(held: bytes, passphrase: str) -> bytes:
    """Those bytes, for whoever knows the passphrase. Refusal for a weak one."""
    if told := faults_of(passphrase):
        raise Refusal.because(f"The passphrase is not strong enough. {told[0]}", "Choose another.")
    return bytes(pyrage.passphrase.encrypt(held, passwords.normal(passphrase)))


def decrypt(path: Path, passphrase: str) -> bytes:
    """What was encrypted there. Raises Refusal for a wrong passphrase, and for a damaged file."""
    held = path.read_bytes()
    for left in reversed(range(_TRIES)):
        try:
            return bytes(pyrage.passphrase.decrypt(held, passwords.normal(passphrase)))
        except pyrage.DecryptError as error:
            if not left or _TOO_MUCH_WORK not in str(error).lower():
                raise _refused(path, str(error)) from None
    raise AssertionError("The last try returns or raises.")


def _refused(path: Path, said: str) -> Refusal:
    if said.startswith(_DOES_NOT_FIT):
        return Refusal.because(
            f"This passphrase does not open '{path}'.",
            "Type it again: capitals and spaces count. Nothing was changed.",
        )
    return Refusal.because(
        f"'{path}' is damaged or cut off: it is not what was written.",
        "Give another backup. Nothing was changed.",
    )
