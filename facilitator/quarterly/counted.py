"""What is counted: plans that chance took and a calibrated rater looked at, each of them once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from facilitator.audits.statistics import Rating

DAYS_TO_PLAN = "days_to_plan"


@dataclass(frozen=True)
class SeenPlan:
    """One plan that counts.

    ``on`` is the day of the plan. ``points`` is the sum of its ratings among the six criteria of
    a first look, ``rated`` how many of the six are on the scale. ``shown`` is what stood there
    when the look was filed: lines for each commitment, a 1 for each gate that was not passed, and
    the days to the family's paper; empty where the look kept nothing of it.
    """

    team: UUID
    on: date
    points: int = 0
    rated: int = 0
    shown: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class RatingCount:
    """How many plans of one team and month (its first day) got one rating on one criterion."""

    team: UUID
    month: date
    criterion: str
    rating: Rating
    plans: int


class NotCounted(StrEnum):
    """Why a look does not go into any figure. The value is how we say it."""

    FOR_A_REASON = "somebody chose the plan for a reason"
    STILL_PRACTISING = "whoever looked is still practising how to rate"


@dataclass(frozen=True)
class LeftAside:
    """How many looks of one team and month do not count, and why."""

    team: UUID
    month: date
    why: NotCounted
    looks: int
