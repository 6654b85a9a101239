"""Somebody takes back their yes to sharing the plan: no further copies, and a letter to ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from facilitator.copies.register import Handed


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    """One person's yes that was taken back.

    ``by`` is that person's id; ``readers`` are those whose copies it stops, nobody named means
    everybody's but their own. It can't unsend: what is out is asked back by a letter.
    """

    id: UUID
    by: str
    at: datetime
    user_id: UUID
    readers: tuple[str, ...] = ()
    words: str = ""
    ended_at: datetime | None = None

    def speaks_of(self, reader_id: str) -> bool:
        """Whether it is about that reader's copy."""
        return reader_id in self.readers if self.readers else reader_id != self.by

    def stops(self, reader_id: str) -> bool:
        """Whether it stops that reader's copy now."""
        return self.ended_at is None and self.speaks_of(reader_id)


def to_ask_back(withdrawal: Withdrawal, register: Iterable[Handed]) -> tuple[Handed, ...]:
    """Every copy still out there that it speaks of, in the order of the register."""
    return tuple(one for one in register if one.is_out and withdrawal.speaks_of(one.person))
