"""Papers that are made before somebody waits: in the background, in memory, and never too many."""

from collections.abc import Callable
from threading import Event, Thread
from uuid import UUID

import pytest

from facilitator.paper.ready import Job, Ready

MEETING, OTHER = UUID(int=1), UUID(int=2)
SECONDS = 20


class Press:
    """Counts what it makes; ``gate`` holds it back while a test looks."""

    def __init__(self, *, held: bool = False) -> None:
        self.made: list[str] = []
        self.gate = Event()
        self.begun = Event()
        if not held:
            self.gate.set()

    def job(self, name: str, size: int = 10) -> Job:
        return Job(name, lambda: self._make(name, size))

    def _make(self, name: str, size: int) -> bytes:
        self.begun.set()
        assert self.gate.wait(SECONDS)
        self.made.append(name)
        return name.encode().ljust(size, b".")


def in_the_background(work: Callable[[], object]) -> Thread:
    thread = Thread(target=work)
    thread.start()
    return thread


def test_what_was_prepared_is_made_once_and_taken_at_once() -> None:
    ready, press = Ready(), Press()
    ready.prepare(MEETING, "plan 1", [press.job("a"), press.job("b")])
    assert ready.wait(SECONDS)
    assert press.made == ["a", "b"]
    assert ready.take(MEETING, press.job("a")) == b"a........."
    assert press.made == ["a", "b"]


def test_what_is_not_ready_is_made_when_it_is_asked_for_and_then_kept() -> None:
    ready, press = Ready(), Press()
    assert ready.take(MEETING, press.job("a")) == ready.take(MEETING, press.job("a"))
    assert press.made == ["a"]


def test_whoever_asks_while_a_paper_is_on_the_press_waits_for_that_one() -> None:
    ready, press = Ready(), Press(held=True)
    ready.prepare(MEETING, "plan 1", [press.job("a")])
    assert press.begun.wait(SECONDS)
    got: list[bytes] = []
    asking = in_the_background(lambda: got.append(ready.take(MEETING, press.job("a"))))
    press.gate.set()
    asking.join(SECONDS)
    assert got == [b"a........."]
    assert press.made == ["a"]


def test_many_who_ask_at_once_make_one_paper() -> None:
    ready, press = Ready(), Press(held=True)
    got: list[bytes] = []
    asking = [
        in_the_background(lambda: got.append(ready.take(MEETING, press.job("a")))) for _ in range(8)
    ]
    press.gate.set()
    for one in asking:
        one.join(SECONDS)
    assert len(got) == 8
    assert press.made == ["a"]


def test_another_version_of_the_plan_sends_the_papers_of_the_last_one_away() -> None:
    ready, press = Ready(), Press()
    ready.prepare(MEETING, "plan 1", [press.job("a")])
    ready.prepare(OTHER, "plan 1", [press.job("c")])
    assert ready.wait(SECONDS)
    ready.prepare(MEETING, "plan 2", [press.job("b")])
    assert ready.wait(SECONDS)
    assert ready.bytes_held == 20  # b, and the other family's
    ready.take(MEETING, press.job("a"))
    assert press.made.count("a") == 2


def test_private_time_leaves_nothing_of_that_meeting_in_memory() -> None:
    ready, press = Ready(), Press()
    ready.prepare(MEETING, "plan 1", [press.job("a"), press.job("b")])
    ready.prepare(OTHER, "plan 1", [press.job("c")])
    assert ready.wait(SECONDS)
    ready.drop(MEETING)
    assert ready.bytes_held == 10
    ready.drop(UUID(int=9))  # Nobody has to know whether there was any.


def test_a_paper_that_was_on_the_press_meanwhile_is_not_kept_either() -> None:
    ready, press = Ready(), Press(held=True)
    ready.prepare(MEETING, "plan 1", [press.job("a"), press.job("b")])
    assert press.begun.wait(SECONDS)
    ready.drop(MEETING)
    press.gate.set()
    ready.end()
    assert ready.bytes_held == 0
    assert press.made == ["a"]


def test_memory_is_bounded_and_what_was_asked_for_last_stays() -> None:
    ready, press = Ready(most_bytes=100), Press()
    for name in ("a", "b", "c"):
        ready.take(MEETING, press.job(name, 40))
        ready.take(MEETING, press.job("a", 40))
    assert ready.bytes_held == 80
    ready.take(MEETING, press.job("a", 40))
    assert press.made == ["a", "b", "c"]
    ready.take(MEETING, press.job("b", 40))
    assert press.made == ["a", "b", "c", "b"]


def test_one_paper_that_is_too_big_is_handed_over_and_not_kept() -> None:
    ready, press = Ready(most_bytes=100), Press()
    ready.take(MEETING, press.job("b"))
    assert len(ready.take(MEETING, press.job("a", 101))) == 101
    assert ready.bytes_held == 10  # And it pushed no other out.


def no_ink() -> bytes:
    raise ValueError("no ink")


def test_a_paper_that_fails_in_the_background_stops_no_other_and_fails_again_when_asked() -> None:
    ready, press = Ready(), Press()
    ready.prepare(MEETING, "plan 1", [Job("broken", no_ink), press.job("a")])
    assert ready.wait(SECONDS)
    assert press.made == ["a"]
    for _ in range(2):
        with pytest.raises(ValueError, match="no ink"):
            ready.take(MEETING, Job("broken", no_ink))


def test_preparing_again_makes_only_what_is_new() -> None:
    ready, press = Ready(), Press()
    for names in ("ab", "abc"):
        ready.prepare(MEETING, "plan 1", [press.job(one) for one in names])
        assert ready.wait(SECONDS)
    assert press.made == ["a", "b", "c"]


def test_ending_makes_nothing_more() -> None:
    ready, press = Ready(), Press(held=True)
    ready.prepare(MEETING, "plan 1", [press.job(one) for one in "abc"])
    assert press.begun.wait(SECONDS)
    ending = in_the_background(ready.end)
    press.gate.set()
    ending.join(SECONDS)
    assert press.made == ["a"]
