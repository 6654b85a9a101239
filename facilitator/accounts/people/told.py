"""What each duty may do, and what it may not: a sentence each, for whoever gives it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitator.accounts.user import Duty


@dataclass(frozen=True)
class Told:
    """One duty in the words of a page."""

    name: str
    may: str
    may_not: str


DUTIES: Mapping[Duty, Told] = MappingProxyType(
    {
        Duty.FACILITATOR: Told(
            "Facilitator",
            "Leads families' meetings, and sees the meetings that they lead.",
            "Opens another facilitator's plan only for a reason, which is kept. Can't let a copy "
            "out alone.",
        ),
        Duty.SUPERVISOR: Told(
            "Supervisor",
            "Looks at plans that families of their teams agreed, to learn how good they are.",
            "Can't look through all families. Reads no notes, and never looks at a meeting of "
            "their own.",
        ),
        Duty.SECOND_PERSON: Told(
            "Second person",
            "Says yes to who may see what, when a facilitator of their team asks.",
            "Sees nothing else of that meeting.",
        ),
        Duty.ADMINISTRATOR: Told(
            "Administrator",
            "Adds people, gives duties, looks after backups and agendas.",
            "Reads no family's words.",
        ),
    }
)


def names_of(duties: Iterable[Duty]) -> str:
    """Those duties in one line: "facilitator, supervisor"; "nothing yet" for none."""
    held = frozenset(duties)
    return ", ".join(duty.words for duty in DUTIES if duty in held) or "nothing yet"
