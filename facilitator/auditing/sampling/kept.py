"""A sample as it is kept, and what is told of the plans in it: never a name of a family."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from facilitator.audits.sampling import Drawn, Eligible, Quarter, Sample, Wanted


@dataclass(frozen=True)
class ListedPlan:
    """The newest agreed plan of a meeting, which chance may take."""

    meeting_id: UUID
    version: int
    eligible: Eligible


@dataclass(frozen=True)
class Standing:
    """Why a plan may be looked at: which version, and whether chance took it."""

    version: int
    by_chance: bool


@dataclass(frozen=True, kw_only=True)
class SampledPlan:
    """One plan of a sample: by its code, which stands on the paper, and never by a name.

    ``chance`` is None for a plan that somebody picked; then ``picked_by`` and ``reason`` say who
    and why. ``is_private`` is true while that family has time to itself: nothing is shown then.
    """

    meeting_id: UUID
    version: int
    code: str
    agreed_on: date
    owner_id: UUID
    is_private: bool = False
    chance: Fraction | None = None
    picked_by: UUID | None = None
    reason: str = ""

    @property
    def by_chance(self) -> bool:
        """Whether chance took it: only such plans are counted."""
        return self.chance is not None


@dataclass(frozen=True, kw_only=True)
class SecondDraw:
    """When the second ratings were drawn, by which seed, and why before every look was filed."""

    seed: str
    at: datetime
    by: UUID
    why_early: str = ""


@dataclass(frozen=True, kw_only=True)
class KeptSample:
    """A sample of one team's quarter, as it was drawn. Nothing of it ever changes.

    ``left_out`` counts the plans of whoever drew. ``seed_typed`` says that somebody typed the
    seed. ``second`` is None until the second ratings are drawn.
    """

    id: UUID
    team_id: UUID
    quarter: Quarter
    wanted: int
    seed: str
    seed_typed: bool
    drawn_by: UUID
    drawn_at: datetime
    listed: int
    list_mark: str
    left_out: int
    plans: tuple[SampledPlan, ...] = ()
    second: SecondDraw | None = None

    @property
    def drawn(self) -> tuple[SampledPlan, ...]:
        """What chance took, in the order of the draw."""
        return tuple(one for one in self.plans if one.by_chance)

    @property
    def picked(self) -> tuple[SampledPlan, ...]:
        """What somebody picked for a reason; never counted with the others."""
        return tuple(one for one in self.plans if not one.by_chance)

    def wanted_again(self) -> Wanted:
        """What has to be asked for so that the same plans are drawn again."""
        return Wanted(
            team=str(self.team_id),
            quarter=self.quarter,
            plans=self.wanted,
            seed=self.seed,
            rater=str(self.drawn_by),
        )

    def how_it_was_drawn(self, team: str) -> str:
        """The sentences that let anybody draw it again; ``team`` is its name."""
        return Sample(
            wanted=replace(self.wanted_again(), team=team),
            drawn=tuple(Drawn(one.code, one.chance) for one in self.drawn if one.chance),
            picked=(),
            left_out=(),
            listed=self.listed,
            list_mark=self.list_mark,
        ).how_it_was_drawn
