"""What figures are made of, in the database: filed looks, counted, and changes of how we work.

Each function is one question, however many looks there are.
"""

import json
from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ForeignKey,
    Integer,
    Label,
    Select,
    Subquery,
    Text,
    and_,
    case,
    cast,
    extract,
    func,
    select,
    type_coerce,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.accounts.store import UserRow
from facilitator.auditing.store import LookAnswerRow, LookRow, rating_of
from facilitator.audits.look import FIRST_LOOK, Purpose
from facilitator.audits.statistics.ratings import LEVELS
from facilitator.database import Base
from facilitator.quarterly.counted import LeftAside, NotCounted, RatingCount, SeenPlan
from facilitator.quarterly.kept import KeptChange
from facilitator.quarterly.periods import Span
from facilitator.refusals import Refusal

_ON_THE_SCALE = tuple(str(level) for level in range(LEVELS))
_ONE_RATED = 100


class ProcessChangeRow(Base):
    """From which day a team works in another way. No row is ever removed."""

    __tablename__ = "process_change"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), index=True)
    from_day: Mapped[date]
    what: Mapped[str]
    new_limits: Mapped[bool]
    why: Mapped[str]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    kept_at: Mapped[datetime]
    taken_back_at: Mapped[datetime | None]
    taken_back_why: Mapped[str]


