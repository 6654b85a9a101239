"""Whom to ask for the passphrase of a locked database where there is no page: a command's terminal.

It stands at the base, so that a command can say who asks without loading the database first.
"""

from collections.abc import Callable
from pathlib import Path

Asker = Callable[[Path], None]

_askers: list[Asker] = []


def ask_by(asker: Asker | None) -> None:
    """From now on that asker is asked to unlock a file; None asks nobody."""
    _askers[:] = [asker] if asker else []


def ask_for(path: Path) -> None:
    """Have somebody unlock that file, where there is anybody to ask. Raises Refusal."""
    for one in _askers:
        one(path)
