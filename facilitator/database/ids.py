"""Ids of rows: UUID version 7 (RFC 9562, 5.7), which can't be guessed and sort by their making."""

import secrets
import time
from threading import Lock
from uuid import UUID

CHANCE_BITS = 74
_MOST_CHANCE = (1 << CHANCE_BITS) - 1
_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62


class _Maker:
    """Makes ids that only grow within one process, also where the clock is set back."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._milliseconds = 0
        self._chance = 0

    def make(self, milliseconds: int) -> UUID:
        """The next id, for that time since 1970."""
        with self._lock:
            if milliseconds > self._milliseconds:
                self._begin(milliseconds)
            else:
                # RFC 9562, 6.2, method 2: within one tick the chance grows by chance.
                self._chance += 1 + secrets.randbits(32)
                if self._chance > _MOST_CHANCE:
                    self._begin(self._milliseconds + 1)
            return _packed(self._milliseconds, self._chance)

    def _begin(self, milliseconds: int) -> None:
        self._milliseconds = milliseconds
        self._chance = secrets.randbits(CHANCE_BITS - 1)  # The upper half is room to grow.


def _packed(milliseconds: int, chance: int) -> UUID:
    upper, lower = chance >> 62, chance & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | _VERSION_7 | upper << 64 | _VARIANT | lower)


_maker = _Maker()


def id_or_new(text: str | None) -> UUID:
    """The id that a form was made with, as it came back; a new one where somebody spoilt it."""
    try:
        return UUID(text or "")
    except ValueError:
        return new_id()


def new_id() -> UUID:
    """A new id, greater than every id that this process has made before."""
    return _maker.make(time.time_ns() // 1_000_000)
