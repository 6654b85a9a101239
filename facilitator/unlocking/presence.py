"""Which programs of ours have a data folder open: so that no database is turned under one of them.

A file in the folder is held by each of them together, and by whoever turns the database alone.
Windows gives no file away that another program has open, so there nothing has to be held.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.refusals import Refusal

NAME = "in-use"


class Presence:
    """The hold of our own program on one folder."""

    def __init__(self, handle: int | None) -> None:
        self._handle = handle

    def is_alone(self) -> bool:
        """Whether no other program has the folder; while it is so, none can come."""
        return self._hold(alone=True)

    def beside_others(self) -> bool:
        """Let others in again. False where one of them is alone just now."""
        return self._hold(alone=False)

    def _hold(self, *, alone: bool) -> bool:
        if self._handle is None:
            return True
        import fcntl  # noqa: PLC0415 - not on Windows

        try:
            fcntl.flock(self._handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


NOWHERE = Presence(None)  # where the database is no file


@contextmanager
def in_folder(folder: Path) -> Iterator[Presence]:
    """Be in that folder until the end. It ends by itself with the program, killed or not."""
    if os.name != "posix":
        yield Presence(None)
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield Presence(handle)
    finally:
        os.close(handle)


def others_are_here(folder: Path) -> Refusal:
    """What is said to whoever would turn the database while another program uses it."""
    return Refusal.because(
        f"Facilitator is running with the data folder '{folder}'.",
        "Stop it, and run this again.",
    )
