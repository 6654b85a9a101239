"""The draft and the plan that a whole recorded meeting makes."""

from facilitator.exchange.from_record import of_record
from facilitator.plans import Draft, Plan
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
