"""Papers that are made before somebody waits for them.

They live in memory alone, as many as fit into a bound, and go when the plan changes. Nothing is
lost with them: a paper that is not ready is made when it is asked for.
"""

import atexit
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Condition, Thread
from uuid import UUID

MOST_BYTES = 64 * 1024 * 1024
# A sheet takes a quarter of a second; the longest that the press takes on needs ten.
SECONDS_TO_END = 15

_Key = tuple[UUID, str]


@dataclass(frozen=True)
class Job:
    """One paper to make. ``name`` says all that goes into it: one name always means one paper."""

    name: str
    make: Callable[[], bytes]


class Ready:
    """Papers of several meetings, by their names; many threads may ask at once."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._changed = Condition()
        self._made: OrderedDict[_Key, bytes] = OrderedDict()
        self._busy: set[_Key] = set()
        self._waiting: deque[tuple[_Key, Job]] = deque()
        self._states: dict[UUID, str] = {}
        self._asking = 0
        self._worker: Thread | None = None

    @property
    def bytes_held(self) -> int:
        """How many bytes of paper are held now."""
        with self._changed:
            return sum(map(len, self._made.values()))

    def prepare(self, meeting: UUID, state: str, jobs: Iterable[Job]) -> None:
        """Make these papers in the background, in this order; returns at once.

        What was made of that meeting in another state (another version of its plan) goes.
        """
        with self._changed:
            if self._states.get(meeting, state) != state:
                self._forget(meeting)
            self._states[meeting] = state
            known = {*self._made, *self._busy}
            self._waiting = deque(one for one in self._waiting if one[0][0] != meeting)
            wanted = {(meeting, job.name): job for job in jobs}
            self._waiting.extend((key, job) for key, job in wanted.items() if key not in known)
            if self._waiting and self._worker is None:
                self._worker = Thread(target=self._work, name="papers", daemon=True)
                self._worker.start()

    def take(self, meeting: UUID, job: Job) -> bytes:
        """That paper: the one that is ready, else made now. Raises what making it raises."""
        key = (meeting, job.name)
        with self._changed:
            self._changed.wait_for(lambda: key not in self._busy)
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
            self._waiting = deque(one for one in self._waiting if one[0] != key)
            self._busy.add(key)
            self._asking += 1
        try:
            return self._make(key, job)
        finally:
            with self._changed:
                self._asking -= 1
                self._changed.notify_all()

    def drop(self, meeting: UUID) -> None:
        """Forget every paper of that meeting, and make none that was still to be made."""
        with self._changed:
            self._forget(meeting)
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Whether every paper was made within so many seconds."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not self._waiting and not self._busy, timeout=seconds
            )

    def end(self) -> None:
        """Make nothing more; what is on the press just now is finished first."""
        with self._changed:
            self._waiting.clear()
            worker = self._worker
        if worker is not None:
            worker.join(SECONDS_TO_END)

    def _forget(self, meeting: UUID) -> None:
        for key in [one for one in self._made if one[0] == meeting]:
            del self._made[key]
        # A paper that is on the press just now is handed to whoever waits for it, and not kept.
        self._busy = {one for one in self._busy if one[0] != meeting}
        self._waiting = deque(one for one in self._waiting if one[0][0] != meeting)
        self._states.pop(meeting, None)

    def _work(self) -> None:
        while True:
            with self._changed:
                # Somebody who waits for a paper has the press to themselves.
                self._changed.wait_for(lambda: not self._asking)
                if not self._waiting:
                    self._worker = None
                    return
                key, job = self._waiting.popleft()
                self._busy.add(key)
            try:
                self._make(key, job)
            except Exception:  # noqa: BLE001, S112 - whoever asks for it is told, in sentences
                continue

    def _make(self, key: _Key, job: Job) -> bytes:
        made = b""
        try:
            made = job.make()
        finally:
            with self._changed:
                if key in self._busy and made:
                    self._keep(key, made)
                self._busy.discard(key)
                self._changed.notify_all()
        return made

    def _keep(self, key: _Key, made: bytes) -> None:
        if len(made) > self._most_bytes:
            return
        self._made[key] = made
        size = sum(map(len, self._made.values()))
        while size > self._most_bytes:
            _, oldest = self._made.popitem(last=False)
            size -= len(oldest)


_READY = Ready()
prepare, take, drop, wait = _READY.prepare, _READY.take, _READY.drop, _READY.wait
# A paper that is half laid out when Python ends would pull the fonts from under the press.
atexit.register(_READY.end)
