"""One meeting as the pages of its copies need it."""

from dataclasses import dataclass, replace
from uuid import UUID

from flask import abort

from facilitator.accounts.sessions import user
from facilitator.copies import Gate, Handed
from facilitator.copies import store as register
from facilitator.database import Session
from facilitator.people import Person
from facilitator.plans import Plan
from facilitator.refusals import Refusal
from facilitator.releasing import opening
from facilitator.releasing.handing_over_rows import Leaving, leaving_of
from facilitator.releasing.opening import Opened
from facilitator.releasing.printing import Printer
from facilitator.releasing.remembering import Remembered


@dataclass(frozen=True)
class Desk:
    """An opened meeting with every copy that may leave it now; None of them before agreement."""

    opened: Opened
    leaving: tuple[Leaving, ...]

    @property
    def meeting_id(self) -> UUID:
        """What stands in addresses for the meeting."""
        return self.opened.kept.id

    @property
    def plan(self) -> Plan | None:
        """The agreed plan as held today."""
        return self.opened.plan

    @property
    def printer(self) -> Printer:
        """What makes its papers."""
        return Printer(self.opened.kept.id, practice=self.opened.kept.practice)

    def find(self, person_id: str) -> Leaving | None:
        """That reader, or None."""
        return next((one for one in self.leaving if one.reader.id == person_id), None)

    def load_by_address(self, row_id: UUID) -> Leaving:
        """That reader; not found for a stranger and for somebody who is to have no copy."""
        person = self.opened.person_of(row_id)
        return (person and self.find(person.id)) or abort(404)

    def address_of(self, reader: Person) -> UUID:
        """What stands in addresses for that person."""
        return self.opened.ids[reader.id]

    def still_as(self, row: Handed) -> Leaving:
        """Whoever holds that row's copy, where it is the very copy that may leave now.

        Refusal where another plan holds now, where something else stands in the copy since, and
        with every reason where it may not leave any more.
        """
        found = self.find(row.person)
        if found is None or self.plan is None or row.version != self.plan.version:
            raise Refusal.because(
                f"This was plan {row.version}. It does not hold any more.",
                "Print the plan that holds now, from the list of copies.",
            )
        if found.copy is None:
            raise Refusal(*found.problems)
        if found.copy.sha256 != row.sha256:
            raise Refusal.because(
                f"{row.name}'s copy has changed since this one was handed over.",
                "Print the new one from the list of copies, and ask for this one back.",
            )
        return found


def open_for_user(session: Session, meeting_id: UUID) -> Desk:
    """That meeting for whoever is signed in; not found where there is none for them.

    Refusal in the family's private time. It writes nothing.
    """
    opened = opening.open_for(session, meeting_id, user()) or abort(404)
    gate, leaving = _looked_through(opened) if opened.plan else (opened.gate, ())
    # Somebody who was taken off the list has no address any more, and gets nothing.
    there = tuple(one for one in leaving if one.reader.id in opened.ids)
    return Desk(replace(opened, gate=gate), there)


def load_row(session: Session, meeting_id: UUID, row_id: UUID) -> Handed:
    """That row of that meeting's register; not found where there is none. One query."""
    return register.find(session, meeting_id, row_id) or abort(404)


# Looking through twelve copies takes longer than somebody should wait for a button. A change that
# touches no copy, such as a line said after the plan was agreed, leaves the gate equal.
_LOOKED_THROUGH: Remembered[Gate, tuple[Gate, tuple[Leaving, ...]]] = Remembered()


def _looked_through(opened: Opened) -> tuple[Gate, tuple[Leaving, ...]]:
    """The gate, or an equal one that has looked already, and what it lets out."""
    meeting_id, gate = opened.kept.id, opened.gate
    if known := _LOOKED_THROUGH.find(meeting_id, gate):
        return known
    return _LOOKED_THROUGH.keep(meeting_id, gate, (gate, leaving_of(gate)))
