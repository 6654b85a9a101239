"""The register: which copy went to whom, how and when. No copy leaves without its row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from facilitator.people import CopyKind
from facilitator.refusals import Problem, Refusal


class How(StrEnum):
    """How a copy reaches its reader. The value is its stored key."""

    BY_HAND = "by_hand"
    SAFE_ROUTE = "safe_route"

    @property
    def words(self) -> str:
        """The way as people say it."""
        return self.value.replace("_", " ").replace("safe", "a safe")


@dataclass(frozen=True, kw_only=True)
class Handed:
    """One row of the register, written before the copy leaves.

    ``person`` is the person's id in the record, ``name`` what they were called on that day.
    ``route`` says the safe route in words, and ``asked_on`` the civil day on which that person
    was asked whether it is safe. ``sha256`` is the copy's own. ``back_at`` is when it came back.
    """

    id: UUID
    version: int
    code: str
    person: str
    name: str
    kind: CopyKind
    edition: str
    language: str
    how: How
    at: datetime
    user_id: UUID
    sha256: str
    route: str = ""
    asked_on: date | None = None
    back_at: datetime | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Why it can't go that way: a safe route is asked for each time, on that very day."""
        if self.how is How.BY_HAND:
            return ()
        found = []
        if not self.route.strip():
            wrong = f"There is no safe route for {self.name} here."
            found.append(Problem(self.name, wrong, "Ask them how it reaches them and nobody else."))
        if self.asked_on != today:
            wrong = f"{self.name} was not asked today whether this route is safe."
            remedy = "Ask them now, for others may read their post or their telephone."
            found.append(Problem(self.name, wrong, remedy))
        return tuple(found)

    def refuse_unless_safe(self, today: date) -> None:
        """Refusal with every reason why it can't go that way."""
        if problems := self.problems(today):
            raise Refusal(*problems)

    @property
    def is_out(self) -> bool:
        """Whether it has not come back."""
        return self.back_at is None


def held_by(register: Iterable[Handed], person_id: str) -> tuple[Handed, ...]:
    """What that person still holds, the newest first."""
    theirs = [one for one in register if one.person == person_id and one.is_out]
    return tuple(sorted(theirs, key=lambda one: one.at, reverse=True))


def older_than(register: Iterable[Handed], version: int) -> tuple[Handed, ...]:
    """The copies of earlier versions that have not come back, in the order of the register."""
    return tuple(one for one in register if one.version < version and one.is_out)
