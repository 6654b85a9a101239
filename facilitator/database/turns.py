"""Whose turn it is to write, among the threads of one program: first come, first served.

SQLite lets waiting writers try again by chance, and under load one of them may find the door shut
for longer than it waits. Programs beside this one still meet only at SQLite's own door.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

LONGEST = 30  # seconds; whoever waits longer stands behind a fault


class Turns:
    """A queue of writers; each hands its turn to the one that has waited longest."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[Lock] = deque()
        self._taken = False

    @contextmanager
    def turn(self, longest: float = LONGEST) -> Iterator[None]:
        """Wait for a turn and have it. TimeoutError where none comes in that many seconds."""
        self._wait(longest)
        try:
            yield
        finally:
            self._hand_on()

    def _wait(self, longest: float) -> None:
        mine = Lock()
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            mine.acquire()
            self._waiting.append(mine)
        if mine.acquire(timeout=longest):
            return
        with self._guard:
            if mine in self._waiting:  # Else the turn came at the last moment.
                self._waiting.remove(mine)
                raise TimeoutError(f"Nobody's turn to write ended within {longest} seconds.")

    def _hand_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False
