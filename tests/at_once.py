"""The same work in several programs at once, each with its own connection to one database."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TypeVar

from sqlalchemy import URL

from facilitator.database import Session, opened, writing

LONGEST = 60  # seconds
_MAKING = threading.Lock()  # Python 3.11 can't read two programs at once, and an app reads some.

Answer = TypeVar("Answer")


def at_once(url: str | URL, times: int, work: Callable[[Session, int], Answer]) -> list[Answer]:
    """What comes of that work, done so many times at once: it is given a writer and its number."""
    ready = threading.Barrier(times)

    def one(number: int) -> Answer:
        try:
            with ExitStack() as held:
                with _MAKING:
                    held.enter_context(opened(url))
                ready.wait(LONGEST)
                with writing() as session:
                    return work(session, number)
        except BaseException:
            ready.abort()  # Or the others would wait for this one for good.
            raise

    with ThreadPoolExecutor(times) as several:
        return list(several.map(one, range(times)))
