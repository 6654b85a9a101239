"""What slows down whoever guesses how private time ends: seconds, and never a lock.

It stands in the memory of the app alone: nothing is written while the family has its time.
"""

from threading import Lock
from uuid import UUID

# Seconds before the answer to the first, second, third ... wrong try; the last for all that follow.
WAITS = (0, 0, 1, 2, 3, 5)


class WrongTries:
    """The wrong tries of each meeting's spell; one try at a time is looked at."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._wrong: dict[UUID, int] = {}
        self._looked_at: set[UUID] = set()

    def begin(self, meeting_id: UUID) -> bool:
        """Whether a try may be looked at now: not while the one before is still answered."""
        with self._guard:
            if meeting_id in self._looked_at:
                return False
            self._looked_at.add(meeting_id)
            return True

    def wrong(self, meeting_id: UUID) -> float:
        """That try was wrong: the seconds to wait before saying so."""
        with self._guard:
            before = self._wrong.get(meeting_id, 0)
            self._wrong[meeting_id] = before + 1
            return WAITS[min(before, len(WAITS) - 1)]

    def right(self, meeting_id: UUID) -> None:
        """That try was right: the wrong ones are forgotten."""
        with self._guard:
            self._wrong.pop(meeting_id, None)

    def done(self, meeting_id: UUID) -> None:
        """The try is answered; the next one may come."""
        with self._guard:
            self._looked_at.discard(meeting_id)
