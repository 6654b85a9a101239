"""A plan before its gate, with nothing said yet but what a test says."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from facilitator.contributions import Contribution
from facilitator.copies import Gate, LookedAt, Yes
from facilitator.database import new_id
from facilitator.people import People
from tests.builders import plan, step

AT = datetime(2027, 3, 6, 16, 30, tzinfo=UTC)
OWNER = UUID(int=1)
KIT = UUID(int=2)


def a_gate(*said: Contribution, of: People | None = None, **known: Any) -> Gate:
    """A gate before which nobody has looked at anything."""
    return Gate(plan=plan(*(said or (step(),)), of=of), owner_id=OWNER, **known)


def a_yes(gate: Gate, reader: str, **known: Any) -> Yes:
    """Kit's yes to the rules for that reader, as they stand."""
    usual = {
        "id": new_id(),
        "reader": reader,
        "rules": gate.rules_of(gate.plan.people.load(reader)).rules,
        "at": AT,
        "typed_by": KIT,
        "user_id": KIT,
        "name": "Kit Vale",
    }
    return Yes(**{**usual, **known})


def with_yes(gate: Gate, *readers: str) -> Gate:
    """The same gate with a second person's yes for those readers, else for everybody."""
    those = readers or tuple(one.id for one in gate.readers)
    return replace(gate, yeses=(*gate.yeses, *(a_yes(gate, one) for one in those)))


def looked_at_all(gate: Gate, reader: str) -> Gate:
    """The same gate once somebody looked at every near miss before that reader."""
    seen = tuple(
        LookedAt(
            fingerprint=one.seen_as(gate.plan.version, reader),
            version=gate.plan.version,
            reader=reader,
            at=AT,
            user_id=OWNER,
        )
        for one in gate.check_of(reader).near
    )
    return replace(gate, looked_at=(*gate.looked_at, *seen))


def reasons(gate: Gate, reader: str) -> list[str]:
    """Why that reader's copy can't leave, in words."""
    return [one.wrong for one in gate.why_not(reader)]
