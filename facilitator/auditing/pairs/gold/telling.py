"""What a rater is told of their own ratings beside the gold: of themselves, and to nobody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from facilitator.auditing.pairs.kept import GoldPlan, GoldSaid
from facilitator.audits import Criterion
from facilitator.audits.statistics import Calibration
from facilitator.audits.statistics.calibration import GOLD_PLANS, OfCriterion


@dataclass(frozen=True)
class GoldShown:
    """One gold plan on the list of whoever practises; ``look_id`` is their own look at it."""

    number: int
    plan: GoldPlan
    look_id: UUID | None
    is_filed: bool


@dataclass(frozen=True)
class NearTold:
    """How near a rater is on one criterion, as a sentence."""

    criterion: Criterion
    sentence: str


@dataclass(frozen=True)
class SaidTold:
    """One criterion of one gold plan: the gold's side and the rater's."""

    criterion: Criterion
    said: GoldSaid


def standing(found: Calibration, gold_plans: int) -> str:
    """Where somebody stands, in a sentence or two."""
    if found.counts:
        return "Your ratings count: you read plans as the gold plans have them."
    if gold_plans < GOLD_PLANS:
        are = "is 1 gold plan" if gold_plans == 1 else f"are {gold_plans} gold plans"
        return (
            f"There {are} here that you did not make, and {GOLD_PLANS} are needed. So your ratings "
            "are kept and used for letters. They are not counted in figures yet."
        )
    return (
        "Your ratings are kept and used for letters. They are not counted in figures yet. "
        + " ".join(found.why_not)
    )


def near(criteria: Iterable[Criterion], found: Calibration) -> tuple[NearTold, ...]:
    """How near the rater is, criterion by criterion, in the order given."""
    of = {one.criterion: one for one in found.by_criterion}
    return tuple(NearTold(one, _near(of[one.id])) for one in criteria if one.id in of)


def _near(one: OfCriterion) -> str:
    plans = "plan" if one.of == 1 else "plans"
    if one.exact == one.of:
        return f"The same as the gold in {one.of} of {one.of} {plans}."
    sentence = f"The same in {one.exact} of {one.of} {plans}, one step apart at most in "
    further = "" if one.within_one == one.of else " Talk through where you differ."
    return f"{sentence}{one.within_one}.{further}"


def beside(criteria: Iterable[Criterion], said: Iterable[GoldSaid]) -> tuple[SaidTold, ...]:
    """What the gold says and what the rater said of one plan, in the order given."""
    of = {one.rating.criterion: one for one in said}
    return tuple(SaidTold(one, of[one.id]) for one in criteria if one.id in of)
