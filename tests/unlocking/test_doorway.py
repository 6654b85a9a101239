"""One process, one address: whoever asks meets what stands there now, and nobody is turned out."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from facilitator.refusals import Refusal
from facilitator.unlocking.doorway import Doorway


def says(words: bytes) -> Callable[..., Any]:
    return lambda _environ, _start: [words]


def asks(doorway: Doorway) -> bytes:
    return b"".join(doorway({}, None))


def test_whoever_asks_meets_what_was_shown_last() -> None:
    doorway = Doorway()
    doorway.show(says(b"locked"))
    assert asks(doorway) == b"locked"
    doorway.show(says(b"the app"))
    assert asks(doorway) == b"the app"


def test_whoever_comes_before_anything_stands_there_waits_for_it() -> None:
    doorway, heard = Doorway(), []
    early = threading.Thread(target=lambda: heard.append(asks(doorway)))
    early.start()
    doorway.show(says(b"the app"))
    early.join(timeout=20)
    assert heard == [b"the app"]


def test_who_is_alone_waits_for_whoever_is_answered_and_lets_nobody_in_meanwhile() -> None:
    doorway, told = Doorway(), []
    slow_is_in, slow_may_end = threading.Event(), threading.Event()

    def slow(_environ: object, _start: object) -> list[bytes]:
        slow_is_in.set()
        assert slow_may_end.wait(20)
        told.append("slow")
        return []

    def turns(_environ: object, _start: object) -> list[bytes]:
        late.start()
        slow_may_end.set()
        with doorway.alone():
            told.append("alone")
            doorway.show(says(b"the new app"))
        return []

    doorway.show(slow)
    first = threading.Thread(target=asks, args=(doorway,))
    first.start()
    assert slow_is_in.wait(20)
    # Whoever comes late meets the app of before, or the new one, and never the time in between.
    late = threading.Thread(target=lambda: told.append(str(asks(doorway))))
    doorway.show(turns_once(turns))
    asks(doorway)
    for one in (first, late):
        one.join(timeout=20)
    assert told.index("slow") < told.index("alone")
    assert len(told) == 3
    assert asks(doorway) == b"the new app"


def turns_once(turns: Callable[..., Any]) -> Callable[..., Any]:
    """An app whose first request turns everything; the others are quick."""
    first = iter([turns])

    def app(environ: object, start: object) -> Any:
        return next(first, says(b"the old app"))(environ, start)

    return app


def test_nobody_is_turned_out_who_takes_too_long() -> None:
    doorway = Doorway()
    inside, may_end = threading.Event(), threading.Event()

    def slow(_environ: object, _start: object) -> list[bytes]:
        inside.set()
        may_end.wait(20)
        return []

    doorway.show(slow)
    somebody = threading.Thread(target=lambda: asks(doorway))
    somebody.start()
    assert inside.wait(20)
    refused: list[str] = []

    def turns(_environ: object, _start: object) -> list[bytes]:
        with pytest.raises(Refusal, match="Somebody else is working") as why, doorway.alone(0):
            pass
        refused.append(str(why.value))
        return []

    doorway.show(turns)
    asks(doorway)
    assert len(refused) == 1
    may_end.set()
    somebody.join(timeout=20)
    doorway.show(says(b"open"))
    assert asks(doorway) == b"open"  # It is not left shut.


def test_a_fault_in_an_app_leaves_the_doorway_open() -> None:
    doorway = Doorway()

    def breaks(_environ: object, _start: object) -> list[bytes]:
        raise ZeroDivisionError

    doorway.show(breaks)
    with pytest.raises(ZeroDivisionError):
        asks(doorway)

    def turns(_environ: object, _start: object) -> list[bytes]:
        with doorway.alone(0):
            return [b"alone"]

    doorway.show(turns)
    assert asks(doorway) == b"alone"
