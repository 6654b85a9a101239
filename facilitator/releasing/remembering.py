"""What was worked out for a few meetings, used again only while nothing at all has changed."""

from collections import OrderedDict
from threading import Lock
from typing import Any, Generic, TypeVar
from uuid import UUID
from weakref import WeakSet

MOST_MEETINGS = 8

State = TypeVar("State")
Known = TypeVar("Known")


class Remembered(Generic[State, Known]):
    """The last thing worked out for each of a few meetings, beside the state that it came from.

    The whole state is held and compared, not a number that stands for it: what is found is what
    would be worked out now, also after a backup was put back. It lives in memory alone.
    """

    def __init__(self, most: int = MOST_MEETINGS) -> None:
        self._most = most
        self._lock = Lock()
        self._known: OrderedDict[UUID, tuple[State, Known]] = OrderedDict()
        _every.add(self)

    def find(self, meeting_id: UUID, state: State) -> Known | None:
        """What was worked out of that very state, or None."""
        with self._lock:
            there = self._known.get(meeting_id)
            if there is not None:
                self._known.move_to_end(meeting_id)
        return there[1] if there is not None and there[0] == state else None

    def keep(self, meeting_id: UUID, state: State, known: Known) -> Known:
        """Keep what was worked out of that state, in place of what was known; gives it back."""
        with self._lock:
            self._known[meeting_id] = (state, known)
            self._known.move_to_end(meeting_id)
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        return known

    def drop(self, meeting_id: UUID) -> None:
        """Forget that meeting."""
        with self._lock:
            self._known.pop(meeting_id, None)


_every: WeakSet[Remembered[Any, Any]] = WeakSet()


def forget(meeting_id: UUID) -> None:
    """Forget that meeting, wherever something was worked out for it."""
    for one in tuple(_every):
        one.drop(meeting_id)
