"""A person's look at one plan: what they say of each criterion, blind until it is filed.

A look is somebody's own until it is filed. Then the machine's suggestions stand beside it, and
where the two differ by two or more it says why.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from facilitator.audits.remarks import Remark, open_of
from facilitator.audits.rubric import Criterion, Rubric
from facilitator.audits.statistics import Rating
from facilitator.refusals import Problem

# Ten minutes: child's voice, own words, worries met, what-ifs, worker's answer, safe copies.
FIRST_LOOK = ("Q1", "Q2", "Q6", "Q10", "Q13", "Q19")
FAR_APART = 2


class Purpose(StrEnum):
    """Why somebody looks at a plan. The value is its stored key."""

    FIRST = "first"
    SECOND = "second"  # blind, by somebody of another team
    SETTLED = "settled"  # what the two said after they talked it through
    GOLD = "gold"  # of a gold plan, so that the rater's ratings come to count


class Depth(StrEnum):
    """How much of the rubric is asked. The value is its stored key."""

    FIRST_LOOK = "first_look"
    FULL = "full"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What somebody says of one criterion.

    ``words`` are what they saw, in their own words. ``suggested`` is the machine's, known once
    the look is filed; ``why_apart`` says why the two are so far apart. ``revision`` counts what
    was kept of it before: 0 for nothing.
    """

    criterion: str
    rating: Rating = None
    words: str = ""
    suggested: int | None = None
    why_apart: str = ""
    revision: int = 0

    @property
    def is_far_apart(self) -> bool:
        """Whether a reason is asked: both are on the scale, two or more apart."""
        if not isinstance(self.rating, int) or self.suggested is None:
            return False
        return abs(self.rating - self.suggested) >= FAR_APART


@dataclass(frozen=True, kw_only=True)
class Look:
    """One person's look at one version of one plan.

    ``team_id`` and ``facilitator_id`` are the meeting's, ``plan_on`` is the civil day on which
    the plan was agreed: they stand here so that a quarter can be counted by itself. ``by_chance``
    says that chance took this plan; only such looks go into figures. ``counts`` says that the
    rater was calibrated when they filed it. ``began_at``, ``filed_at`` and ``final_at`` are
    instants: final is a look whose remarks are settled.
    """

    id: UUID
    meeting_id: UUID
    version: int
    team_id: UUID
    facilitator_id: UUID
    plan_on: date
    rater_id: UUID
    purpose: Purpose
    depth: Depth
    began_at: datetime
    by_chance: bool = False
    counts: bool = False
    filed_at: datetime | None = None
    final_at: datetime | None = None
    answers: tuple[Answer, ...] = ()

    @property
    def is_filed(self) -> bool:
        """Whether the rater is done: from then on nothing that they said changes."""
        return self.filed_at is not None

    def answer(self, criterion_id: str) -> Answer:
        """What is said of that criterion; a blank answer where nothing is yet."""
        found = (one for one in self.answers if one.criterion == criterion_id)
        return next(found, Answer(criterion=criterion_id))

    def open(self, asked: Iterable[str]) -> tuple[str, ...]:
        """Those of the asked criteria that have no rating yet, in their order."""
        return tuple(one for one in asked if self.answer(one).rating is None)

    @property
    def without_reason(self) -> tuple[Answer, ...]:
        """The answers far from the suggestion that do not say why."""
        return tuple(one for one in self.answers if one.is_far_apart and not one.why_apart.strip())


def asked(depth: Depth, rubric: Rubric) -> tuple[Criterion, ...]:
    """The criteria of that rubric that a look of that depth asks, in their order."""
    if depth is Depth.FULL:
        return rubric.criteria
    return tuple(one for one in rubric.criteria if one.id in FIRST_LOOK)


def why_not_filed(look: Look, criteria: Iterable[Criterion]) -> tuple[Problem, ...]:
    """What is still open, one problem for each criterion; its place is the criterion's id."""
    several = {one.id: one for one in criteria}
    return tuple(
        Problem(one, f"“{several[one].name}” has no answer yet.", "Choose one.")
        for one in look.open(several)
    )


def why_not_final(look: Look, remarks: Iterable[Remark]) -> tuple[Problem, ...]:
    """What must be said before a filed look is final: reasons, then remarks.

    The place of each is the id of its criterion.
    """
    reasons = tuple(
        Problem(
            one.criterion,
            f"You said {one.rating} and the suggestion is {one.suggested}.",
            "Say why, in a sentence.",
        )
        for one in look.without_reason
    )
    remarks_open = tuple(
        Problem(one.criterion, "A remark is not settled yet.", "Say what came of it.")
        for one in open_of(remarks)
    )
    return (*reasons, *remarks_open)
