"""What could not be written down at once: kept in memory until there is room, else counted."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from uuid import UUID

from facilitator import access_log
from facilitator.access_log import Act, Because, What
from facilitator.database import Session

MOST = 1000  # rows that wait; more are counted, and the count is written down


@dataclass(frozen=True, kw_only=True)
class ToNote:
    """One row to be: who saw what of which meeting, when, and why they may."""

    act: Act
    what: What
    because: Because
    user_id: UUID
    meeting_id: UUID | None
    at: datetime

    def write(self, session: Session) -> None:
        """Write it, in the caller's transaction."""
        access_log.note(
            session,
            self.act,
            at=self.at,
            what=self.what,
            because=self.because,
            user_id=self.user_id,
            meeting_id=self.meeting_id,
        )


class Missed:
    """The rows of one program that wait for room."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[ToNote] = deque()
        self._lost = 0

    def __len__(self) -> int:
        return len(self._waiting) + self._lost

    def keep(self, *rows: ToNote) -> None:
        """Have them wait; where too many do already, they are only counted."""
        with self._guard:
            room = max(0, MOST - len(self._waiting))
            self._waiting.extend(rows[:room])
            self._lost += len(rows[room:])

    def take(self) -> tuple[tuple[ToNote, ...], int]:
        """Everything that waits, the first one first, and how many were only counted."""
        with self._guard:
            taken = tuple(self._waiting), self._lost
            self._waiting.clear()
            self._lost = 0
        return taken

    def put_back(self, rows: tuple[ToNote, ...], lost: int) -> None:
        """What was taken could not be written after all."""
        with self._guard:
            self._waiting.extendleft(reversed(rows))
            self._lost += lost
