"""What is kept of a plan that two people rate, and what is told of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from facilitator.audits.look import Depth
from facilitator.audits.statistics import GoldRating, Rated, Rating


@dataclass(frozen=True, kw_only=True)
class SecondAsked:
    """Somebody of another team is asked to rate a plan; ``rater_id`` is None where nobody may."""

    id: UUID
    sample_id: UUID
    meeting_id: UUID
    first_look_id: UUID
    rater_id: UUID | None
    asked_at: datetime
    place: int = 0


@dataclass(frozen=True, kw_only=True)
class PairState:
    """How far two ratings of one plan have come; never what either says.

    ``second_look_id`` is None before the second rater began, ``settled_look_id`` before the two
    agreed. ``is_private`` is true while that family has time to itself: nothing is shown then.
    """

    id: UUID
    sample_id: UUID
    meeting_id: UUID
    version: int
    team_id: UUID
    facilitator_id: UUID
    plan_on: date
    depth: Depth
    asked_at: datetime
    first_look_id: UUID
    first_rater_id: UUID
    second_rater_id: UUID | None
    second_look_id: UUID | None
    second_filed_at: datetime | None
    settled_look_id: UUID | None
    is_private: bool

    @property
    def both_filed(self) -> bool:
        """Whether the two may see each other's words."""
        return self.second_filed_at is not None

    @property
    def is_settled(self) -> bool:
        """Whether the two have agreed."""
        return self.settled_look_id is not None

    def is_rater(self, user_id: UUID) -> bool:
        """Whether that user is one of the two."""
        return user_id in {self.first_rater_id, self.second_rater_id}


@dataclass(frozen=True)
class TwiceRated:
    """What two people said of one criterion of one plan; ``counts`` where both were calibrated."""

    pair_id: UUID
    team_id: UUID
    criterion: str
    first: Rating
    second: Rating
    counts: bool

    @property
    def rated(self) -> Rated:
        """The two ratings, as the figures take them."""
        return Rated(str(self.pair_id), (self.first, self.second))


@dataclass(frozen=True, kw_only=True)
class GoldPlan:
    """A plan that two people rated and settled, marked as gold with a reason."""

    id: UUID
    settled_look_id: UUID
    meeting_id: UUID
    version: int
    team_id: UUID
    facilitator_id: UUID
    plan_on: date
    depth: Depth
    marked_by: UUID
    marked_at: datetime
    reason: str
    made_by: frozenset[UUID]
    is_private: bool


@dataclass(frozen=True)
class GoldSaid:
    """One criterion of a gold plan: what the gold says, and what one rater said, once filed."""

    gold_id: UUID
    rating: GoldRating
    gold_words: str
    words: str
