"""Filed looks for the tests of a quarter: many plans, all versions of one made-up meeting."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import count
from random import Random

from facilitator.accounts.user import User
from facilitator.auditing.store import LookAnswerRow, LookRow
from facilitator.audits import shipped
from facilitator.audits.look import FIRST_LOOK, Depth, Purpose
from facilitator.audits.statistics import Rating
from facilitator.database import Session, new_id
from facilitator.five_rs import COMMITMENTS
from facilitator.meetings import KeptMeeting
from facilitator.quarterly.periods import moved

_VERSIONS = count(1)
SHOWN = {**dict.fromkeys(COMMITMENTS, 1), "days_to_plan": 2}


@dataclass(frozen=True)
class Seen:
    """A look to be made; what a test does not say is as for any plan that counts."""

    kept: KeptMeeting
    rater: User
    on: date
    ratings: Mapping[str, Rating]
    shown: Mapping[str, int]
    version: int = 0
    purpose: Purpose = Purpose.FIRST
    by_chance: bool = True
    counts: bool = True
    filed: bool = True


def a_look(kept: KeptMeeting, rater: User, on: date, **known: object) -> Seen:
    """A first look of that plan: 2 on each of the six, something shown for each commitment."""
    usual = Seen(kept, rater, on, dict.fromkeys(FIRST_LOOK, 2), SHOWN, next(_VERSIONS))
    return replace(usual, **known)  # type: ignore[arg-type]


def save(session: Session, *several: Seen) -> None:
    """Rows at once: to go through every look's own steps would take a minute for two years."""
    session.add_all(map(_row, several))
    session.flush()


def _row(seen: Seen) -> LookRow:
    at = datetime.combine(seen.on, time(9), UTC)
    full = len(seen.ratings) > len(FIRST_LOOK)
    return LookRow(
        id=new_id(),
        meeting_id=seen.kept.id,
        version=seen.version,
        team_id=seen.kept.team_id,
        facilitator_id=seen.kept.owner_id,
        plan_on=seen.on,
        rater_id=seen.rater.id,
        purpose=seen.purpose.value,
        depth=(Depth.FULL if full else Depth.FIRST_LOOK).value,
        by_chance=seen.by_chance,
        counts=seen.counts,
        began_at=at,
        filed_at=at if seen.filed else None,
        shown=dict(seen.shown) if seen.filed else None,
        answers=[_answer(key, one, at) for key, one in seen.ratings.items()],
    )


def _answer(criterion: str, rating: Rating, at: datetime) -> LookAnswerRow:
    said = "" if rating is None else str(rating)
    return LookAnswerRow(
        criterion=criterion, rating=said, words="", why_apart="", revision=1, saved_at=at
    )


def two_years(kept: KeptMeeting, rater: User, last: date, *, a_month: int = 6) -> Iterator[Seen]:
    """So many plans in each of the 24 months up to that one, a little better towards the end."""
    chance = Random(20270227)  # noqa: S311 - a made-up team
    criteria = [one.id for one in shipped().criteria]
    for nth in range(24):
        month = moved(last.replace(day=1), nth - 23)
        for plan in range(a_month):
            asked = criteria if plan % 3 == 0 else FIRST_LOOK
            good = 0.45 + 0.015 * nth
            ratings = {key: sum(chance.random() < good for _ in range(3)) for key in asked}
            apart = {"Q19": "not applicable"} if plan % 5 == 4 else {}
            shown = {key: int(chance.random() < 0.4 + 0.02 * nth) for key in COMMITMENTS}
            gate = {"G6": 1} if chance.random() < 0.1 else {}
            yield a_look(
                kept,
                rater,
                month.replace(day=3 + 3 * plan),
                ratings={**ratings, **apart},
                shown={**shown, **gate, "days_to_plan": chance.randint(0, 6)},
            )