def plans_that_count(session: Session, teams: Collection[UUID], span: Span) -> tuple[SeenPlan, ...]:
    """Every plan of those teams that counts, by the day of the plan. One query."""
    counted = _counted(teams, span)
    # Asked look by look along the key of the answers: a grouping would sort all that is shown too.
    on_the_scale = (
        LookAnswerRow.look_id == counted.c.id,
        LookAnswerRow.criterion.in_(FIRST_LOOK),
        LookAnswerRow.rating.in_(_ON_THE_SCALE),
    )
    # Sum and number in one: each rating brings a hundred, and six threes are eighteen.
    both = select(func.sum(cast(LookAnswerRow.rating, Integer) + _ONE_RATED)).where(*on_the_scale)
    asked = (
        select(
            counted.c.team_id,
            counted.c.plan_on,
            type_coerce(LookRow.shown, Text),
            both.scalar_subquery(),
        )
        .join(LookRow, LookRow.id == counted.c.id)
        .where(counted.c.place == 1)
    )
    rows = session.execute(asked).all()
    # Read in one go: thousands of short documents take twice as long one by one.
    every = json.loads(f"[{','.join(text or '{}' for _, _, text, _ in rows)}]")
    return tuple(
        SeenPlan(team, on, (both or 0) % _ONE_RATED, (both or 0) // _ONE_RATED, shown)
        for (team, on, _, both), shown in zip(rows, every, strict=True)
    )


def ratings_that_count(
    session: Session, teams: Collection[UUID], span: Span
) -> tuple[RatingCount, ...]:
    """How many of those plans got which rating, by team, month and criterion. One query."""
    year = extract("year", LookRow.plan_on).label("year")
    counted = _counted(teams, span, year, extract("month", LookRow.plan_on).label("month"))
    by = (
        counted.c.team_id,
        counted.c.year,
        counted.c.month,
        LookAnswerRow.criterion,
        LookAnswerRow.rating,
    )
    asked = (
        select(*by, func.count())
        .select_from(counted)
        .join(LookAnswerRow, LookAnswerRow.look_id == counted.c.id)
        .where(counted.c.place == 1, LookAnswerRow.rating != "")
        .group_by(*by)
    )
    return tuple(
        RatingCount(team, date(int(year), int(month), 1), criterion, rating_of(rating), plans)
        for team, year, month, criterion, rating, plans in session.execute(asked)
    )


def looks_that_do_not_count(
    session: Session, teams: Collection[UUID], span: Span
) -> tuple[LeftAside, ...]:
    """How many first looks were filed and don't count, by team, month and why. One query."""
    year, month = extract("year", LookRow.plan_on), extract("month", LookRow.plan_on)
    by = (LookRow.team_id, year, month, LookRow.by_chance)
    asked = (
        select(*by, func.count())
        .where(
            *_filed(teams, span),
            LookRow.purpose == Purpose.FIRST.value,
            ~and_(LookRow.by_chance, LookRow.counts),
        )
        .group_by(*by)
    )
    return tuple(
        LeftAside(
            team,
            date(int(year), int(month), 1),
            NotCounted.STILL_PRACTISING if by_chance else NotCounted.FOR_A_REASON,
            looks,
        )
        for team, year, month, by_chance, looks in session.execute(asked)
    )


def changes_of(session: Session, teams: Collection[UUID]) -> tuple[KeptChange, ...]:
    """Every change of those teams, by its day; those that were taken back too. One query."""
    asked = _changes().where(ProcessChangeRow.team_id.in_(teams))
    rows = session.execute(asked.order_by(ProcessChangeRow.from_day, ProcessChangeRow.id))
    return tuple(_change(row, by) for row, by in rows)


def find_change(session: Session, change_id: UUID) -> KeptChange | None:
    """That change, or None. One query."""
    found = session.execute(_changes().where(ProcessChangeRow.id == change_id)).first()
    return _change(*found) if found else None


def add_change(session: Session, change: KeptChange, *, user_id: UUID, at: datetime) -> None:
    """Keep a change; nothing happens where it is there. Refusal for two new limits on one day."""
    if session.get(ProcessChangeRow, change.id) is not None:
        return
    refuse_twice(change, changes_of(session, (change.team_id,)))
    session.add(
        ProcessChangeRow(
            id=change.id,
            team_id=change.team_id,
            from_day=change.on,
            what=change.what,
            new_limits=change.new_limits,
            why=change.why,
            user_id=user_id,
            kept_at=at,
            taken_back_why="",
        )
    )
    session.flush()


def refuse_twice(change: KeptChange, before: Collection[KeptChange]) -> None:
    """Refuse limits that begin twice on one day: a chart could not say which."""
    same = [one for one in before if one.stands and one.new_limits and one.on == change.on]
    if change.new_limits and same:
        raise Refusal.because(
            f"Limits begin afresh on that day already: “{same[0].what}”.",
            "Choose another day, or leave the limits as they are.",
            "on",
        )


def take_back_change(session: Session, change_id: UUID, why: str, *, at: datetime) -> None:
    """Draw a change no more, and keep why; nothing happens where it was taken back before."""
    session.execute(
        update(ProcessChangeRow)
        .where(ProcessChangeRow.id == change_id, ProcessChangeRow.taken_back_at.is_(None))
        .values(taken_back_at=at, taken_back_why=why)
    )


def _filed(teams: Collection[UUID], span: Span) -> tuple[Any, ...]:
    return (
        LookRow.team_id.in_(teams),
        LookRow.plan_on >= span.start,
        LookRow.plan_on < span.end,
        LookRow.filed_at.is_not(None),
    )


def _counted(teams: Collection[UUID], span: Span, *more: Label[int]) -> Subquery:
    """The looks that count; ``place`` is 1 for the one that speaks for its plan.

    That is what two raters settled, where they did, or else the look that was filed first. What
    a second rater said blind is for the agreement of raters.
    """
    settled_first = case((LookRow.purpose == Purpose.SETTLED.value, 0), else_=1)
    place = func.row_number().over(
        partition_by=(LookRow.meeting_id, LookRow.version),
        order_by=(settled_first, LookRow.filed_at, LookRow.id),
    )
    return (
        select(
            LookRow.id,
            LookRow.team_id,
            LookRow.plan_on,
            *more,
            place.label("place"),
        )
        .where(
            *_filed(teams, span),
            LookRow.by_chance,
            LookRow.counts,
            LookRow.purpose.in_((Purpose.FIRST.value, Purpose.SETTLED.value)),
        )
        .subquery()
    )


def _changes() -> Select[ProcessChangeRow, str]:
    return select(ProcessChangeRow, UserRow.name).join(
        UserRow, UserRow.id == ProcessChangeRow.user_id
    )


def _change(row: ProcessChangeRow, by: str) -> KeptChange:
    return KeptChange(
        id=row.id,
        team_id=row.team_id,
        on=row.from_day,
        what=row.what,
        new_limits=row.new_limits,
        why=row.why,
        by=by,
        taken_back_at=row.taken_back_at,
        taken_back_why=row.taken_back_why,
    )
