"""Remarks on a filed look: each is settled, in words, before the look is final."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What somebody says of one criterion of a filed look.

    ``criterion`` is "" for a remark on the look as a whole. ``at`` and ``settled_at`` are instants;
    ``settled`` says in words what came of it, "" while it is open.
    """

    id: UUID
    look_id: UUID
    criterion: str
    words: str
    by: UUID
    at: datetime
    settled: str = ""
    settled_by: UUID | None = None
    settled_at: datetime | None = None

    @property
    def is_settled(self) -> bool:
        """Whether somebody said what came of it."""
        return self.settled_at is not None


def open_of(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Those that nobody has settled yet."""
    return tuple(one for one in remarks if not one.is_settled)
