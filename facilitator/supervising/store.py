"""What Today asks the database: each question once, however much there is."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from facilitator.accounts.user import User
from facilitator.audits.look import Purpose
from facilitator.contributions import store as contributions
from facilitator.contributions.title import UNTITLED
from facilitator.database import Base
from facilitator.people import Role
from facilitator.plans.due import DueKind


@dataclass(frozen=True)
class LateDue:
    """One promise that nobody has kept, as a list shows it."""

    id: UUID
    meeting_id: UUID
    kind: DueKind
    on: date
    whose: Role | None


@dataclass(frozen=True)
class Those:
    """Which promises are asked for: of those teams and kinds, by that civil day."""

    teams: Collection[UUID]
    kinds: Collection[DueKind]
    up_to: date

    def open(self, due: Any, but: Collection[UUID]) -> tuple[Any, ...]:
        """What holds of each of them while it is open; nothing of the meetings in ``but``."""
        return (
            *(due.superseded.is_(False), due.done_on.is_(None)),
            due.team_id.in_(tuple(self.teams)),
            due.kind.in_([one.value for one in self.kinds]),
            due.due_on <= self.up_to,
            *((due.meeting_id.not_in(tuple(but)),) if but else ()),
        )


@dataclass(frozen=True)
class MyLook:
    """A look of one's own that is not at its end."""

    id: UUID
    plan_on: date
    began_at: datetime
    filed_at: datetime | None


@dataclass(frozen=True)
class Family:
    """A family as its row names it: what it calls its plan, and who leads its meetings."""

    title: str
    leads: str
    owner_id: UUID


def in_private_time(session: Session, teams: Collection[UUID]) -> tuple[UUID, ...]:
    """The meetings of those teams of which nothing is shown now. One query."""
    meeting = Base.metadata.tables["meeting"].c
    asked = select(meeting.id).where(meeting.in_private_time, meeting.team_id.in_(tuple(teams)))
    return tuple(session.scalars(asked))


def count_late(session: Session, those: Those, but: Collection[UUID]) -> int:
    """How many of those promises nobody has kept; nothing of those meetings. One query."""
    due = Base.metadata.tables["plan_due"]
    asked = select(func.count()).select_from(due).where(*those.open(due.c, but))
    return session.scalar(asked) or 0


def late(
    session: Session, those: Those, but: Collection[UUID], *, first: int, many: int
) -> tuple[LateDue, ...]:
    """So many of those promises that nobody has kept, from that place on, the oldest first.

    Nothing of the meetings in ``but``. One query.
    """
    due = Base.metadata.tables["plan_due"].c
    # Whoever waits for a word comes before what a plan leaves open.
    order = (due.kind == DueKind.SORT_OUT.value, due.due_on, due.meeting_id, due.id)
    # Which ones stands in the index; only those few are read.
    these = select(due.id).where(*those.open(due, but)).order_by(*order).offset(first).limit(many)
    shown = select(due.id, due.meeting_id, due.kind, due.due_on, due.whose)
    asked = shown.where(due.id.in_(these)).order_by(*order)
    return tuple(
        LateDue(row.id, row.meeting_id, DueKind(row.kind), row.due_on, _role(row.whose))
        for row in session.execute(asked)
    )


def _role(kept: str) -> Role | None:
    return Role(kept) if kept else None


def my_looks(session: Session, user_id: UUID, teams: Collection[UUID]) -> tuple[MyLook, ...]:
    """The looks of that user that are open, or filed and not final; the oldest first. One query.

    First looks at those teams' plans alone. A second look before it is filed stands in the list of
    second ratings.
    """
    look, meeting = (Base.metadata.tables[one] for one in ("look", "meeting"))
    asked = (
        select(look.c.id, look.c.plan_on, look.c.began_at, look.c.filed_at)
        .join(meeting, meeting.c.id == look.c.meeting_id)
        .where(look.c.rater_id == user_id, look.c.final_at.is_(None))
        .where(or_(look.c.purpose != Purpose.SECOND.value, look.c.filed_at.is_not(None)))
        .where(or_(look.c.purpose != Purpose.FIRST.value, look.c.team_id.in_(tuple(teams))))
        .where(meeting.c.in_private_time.is_(False))
        .order_by(look.c.began_at, look.c.id)
    )
    return tuple(MyLook(*one) for one in session.execute(asked))


def rules_waiting(session: Session, user: User) -> int:
    """How many meetings wait for that second person's yes to their rules. One query."""
    asked, meeting = (Base.metadata.tables[one] for one in ("release_asked", "meeting"))
    theirs = (
        asked.c.user_id == user.id,
        meeting.c.team_id == user.team_id,
        meeting.c.owner_id != user.id,
        meeting.c.in_private_time.is_(False),
    )
    both = asked.join(meeting, meeting.c.id == asked.c.meeting_id)
    return session.scalar(select(func.count()).select_from(both).where(*theirs)) or 0


def holds_to_look_at(
    session: Session, teams: Collection[UUID], today: date
) -> tuple[tuple[UUID, UUID, date], ...]:
    """The holds of those teams' records whose day to look again has come; the oldest first.

    Each hold, its meeting, and that day. Nothing of a meeting in private time. One query.
    """
    hold, meeting = (Base.metadata.tables[one] for one in ("legal_hold", "meeting"))
    asked = (
        select(hold.c.id, hold.c.meeting_id, hold.c.review_on)
        .join(meeting, meeting.c.id == hold.c.meeting_id)
        .where(hold.c.ended_at.is_(None), hold.c.review_on <= today)
        .where(meeting.c.team_id.in_(tuple(teams)), meeting.c.in_private_time.is_(False))
        .order_by(hold.c.review_on, hold.c.id)
    )
    return tuple((one.id, one.meeting_id, one.review_on) for one in session.execute(asked))


def families(session: Session, meeting_ids: Iterable[UUID]) -> dict[UUID, Family]:
    """How the rows of those meetings name them. Two queries.

    A meeting in its private time, and one for practice, is left out.
    """
    meeting, user = (Base.metadata.tables[one] for one in ("meeting", "user"))
    ids = tuple(set(meeting_ids))
    asked = (
        select(meeting.c.id, meeting.c.title, meeting.c.owner_id, user.c.name)
        .join(user, user.c.id == meeting.c.owner_id)
        .where(meeting.c.id.in_(ids), *_shown(meeting))
    )
    own = contributions.titles(session, ids)
    return {
        one.id: Family(own.get(one.id) or one.title or UNTITLED, one.name, one.owner_id)
        for one in session.execute(asked)
    }


def _shown(meeting: Any) -> tuple[Any, ...]:
    return meeting.c.in_private_time.is_(False), meeting.c.practice.is_(False)
