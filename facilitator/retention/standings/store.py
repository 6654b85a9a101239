"""How the records of families stand, asked of the database in three questions however many."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from facilitator.database import Base
from facilitator.plans.due import DueKind
from facilitator.retention import store
from facilitator.retention.standing import Standing


def standings(
    session: Session,
    *,
    teams: Collection[UUID] | None = None,
    owner_id: UUID | None = None,
    meeting_id: UUID | None = None,
) -> tuple[Standing, ...]:
    """How the records of those teams stand, of that owner, or the one of that meeting; else all.

    Practice has no record. Three queries, however many there are.
    """
    meeting = Base.metadata.tables["meeting"].c
    asked = _meetings().where(meeting.practice.is_(False))
    if teams is not None:
        asked = asked.where(meeting.team_id.in_(tuple(teams)))
    if owner_id is not None:
        asked = asked.where(meeting.owner_id == owner_id)
    if meeting_id is not None:
        asked = asked.where(meeting.id == meeting_id)
    rows = session.execute(asked).all()
    reviews, holds = _reviews(session, meeting_id), store.holds_by_meeting(session)
    return tuple(_standing(row, reviews, holds) for row in rows)


def find_standing(session: Session, meeting_id: UUID) -> Standing | None:
    """How that meeting's record stands; None where there is none, or it is practice."""
    return next(iter(standings(session, meeting_id=meeting_id)), None)


def _meetings() -> Select[Any]:
    meeting, plan = (Base.metadata.tables[one] for one in ("meeting", "plan"))
    newest = (
        select(
            plan.c.meeting_id,
            func.max(plan.c.agreed_on).label("plan_on"),
            func.max(plan.c.code).label("code"),
        )
        .group_by(plan.c.meeting_id)
        .subquery()
    )
    names = ("id", "team_id", "owner_id", "title", "held_on", "zone", "plan_code")
    both = meeting.outerjoin(newest, newest.c.meeting_id == meeting.c.id)
    columns = (
        *(meeting.c[name] for name in (*names, "in_private_time")),
        newest.c.plan_on,
        newest.c.code,
    )
    return select(*columns).select_from(both).order_by(meeting.c.id)


def _reviews(session: Session, meeting_id: UUID | None) -> dict[UUID, date]:
    due = Base.metadata.tables["plan_due"].c
    asked = (
        select(due.meeting_id, func.max(due.due_on).label("on"))
        .where(due.kind == DueKind.REVIEW.value, due.superseded.is_(False))
        .group_by(due.meeting_id)
    )
    if meeting_id is not None:
        asked = asked.where(due.meeting_id == meeting_id)
    return {one.meeting_id: one.on for one in session.execute(asked)}


def _standing(row: Any, reviews: dict[UUID, date], holds: dict[UUID, Any]) -> Standing:
    held, freed_at = holds.get(row.id, (False, None))
    return Standing(
        meeting_id=row.id,
        team_id=row.team_id,
        owner_id=row.owner_id,
        held_on=row.held_on,
        zone=row.zone,
        code=row.code or row.plan_code,
        title=row.title,
        in_private_time=row.in_private_time,
        plan_on=row.plan_on,
        review_on=reviews.get(row.id),
        held=held,
        freed_at=freed_at,
    )
