"""The lock of a database: its key wrapped twice, by a passphrase and by a recovery key.

Each wrap: argon2id makes 64 bytes of what was typed and a fresh salt. The first half is laid over
the key (a pad that is used once, as the salt is), the second half signs the whole (HMAC-SHA256).
docs/decisions/0039 says why it is not age's own scrypt.
"""

import hashlib
import hmac
import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from facilitator.database.keys import FORMAT, KEY_BYTES, Key, key_id
from facilitator.refusals import Refusal

PASSPHRASE, RECOVERY = "passphrase", "recovery key"
_SALT_BYTES = 16


@dataclass(frozen=True)
class Cost:
    """How much work one try takes: memory in KiB, passes over it, lanes beside one another."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def is_bearable(self) -> bool:
        """Whether a laptop can do it: a lock that somebody else wrote may ask for anything."""
        return 8 <= self.memory <= 1024 * 1024 and 1 <= self.passes <= 16 and 1 <= self.lanes <= 16  # noqa: PLR2004


# What RFC 9106 (section 4) asks for where memory is scarce: about half a second on an old laptop.
USUAL = Cost()


def new_lock(key: Key, *, passphrase: str, recovery: str) -> dict[str, Any]:
    """The lock of that key, which opens by either of the two."""
    lock: dict[str, Any] = {"format": FORMAT, "id": key.id, "wraps": {}}
    lock = with_wrap(lock, PASSPHRASE, passphrase, key)
    return with_wrap(lock, RECOVERY, recovery, key)


def with_wrap(lock: Mapping[str, Any], name: str, typed: str, key: Key) -> dict[str, Any]:
    """The same lock with another passphrase, or another recovery key."""
    salt = secrets.token_bytes(_SALT_BYTES)
    pad, sign = _halves(typed, salt, USUAL)
    known = {**asdict(USUAL), "salt": _text(salt)}
    laid = _text(_laid_over(key.secret, pad))
    tag = _signed(sign, key.id, name, {**known, "wrapped": laid})
    wrap = {**known, "wrapped": laid, "tag": tag}
    return {**lock, "wraps": {**lock["wraps"], name: wrap}}


def opened(lock: Mapping[str, Any], name: str, typed: str) -> Key | None:
    """The key, where that is its passphrase or recovery key; None where it is not.

    Raises Refusal where the lock says nothing that can be read.
    """
    try:
        wrap = lock["wraps"][name]
        cost = Cost(*(int(wrap[one]) for one in ("memory", "passes", "lanes")))
        salt, wrapped = (b64decode(wrap[one], validate=True) for one in ("salt", "wrapped"))
        if not cost.is_bearable or len(wrapped) != KEY_BYTES:
            raise _unreadable(name)
        pad, sign = _halves(typed, salt, cost)
        said = {one: wrap[one] for one in wrap if one != "tag"}
        tag = _signed(sign, key_id(lock), name, said)
        right = hmac.compare_digest(tag, str(wrap["tag"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unreadable(name) from error
    return Key(key_id(lock), _laid_over(wrapped, pad)) if right else None


def _unreadable(name: str) -> Refusal:
    return Refusal.because(
        f"The lock of the database is damaged: its {name} can't be tried.",
        "Put the file that ends in .lock back from the folder of a backup.",
    )


def _halves(typed: str, salt: bytes, cost: Cost) -> tuple[bytes, bytes]:
    from argon2.exceptions import HashingError  # noqa: PLC0415 - a start with no lock needs none
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - likewise

    try:
        made = hash_secret_raw(
            typed.encode("utf-8", "surrogatepass"),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory,
            parallelism=cost.lanes,
            hash_len=2 * KEY_BYTES,
            type=Type.ID,
        )
    except HashingError as error:
        raise ValueError("argon2 can't work with these.") from error
    return made[:KEY_BYTES], made[KEY_BYTES:]


def _laid_over(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _signed(sign: bytes, name_of_key: str, name: str, said: Mapping[str, Any]) -> str:
    words = json.dumps([FORMAT, name_of_key, name, said], sort_keys=True).encode()
    return _text(hmac.digest(sign, words, hashlib.sha256))


def _text(what: bytes) -> str:
    return b64encode(what).decode("ascii")
