"""Logs in memory: as long as a test needs, each entry sealed to the one before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from facilitator.access_log import Act, Because, Entry, Head, Mark, What
from facilitator.access_log import chain as chains
from facilitator.refusals import Problem

AT = datetime(2027, 2, 27, 16, 30, tzinfo=UTC)
ACTS = (Act.VIEW, Act.PRINT, Act.SHARE, Act.REFUSED)
WHATS = (What.PLAN, What.COPY, What.LINES)


@dataclass(frozen=True)
class Log:
    """Everything that is kept of a log: its entries, its end, and what it forgot."""

    entries: tuple[Entry, ...]
    head: Head | None
    beginning: Head = Head()  # noqa: RUF009 - it can't change

    def problems(self, *marks: Mark) -> tuple[Problem, ...]:
        return chains.check(self.entries, head=self.head, beginning=self.beginning, marks=marks)

    @property
    def mark(self) -> Mark:
        assert self.head
        return Mark.of(self.head)


def entry(number: int, **changes: object) -> Entry:
    """The entry of that number as it was written, not sealed yet."""
    made = Entry(
        number=number,
        at=AT + timedelta(minutes=number),
        user_id=UUID(int=number % 3 + 1) if number % 5 else None,
        act=ACTS[number % len(ACTS)],
        meeting_id=UUID(int=100 + number % 2) if number % 7 else None,
        what=WHATS[number % len(WHATS)],
        because=Because.LEADS if number % 2 else Because.NOTHING_MORE,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def sealed(entries: Iterable[Entry], before: str = Head().seal) -> tuple[Entry, ...]:
    """Those entries, each sealed to the one before."""
    made = []
    for one in entries:
        before = one.sealed_to(before)
        made.append(replace(one, seal=before))
    return tuple(made)


def log_of(entries: Iterable[Entry], beginning: Head = Head()) -> Log:  # noqa: B008
    """A log of those entries, sealed, with the end that belongs to it."""
    made = sealed(entries, beginning.seal)
    end = Head(made[-1].number, made[-1].seal) if made else beginning
    return Log(made, end, beginning)


def a_log(many: int) -> Log:
    return log_of(entry(number) for number in range(1, many + 1))
