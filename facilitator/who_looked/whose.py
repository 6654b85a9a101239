"""Whose an address is: the meeting that an id in it belongs to, asked in one query."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from facilitator.access_log import Because
from facilitator.audits.look import Purpose
from facilitator.database import Base, Session

# What stands in addresses beside the id of a meeting, and the table whose row names its meeting.
# Where several stand in one address, the first of these decides.
TABLES: Mapping[str, str] = {
    "look_id": "look",
    "letter_id": "letter",
    "opening_id": "plan_opening",
    "due_id": "plan_due",
    "second_id": "second_rating",
    "hold_id": "legal_hold",
}
_GOLD = "gold_id"
_WHY = {
    Purpose.SECOND.value: Because.SECOND_RATING,
    Purpose.SETTLED.value: Because.SECOND_RATING,
    Purpose.GOLD.value: Because.GOLD,
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The meeting that an address is about, and whether the log keeps anything of it."""

    meeting_id: UUID
    owner_id: UUID
    rater_id: UUID | None
    is_kept: bool

    def is_theirs(self, user_id: UUID) -> bool:
        """Whether somebody stands before what is their own: then nobody refuses them."""
        return user_id in {self.owner_id, self.rater_id}


def asked_about(session: Session, ids: Mapping[str, Any]) -> Asked | None:
    """The meeting that those ids of an address belong to; None where there is none. One query.

    Of a made-up family, and in private time, nothing is kept.
    """
    asked = _asked(ids)
    row = session.execute(asked).one_or_none() if asked is not None else None
    if row is None:
        return None
    return Asked(
        meeting_id=row.id,
        owner_id=row.owner_id,
        rater_id=getattr(row, "rater_id", None),
        is_kept=not row.practice and not row.in_private_time,
    )


def why_looked(session: Session, look_id: UUID) -> Because:
    """Why somebody looks at that plan: chance, a choice, a second rating or practice. Two queries.

    A look that nobody drew or picked is the supervisor's own.
    """
    look, drawn = (Base.metadata.tables[name] for name in ("look", "sample_plan"))
    seen = session.execute(
        select(look.c.purpose, look.c.by_chance, look.c.meeting_id, look.c.version).where(
            look.c.id == look_id
        )
    ).one_or_none()
    if seen is None:
        return Because.AUDIT
    if seen.purpose in _WHY:
        return _WHY[seen.purpose]
    if seen.by_chance:
        return Because.SAMPLE
    picked = select(drawn.c.meeting_id).where(
        drawn.c.meeting_id == seen.meeting_id, drawn.c.version == seen.version
    )
    return Because.PICKED if session.execute(picked.limit(1)).first() else Because.AUDIT


def _asked(ids: Mapping[str, Any]) -> Select[Any] | None:
    tables = Base.metadata.tables
    meeting = tables["meeting"]
    wanted = (meeting.c.id, meeting.c.owner_id, meeting.c.practice, meeting.c.in_private_time)
    if isinstance(found := ids.get("meeting_id"), UUID):
        return select(*wanted).where(meeting.c.id == found)
    for name, table in TABLES.items():
        if isinstance(found := ids.get(name), UUID):
            of = tables[table]
            more = (of.c.rater_id,) if "rater_id" in of.c else ()
            joined = select(*wanted, *more).join(of, of.c.meeting_id == meeting.c.id)
            return joined.where(of.c.id == found)
    if isinstance(found := ids.get(_GOLD), UUID):
        gold, look = tables["gold_plan"], tables["look"]
        return (
            select(*wanted)
            .join(look, look.c.meeting_id == meeting.c.id)
            .join(gold, gold.c.settled_look_id == look.c.id)
            .where(gold.c.id == found)
        )
    return None
