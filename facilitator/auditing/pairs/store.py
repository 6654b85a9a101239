"""Second ratings and what came of them, in the database. No answer of anybody is read here."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, and_, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.auditing.pairs.kept import PairState, SecondAsked
from facilitator.auditing.store import LookRow
from facilitator.audits.look import Depth, Purpose
from facilitator.database import Base


class SecondRatingRow(Base):
    """A plan that came up to be rated twice, and who is asked."""

    __tablename__ = "second_rating"
    __table_args__ = (UniqueConstraint("sample_id", "meeting_id"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    sample_id: Mapped[UUID] = mapped_column(ForeignKey("sample.id", ondelete="CASCADE"))
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    first_look_id: Mapped[UUID] = mapped_column(
        ForeignKey("look.id", ondelete="CASCADE"), index=True
    )
    rater_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"), index=True)
    place: Mapped[int]
    asked_at: Mapped[datetime]


class SettledPairRow(Base):
    """Which two looks a settled look stands for; a pair is settled once."""

    __tablename__ = "settled_pair"
    __table_args__ = (UniqueConstraint("second_rating_id"),)
    settled_look_id: Mapped[UUID] = mapped_column(
        ForeignKey("look.id", ondelete="CASCADE"), primary_key=True
    )
    second_rating_id: Mapped[UUID] = mapped_column(
        ForeignKey("second_rating.id", ondelete="CASCADE")
    )
    first_look_id: Mapped[UUID] = mapped_column(ForeignKey("look.id", ondelete="CASCADE"))
    second_look_id: Mapped[UUID] = mapped_column(ForeignKey("look.id", ondelete="CASCADE"))


_asked, _settled = SecondRatingRow.__table__, SettledPairRow.__table__
_looks = LookRow.__table__


def ask(session: Session, several: Iterable[SecondAsked]) -> None:
    """Keep who is asked to rate which plan a second time."""
    session.add_all(
        SecondRatingRow(
            id=one.id,
            sample_id=one.sample_id,
            meeting_id=one.meeting_id,
            first_look_id=one.first_look_id,
            rater_id=one.rater_id,
            place=one.place,
            asked_at=one.asked_at,
        )
        for one in several
    )
    session.flush()


def find(session: Session, second_id: UUID) -> PairState | None:
    """How far that pair has come, or None. One query."""
    return next(iter(_states(session, _asked.c.id == second_id)), None)


def of_sample(session: Session, sample_id: UUID) -> tuple[PairState, ...]:
    """The pairs of a sample, in the order of the draw. One query."""
    return _states(session, _asked.c.sample_id == sample_id)


def of_rater(session: Session, user_id: UUID) -> tuple[PairState, ...]:
    """The pairs in which that user is one of the two, the oldest asking first. One query.

    Whatever stands in private time is left out.
    """
    first = _looks.alias("first")
    is_theirs = or_(
        _asked.c.rater_id == user_id,
        _asked.c.first_look_id.in_(select(first.c.id).where(first.c.rater_id == user_id)),
    )
    return tuple(one for one in _states(session, is_theirs) if not one.is_private)


def waiting_for(session: Session, user_id: UUID) -> tuple[PairState, ...]:
    """The plans that wait for that user's blind look, the oldest first. One query."""
    asked = _states(session, _asked.c.rater_id == user_id)
    return tuple(one for one in asked if not one.both_filed and not one.is_private)


def to_talk_through(session: Session, user_id: UUID) -> tuple[PairState, ...]:
    """That user's pairs that are both filed and not settled yet. One query."""
    theirs = of_rater(session, user_id)
    return tuple(one for one in theirs if one.both_filed and not one.is_settled)


def is_asked(session: Session, user_id: UUID, meeting_id: UUID) -> bool:
    """Whether that user is still to file a blind look at that meeting's plan. One query."""
    of_both = (_asked.c.rater_id == user_id, _asked.c.meeting_id == meeting_id)
    return any(not one.both_filed for one in _states(session, *of_both))


def asked_about(session: Session, meeting_ids: Iterable[UUID]) -> frozenset[tuple[UUID, UUID]]:
    """Which of these meetings' plans somebody is asked to rate again: meeting, first look."""
    asked = select(_asked.c.meeting_id, _asked.c.first_look_id)
    rows = session.execute(asked.where(_asked.c.meeting_id.in_(tuple(meeting_ids))))
    return frozenset((row.meeting_id, row.first_look_id) for row in rows)


def shown_of(session: Session, look_id: UUID) -> dict[str, int]:
    """How many lines the plan shows for each commitment, as kept with that look. One query."""
    held = session.scalar(select(LookRow.shown).where(LookRow.id == look_id))
    return {key: int(value) for key, value in (held or {}).items()}


def settle(session: Session, pair: PairState, settled_look_id: UUID) -> bool:
    """Keep that this look is what the two agreed; False where they settled it before."""
    try:
        with session.begin_nested():
            session.add(
                SettledPairRow(
                    settled_look_id=settled_look_id,
                    second_rating_id=pair.id,
                    first_look_id=pair.first_look_id,
                    second_look_id=pair.second_look_id,
                )
            )
    except IntegrityError:
        return False
    return True


def _states(session: Session, *where: Any) -> tuple[PairState, ...]:
    meeting = Base.metadata.tables["meeting"]
    first, second = _looks.alias("the_first"), _looks.alias("the_second")
    named = (
        *(_asked, _settled.c.settled_look_id, meeting.c.in_private_time),
        *(first.c.version, first.c.team_id, first.c.facilitator_id, first.c.plan_on),
        *(first.c.depth, first.c.rater_id.label("first_rater_id")),
        *(second.c.id.label("second_look_id"), second.c.filed_at.label("second_filed_at")),
    )
    asked = (
        select(*named)
        .join(meeting, meeting.c.id == _asked.c.meeting_id)
        .join(first, first.c.id == _asked.c.first_look_id)
        .outerjoin(second, second_look(first, second))
        .outerjoin(_settled, _settled.c.second_rating_id == _asked.c.id)
        .where(*where)
        .order_by(_asked.c.asked_at, _asked.c.place, _asked.c.id)
    )
    return tuple(map(_state, session.execute(asked)))


def second_look(first: Any, second: Any) -> Any:
    """What makes a look the second one to a first one."""
    return and_(
        second.c.meeting_id == first.c.meeting_id,
        second.c.version == first.c.version,
        second.c.rater_id == _asked.c.rater_id,
        second.c.purpose == Purpose.SECOND.value,
    )


def _state(row: Any) -> PairState:
    return PairState(
        id=row.id,
        sample_id=row.sample_id,
        meeting_id=row.meeting_id,
        version=row.version,
        team_id=row.team_id,
        facilitator_id=row.facilitator_id,
        plan_on=row.plan_on,
        depth=Depth(row.depth),
        asked_at=row.asked_at,
        first_look_id=row.first_look_id,
        first_rater_id=row.first_rater_id,
        second_rater_id=row.rater_id,
        second_look_id=row.second_look_id,
        second_filed_at=row.second_filed_at,
        settled_look_id=row.settled_look_id,
        is_private=row.in_private_time,
    )
