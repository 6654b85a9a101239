"""The copies as the register has them, in place of those that were only planned."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.copies import Handed
from facilitator.people import Copying, Person
from facilitator.plans import Plan


def as_registered(plan: Plan, register: Iterable[Handed]) -> Plan:
    """The plan with each person's copy as it really left, the last one of this very version.

    Whoever has no row yet keeps the kind that was chosen, and has it on no day.
    """
    rows = {
        one.person: one
        for one in sorted(register, key=lambda one: one.at)
        if one.version == plan.version
    }
    seats = (_held(one, rows.get(one.id), plan.meeting.zone) for one in plan.people)
    return replace(plan, people=replace(plan.people, everyone=tuple(seats)))


def _held(person: Person, row: Handed | None, zone: str) -> Person:
    planned = person.copying
    if row is None:
        chosen = replace(planned, on=None) if planned else Copying(kind=person.copy_kind)
        return replace(person, copying=chosen)
    form = planned.form if planned and planned.form else row.edition
    held = Copying(
        kind=row.kind,
        form=form,
        how=row.route or row.how.words,
        on=_there(row.at, zone).date(),
        edition=row.edition,
    )
    return replace(person, copying=held)


def _there(at: datetime, zone: str) -> datetime:
    """That instant by the clocks of the meeting's own zone, where this machine knows it."""
    try:
        return at.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return at
