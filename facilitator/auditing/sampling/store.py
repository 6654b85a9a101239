"""Samples in the database: one row a sample, one row a plan in it. Nothing in them is a name."""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ForeignKey,
    Index,
    and_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.auditing.sampling.kept import (
    KeptSample,
    SampledPlan,
    SecondDraw,
    Standing,
)
from facilitator.audits.sampling import Quarter
from facilitator.database import Base


class SampleRow(Base):
    """One draw for one team and quarter; only its second draw is written later."""

    __tablename__ = "sample"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    year: Mapped[int]
    quarter: Mapped[int]
    wanted: Mapped[int]
    seed: Mapped[str]
    seed_typed: Mapped[bool]
    drawn_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    drawn_at: Mapped[datetime]
    listed: Mapped[int]
    list_mark: Mapped[str]
    left_out: Mapped[int]
    second_seed: Mapped[str]
    second_at: Mapped[datetime | None]
    second_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    why_early: Mapped[str]


class SamplePlanRow(Base):
    """One plan of a sample: taken by chance, or picked by somebody for a reason."""

    __tablename__ = "sample_plan"
    sample_id: Mapped[UUID] = mapped_column(
        ForeignKey("sample.id", ondelete="CASCADE"), primary_key=True
    )
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    version: Mapped[int]
    place: Mapped[int]
    # One in so many as two whole numbers, so that nothing is rounded; 0 in 1 for a picked plan.
    chance_of: Mapped[int]
    chance_in: Mapped[int]
    picked_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    reason: Mapped[str]


Index("ix_sample_team_id_year_quarter", SampleRow.team_id, SampleRow.year, SampleRow.quarter)

_sample, _plans = SampleRow.__table__, SamplePlanRow.__table__


def add(session: Session, sample: KeptSample) -> KeptSample:
    """Keep a sample with its plans; the same id twice is one, as it was kept first."""
    if before := find(session, sample.id):
        return before
    session.add(
        SampleRow(
            id=sample.id,
            team_id=sample.team_id,
            year=sample.quarter.year,
            quarter=sample.quarter.number,
            wanted=sample.wanted,
            seed=sample.seed,
            seed_typed=sample.seed_typed,
            drawn_by=sample.drawn_by,
            drawn_at=sample.drawn_at,
            listed=sample.listed,
            list_mark=sample.list_mark,
            left_out=sample.left_out,
            second_seed="",
            why_early="",
        )
    )
    session.flush()
    for place, one in enumerate(sample.plans):
        add_plan(session, sample.id, one, place)
    return sample


def add_plan(session: Session, sample_id: UUID, plan: SampledPlan, place: int) -> bool:
    """Put a plan into a sample; False where it stands there already."""
    if session.get(SamplePlanRow, (sample_id, plan.meeting_id)) is not None:
        return False
    chance = plan.chance or Fraction(0)
    session.add(
        SamplePlanRow(
            sample_id=sample_id,
            meeting_id=plan.meeting_id,
            version=plan.version,
            place=place,
            chance_of=chance.numerator,
            chance_in=chance.denominator,
            picked_by=plan.picked_by,
            reason=plan.reason,
        )
    )
    session.flush()
    return True


def draw_second(session: Session, sample_id: UUID, second: SecondDraw) -> bool:
    """Keep by which seed the second ratings are drawn; False where that was done before."""
    asked = update(SampleRow).where(SampleRow.id == sample_id, SampleRow.second_at.is_(None))
    done: Any = session.execute(
        asked.values(
            second_seed=second.seed,
            second_at=second.at,
            second_by=second.by,
            why_early=second.why_early,
        )
    )
    return bool(done.rowcount)


def find(session: Session, sample_id: UUID) -> KeptSample | None:
    """That sample with its plans, or None. Two queries."""
    row = session.execute(select(_sample).where(_sample.c.id == sample_id)).one_or_none()
    return _kept(row, _plans_of(session, sample_id)) if row else None


def of_teams(session: Session, team_ids: Iterable[UUID]) -> tuple[KeptSample, ...]:
    """The samples of those teams, the newest first, without their plans. One query."""
    asked = select(_sample).where(_sample.c.team_id.in_(tuple(team_ids)))
    rows = session.execute(asked.order_by(_sample.c.drawn_at.desc(), _sample.c.id))
    return tuple(_kept(row, ()) for row in rows)


def of_quarter(session: Session, team_id: UUID, quarter: Quarter) -> tuple[KeptSample, ...]:
    """What was drawn for that team and quarter before, without the plans. One query."""
    wanted = (_sample.c.year == quarter.year, _sample.c.quarter == quarter.number)
    rows = session.execute(select(_sample).where(_sample.c.team_id == team_id, *wanted))
    return tuple(_kept(row, ()) for row in rows)


def standing_of(session: Session, meeting_id: UUID) -> Standing | None:
    """Why that meeting's plan may be looked at; None where no sample holds it. One query.

    Where several samples hold it, the one in which chance took it decides, then the newest.
    """
    asked = (
        select(_plans.c.version, _plans.c.chance_of)
        .join(_sample, _sample.c.id == _plans.c.sample_id)
        .where(_plans.c.meeting_id == meeting_id)
        .order_by(_sample.c.drawn_at.desc())
    )
    rows = session.execute(asked).all()
    row = next((one for one in rows if one.chance_of), rows[0] if rows else None)
    return Standing(version=row.version, by_chance=bool(row.chance_of)) if row else None


def took(session: Session, meeting_id: UUID, version: int) -> bool:
    """Whether chance took that version of that plan, in whatever sample. One query."""
    found = session.scalar(
        select(_plans.c.version)
        .where(_plans.c.meeting_id == meeting_id, _plans.c.version == version)
        .where(_plans.c.chance_of > 0)
        .limit(1)
    )
    return found is not None


def _plans_of(session: Session, sample_id: UUID) -> tuple[SampledPlan, ...]:
    meeting, plan = Base.metadata.tables["meeting"], Base.metadata.tables["plan"]
    same = and_(plan.c.meeting_id == _plans.c.meeting_id, plan.c.number == _plans.c.version)
    asked = (
        select(_plans, meeting.c.owner_id, meeting.c.in_private_time, plan.c.code, plan.c.agreed_on)
        .join(meeting, meeting.c.id == _plans.c.meeting_id)
        .join(plan, same)
        .where(_plans.c.sample_id == sample_id)
        .order_by(_plans.c.place, _plans.c.meeting_id)
    )
    return tuple(map(_plan, session.execute(asked)))


def _plan(row: Any) -> SampledPlan:
    return SampledPlan(
        meeting_id=row.meeting_id,
        version=row.version,
        code=row.code,
        agreed_on=row.agreed_on,
        owner_id=row.owner_id,
        is_private=row.in_private_time,
        chance=Fraction(row.chance_of, row.chance_in) if row.chance_of else None,
        picked_by=row.picked_by,
        reason=row.reason,
    )


def _kept(row: Any, plans: tuple[SampledPlan, ...]) -> KeptSample:
    return KeptSample(
        id=row.id,
        team_id=row.team_id,
        quarter=Quarter(row.year, row.quarter),
        wanted=row.wanted,
        seed=row.seed,
        seed_typed=row.seed_typed,
        drawn_by=row.drawn_by,
        drawn_at=row.drawn_at,
        listed=row.listed,
        list_mark=row.list_mark,
        left_out=row.left_out,
        plans=plans,
        second=_second(row) if row.second_at else None,
    )


def _second(row: Any) -> SecondDraw:
    return SecondDraw(
        seed=row.second_seed, at=row.second_at, by=row.second_by, why_early=row.why_early
    )
