"""A stop on the walk through the draft, before the family's yes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.agreeing.opening import Opened


@dataclass(frozen=True)
class State:
    """Where a stop stands now: one sentence, or two. ``is_open`` where something is left to do.

    What is left keeps nobody from the next stop, and is never told as a score.
    """

    sentence: str
    is_open: bool = True


@dataclass(frozen=True)
class Stop:
    """One stop: what it is called, the endpoint of its page, and how it stands for a meeting."""

    key: str
    title: str
    endpoint: str
    state: "Callable[[Opened], State]"
