"""Every criterion that two people rated of one plan, both filed: read, never kept."""

from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from facilitator.auditing.pairs.kept import TwiceRated
from facilitator.auditing.pairs.store import SecondRatingRow, second_look
from facilitator.auditing.store import LookAnswerRow, LookRow, rating_of

_asked, _looks = SecondRatingRow.__table__, LookRow.__table__
_answers = LookAnswerRow.__table__


def twice_rated(session: Session) -> tuple[TwiceRated, ...]:
    """What both said, of the whole service; only where both looks are filed. One query."""
    first, second = _looks.alias("the_first"), _looks.alias("the_second")
    one, other = _answers.alias("one"), _answers.alias("other")
    same = and_(other.c.look_id == second.c.id, other.c.criterion == one.c.criterion)
    asked = (
        select(
            *(_asked.c.id, first.c.team_id, one.c.criterion, one.c.rating),
            *(other.c.rating.label("second_rating"), first.c.counts),
            second.c.counts.label("second_counts"),
        )
        .join(first, first.c.id == _asked.c.first_look_id)
        .join(second, second_look(first, second))
        .join(one, one.c.look_id == first.c.id)
        .join(other, same)
        .where(first.c.filed_at.is_not(None), second.c.filed_at.is_not(None))
        .order_by(_asked.c.asked_at, _asked.c.id)
    )
    return tuple(map(_twice, session.execute(asked)))


def _twice(row: Any) -> TwiceRated:
    return TwiceRated(
        pair_id=row.id,
        team_id=row.team_id,
        criterion=row.criterion,
        first=rating_of(row.rating),
        second=rating_of(row.second_rating),
        counts=row.counts and row.second_counts,
    )
