"""Gold plans in the database, and what one rater said of each."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, and_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.auditing.pairs.kept import GoldPlan, GoldSaid
from facilitator.auditing.pairs.store import SettledPairRow
from facilitator.auditing.store import LookAnswerRow, LookRow, rating_of
from facilitator.audits.look import Depth, Purpose
from facilitator.audits.statistics import GoldRating
from facilitator.database import Base, new_id


class GoldPlanRow(Base):
    """A settled look that somebody marked as gold, with a reason."""

    __tablename__ = "gold_plan"
    __table_args__ = (UniqueConstraint("settled_look_id"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    settled_look_id: Mapped[UUID] = mapped_column(ForeignKey("look.id", ondelete="CASCADE"))
    marked_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    marked_at: Mapped[datetime]
    reason: Mapped[str]


_gold, _pairs = GoldPlanRow.__table__, SettledPairRow.__table__
_looks, _answers = LookRow.__table__, LookAnswerRow.__table__


def mark(session: Session, look_id: UUID, *, by: UUID, at: datetime, reason: str) -> bool:
    """Keep that this settled look is gold; False where somebody marked it before."""
    row = GoldPlanRow(
        id=new_id(), settled_look_id=look_id, marked_by=by, marked_at=at, reason=reason
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return False
    return True


def every(session: Session) -> tuple[GoldPlan, ...]:
    """Every gold plan of the service, in the order of marking. One query."""
    return _plans(session)


def of_settled(session: Session, look_id: UUID) -> GoldPlan | None:
    """The gold plan that this settled look is, or None. One query."""
    return next(iter(_plans(session, _gold.c.settled_look_id == look_id)), None)


def said(session: Session, user_id: UUID) -> tuple[GoldSaid, ...]:
    """Every criterion of every gold plan, with what that user filed of it. One query.

    A gold plan that they made or led is left out. Where they have not filed, their rating is None.
    """
    settled, first, second, mine = (
        _looks.alias(name) for name in ("settled", "the_first", "the_second", "mine")
    )
    gold, own = _answers.alias("gold_answer"), _answers.alias("own_answer")
    theirs = and_(
        mine.c.meeting_id == settled.c.meeting_id,
        mine.c.version == settled.c.version,
        mine.c.rater_id == user_id,
        mine.c.purpose == Purpose.GOLD.value,
        mine.c.filed_at.is_not(None),
    )
    asked = (
        select(
            *(_gold.c.id, gold.c.criterion, gold.c.rating, gold.c.words),
            *(own.c.rating.label("own_rating"), own.c.words.label("own_words")),
        )
        .join(settled, settled.c.id == _gold.c.settled_look_id)
        .join(_pairs, _pairs.c.settled_look_id == settled.c.id)
        .join(first, first.c.id == _pairs.c.first_look_id)
        .join(second, second.c.id == _pairs.c.second_look_id)
        .join(gold, gold.c.look_id == settled.c.id)
        .outerjoin(mine, theirs)
        .outerjoin(own, and_(own.c.look_id == mine.c.id, own.c.criterion == gold.c.criterion))
        .where(gold.c.rating != "", settled.c.facilitator_id != user_id)
        .where(first.c.rater_id != user_id, second.c.rater_id != user_id)
        .order_by(_gold.c.marked_at, _gold.c.id, gold.c.criterion)
    )
    return tuple(map(_said, session.execute(asked)))


def looks_of(session: Session, user_id: UUID) -> dict[UUID, tuple[UUID, bool]]:
    """That user's looks at gold plans: by the gold plan's id, the look's and whether it is filed.

    One query.
    """
    settled, mine = _looks.alias("settled"), _looks.alias("mine")
    same = and_(mine.c.meeting_id == settled.c.meeting_id, mine.c.version == settled.c.version)
    asked = (
        select(_gold.c.id, mine.c.id.label("look_id"), mine.c.filed_at)
        .join(settled, settled.c.id == _gold.c.settled_look_id)
        .join(mine, same)
        .where(mine.c.rater_id == user_id, mine.c.purpose == Purpose.GOLD.value)
    )
    return {row.id: (row.look_id, row.filed_at is not None) for row in session.execute(asked)}


def _plans(session: Session, *where: Any) -> tuple[GoldPlan, ...]:
    meeting = Base.metadata.tables["meeting"]
    settled, first, second = (_looks.alias(name) for name in ("settled", "the_first", "the_second"))
    named = (
        *(settled.c.meeting_id, settled.c.version, settled.c.team_id, settled.c.facilitator_id),
        *(settled.c.plan_on, settled.c.depth, meeting.c.in_private_time),
        *(first.c.rater_id.label("first_rater"), second.c.rater_id.label("second_rater")),
    )
    asked = (
        select(_gold, *named)
        .join(settled, settled.c.id == _gold.c.settled_look_id)
        .join(_pairs, _pairs.c.settled_look_id == settled.c.id)
        .join(first, first.c.id == _pairs.c.first_look_id)
        .join(second, second.c.id == _pairs.c.second_look_id)
        .join(meeting, meeting.c.id == settled.c.meeting_id)
        .where(*where)
        .order_by(_gold.c.marked_at, _gold.c.id)
    )
    return tuple(map(_plan, session.execute(asked)))


def _plan(row: Any) -> GoldPlan:
    return GoldPlan(
        id=row.id,
        settled_look_id=row.settled_look_id,
        meeting_id=row.meeting_id,
        version=row.version,
        team_id=row.team_id,
        facilitator_id=row.facilitator_id,
        plan_on=row.plan_on,
        depth=Depth(row.depth),
        marked_by=row.marked_by,
        marked_at=row.marked_at,
        reason=row.reason,
        made_by=frozenset({row.first_rater, row.second_rater}),
        is_private=row.in_private_time,
    )


def _said(row: Any) -> GoldSaid:
    rating = GoldRating(
        plan=str(row.id),
        criterion=row.criterion,
        gold=rating_of(row.rating),
        rater=rating_of(row.own_rating or ""),
    )
    return GoldSaid(row.id, rating, gold_words=row.words, words=row.own_words or "")
