"""The draft and the plan that a whole recorded meeting makes, and what a record says of it."""

from dataclasses import replace
from typing import Any, cast

from facilitator.canonical import thaw
from facilitator.exchange.beside import Beside
from facilitator.exchange.from_record import of_record
from facilitator.meetings import KeptMeeting
from facilitator.plans import Draft, Plan, Version
from facilitator.plans.plan import code_from_id
from facilitator.record import Record


def draft_of(record: Record) -> Draft:
    """The draft that a whole recorded meeting makes."""
    recorded = of_record(record)
    return Draft.of(recorded.meeting, recorded.people, recorded.contributions)


def plan_of(record: Record, draft: Draft) -> Plan:
    """The plan that a recorded meeting agreed, dated by the meeting.

    Code and version are the record's own; where it brings none, the code is made from its id,
    so that the same record gives the same paper.
    """
    raw = record.document["plan"]
    return draft.agree(
        on=draft.meeting.held_on,
        code=raw.get("code") or code_from_id(record.document["id"]),
        version=raw.get("version") or 1,
    )


def with_version(came: Beside, kept: KeptMeeting, newest: Version | None) -> Beside:
    """What came with a record, with number and code of the newest version of its plan.

    What a record need not say, because every program makes it out alike, is left as it came.
    """
    if newest is None:
        return came
    frame = cast("dict[str, Any]", thaw(came.frame))
    implied = {"version": 1, "code": code_from_id(kept.meeting.id)}
    for key, held in {"version": newest.number, "code": newest.code}.items():
        if held != implied[key]:
            frame["plan"][key] = held
    return replace(came, frame=frame)
