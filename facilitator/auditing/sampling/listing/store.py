"""The plans that chance may take, read from the rooms that hold them: never a document."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Uuid, bindparam, exists, false, select, union
from sqlalchemy.orm import Session

from facilitator.auditing.sampling.kept import ListedPlan
from facilitator.auditing.store import LookRow
from facilitator.audits.look import Purpose
from facilitator.audits.sampling import Eligible, Quarter
from facilitator.database import Base

MONTHS = 3


def eligible(session: Session, team_id: UUID, quarter: Quarter) -> tuple[ListedPlan, ...]:
    """The newest agreed plan of each of that team's meetings that was agreed in that quarter.

    No practice. Who was asked for the second yes, said it or kept the plan, had a part in it.
    One query, and no document is read.
    """
    first, after = days_of(quarter)
    given = {"team": team_id, "first": first, "after": after}
    found: dict[UUID, ListedPlan] = {}
    parts: dict[UUID, set[str]] = {}
    for row in session.execute(_eligible(), given):
        parts.setdefault(row.id, set()).update([str(row.had_a_part)] if row.had_a_part else [])
        found[row.id] = ListedPlan(
            meeting_id=row.id,
            version=row.number,
            eligible=Eligible(
                plan=str(row.id),
                team=str(row.team_id),
                facilitator=str(row.owner_id),
                agreed_on=row.agreed_on,
                had_a_part=frozenset(parts[row.id]),
            ),
        )
    return tuple(found.values())


def days_of(quarter: Quarter) -> tuple[date, date]:
    """The first day of that quarter, and the first day after it."""
    first = date(quarter.year, MONTHS * quarter.number - 2, 1)
    return first, (
        date(quarter.year + 1, 1, 1)
        if quarter.number == 4  # noqa: PLR2004 - the last quarter of a year
        else date(quarter.year, first.month + MONTHS, 1)
    )


def had_a_part(session: Session, meeting_ids: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Who led each of these meetings or had a part in it. One query."""
    meeting, parts = Base.metadata.tables["meeting"], _parts()
    asked = (
        select(meeting.c.id, meeting.c.owner_id, parts.c.user_id)
        .outerjoin(parts, parts.c.meeting_id == meeting.c.id)
        .where(meeting.c.id.in_(tuple(meeting_ids)))
    )
    found: dict[UUID, frozenset[UUID]] = {}
    for row in session.execute(asked):
        one = {row.owner_id, *([row.user_id] if row.user_id else [])}
        found[row.id] = found.get(row.id, frozenset()) | one
    return found


def _eligible() -> Any:
    meeting, plan = Base.metadata.tables["meeting"], Base.metadata.tables["plan"]
    parts, newer = _parts(), plan.alias("newer")
    is_not_newest = exists().where(
        newer.c.meeting_id == plan.c.meeting_id, newer.c.number > plan.c.number
    )
    named = (meeting.c.id, meeting.c.team_id, meeting.c.owner_id, plan.c.number, plan.c.agreed_on)
    return (
        select(*named, parts.c.user_id.label("had_a_part"))
        .join(plan, plan.c.meeting_id == meeting.c.id)
        .outerjoin(parts, parts.c.meeting_id == meeting.c.id)
        .where(
            meeting.c.team_id == bindparam("team", type_=Uuid()),
            meeting.c.practice == false(),
            plan.c.agreed_on >= bindparam("first", type_=Date()),
            plan.c.agreed_on < bindparam("after", type_=Date()),
            ~is_not_newest,
        )
        .order_by(meeting.c.id)
    )


def _parts() -> Any:
    """Which users had a part in which meeting, besides leading it."""
    tables = Base.metadata.tables
    asked, yes, plan = tables["release_asked"], tables["release_yes"], tables["plan"]
    return union(
        select(asked.c.meeting_id, asked.c.user_id),
        select(yes.c.meeting_id, yes.c.user_id).where(yes.c.user_id.is_not(None)),
        select(plan.c.meeting_id, plan.c.kept_by.label("user_id")),
    ).subquery()


def by_code(session: Session, meeting_ids: Iterable[UUID], code: str) -> UUID | None:
    """Which of these meetings has a plan of that code, however it is typed. One query."""
    plan = Base.metadata.tables["plan"]
    asked = select(plan.c.meeting_id, plan.c.code).where(plan.c.meeting_id.in_(tuple(meeting_ids)))
    wanted = _signs(code)
    rows = session.execute(asked)
    return next((row.meeting_id for row in rows if wanted and _signs(row.code) == wanted), None)


def _signs(code: str) -> str:
    """A plan code without what two people would type in two ways."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


def to_act_on(session: Session, meeting_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Which of these meetings have a note to act today, each with who wrote first. One query."""
    notes = Base.metadata.tables["act_today"]
    asked = select(notes.c.meeting_id, notes.c.by)
    rows = session.execute(
        asked.where(notes.c.meeting_id.in_(tuple(meeting_ids))).order_by(notes.c.at.desc())
    )
    return {row.meeting_id: row.by for row in rows}


def looks_at(session: Session, meeting_ids: Iterable[UUID]) -> tuple[Any, ...]:
    """The first looks at the plans of these meetings, filed ones in their order. One query."""
    looks = LookRow.__table__
    asked = select(
        *(looks.c.id, looks.c.meeting_id, looks.c.version, looks.c.rater_id),
        *(looks.c.filed_at, looks.c.final_at),
    ).where(looks.c.meeting_id.in_(tuple(meeting_ids)), looks.c.purpose == Purpose.FIRST.value)
    return tuple(session.execute(asked.order_by(looks.c.filed_at, looks.c.began_at, looks.c.id)))
