"""Ending the app in order, so that the last backup is made and the database is sealed."""

import signal
from typing import NoReturn

_ASKS = ("SIGTERM", "SIGHUP")  # The computer shuts down; the window of the terminal was closed.


def in_order() -> None:
    """Have the app end as by Ctrl-C, however it is asked to; where nobody said otherwise."""
    for name in _ASKS:
        asked = getattr(signal, name, signal.SIGTERM)  # Windows knows the first one alone.
        if signal.getsignal(asked) == signal.SIG_DFL:
            signal.signal(asked, _stop)


def _stop(_signal: int, _frame: object) -> NoReturn:
    # waitress finishes what it is answering when it meets SystemExit, as it does for Ctrl-C.
    raise SystemExit(0)
