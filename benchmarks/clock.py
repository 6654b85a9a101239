"""How we measure: the same work several times, the middle and the worst of it, and the machine."""

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

_ROUNDS = 3_000_000


@dataclass(frozen=True)
class Timing:
    """Seconds of wall time for one piece of work, done several times."""

    seconds: tuple[float, ...]

    @property
    def best(self) -> float:
        """The least disturbed of them."""
        return min(self.seconds)

    @property
    def middle(self) -> float:
        """Half of them took longer."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        return f"{self.middle * 1000:,.0f} ms (best {self.best * 1000:,.0f})"


def timed(work: Callable[[], object], times: int) -> Timing:
    """The work done so many times over."""
    return Timing(tuple(_once(work) for _ in range(times)))


def _once(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def machine() -> str:
    """The machine in a line, with how fast it is just now, to hold two runs beside each other."""
    loop = timed(_add_up, 3)
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"
    return (
        f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {sys.platform}, load {load};"
        f" {_ROUNDS:,} additions in {loop}"
    )


def _add_up() -> int:
    total = 0
    for number in range(_ROUNDS):
        total += number
    return total


def megabytes() -> float:
    """Memory that this process holds now; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as said:  # noqa: PTH123 -- no real file
            pages = int(said.read().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024
