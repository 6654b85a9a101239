"""Second ratings are drawn once the first ones are filed, by a seed of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from facilitator.accounts import store as accounts
from facilitator.accounts.supervised import teams_of
from facilitator.accounts.user import Duty
from facilitator.auditing.pairs import store
from facilitator.auditing.pairs.calibration import is_calibrated
from facilitator.auditing.pairs.kept import SecondAsked
from facilitator.auditing.sampling import store as samples
from facilitator.auditing.sampling.kept import KeptSample, SampledPlan, SecondDraw
from facilitator.auditing.sampling.listing import store as listing
from facilitator.auditing.sampling.states import FirstLook, first_looks
from facilitator.audits.sampling import Eligible
from facilitator.audits.sampling_second import FirstRating, Rater, second_ratings
from facilitator.database import Session, new_id
from facilitator.refusals import Refusal


@dataclass(frozen=True)
class Asked:
    """What came of a draw: how many plans have a second rater, and how many nobody may rate."""

    rated: int
    nobody: int


def draw_second_ratings(
    session: Session,
    sample: KeptSample,
    *,
    seed: str,
    by: UUID,
    why_early: str,
    at: datetime,
) -> Asked | None:
    """Ask somebody of another team to rate one in five; None where that was done before.

    Refusal where first looks are still open and no reason is given, and where none is filed.
    """
    filed = filed_firsts(session, sample)
    if not filed:
        raise Refusal.because(
            "No first look of this sample is filed yet.", "File one first.", "why_early"
        )
    still_open = len(sample.drawn) - len(filed)
    before = store.asked_about(session, [one.meeting_id for one in sample.drawn])
    if still_open and not why_early.strip():
        plans = "plan has" if still_open == 1 else "plans have"
        raise Refusal.because(
            f"{still_open} {plans} no filed look yet.",
            "File the rest first, or say why you go on without.",
            "why_early",
        )
    why = why_early.strip() if still_open else ""
    if not samples.draw_second(
        session, sample.id, SecondDraw(seed=seed, at=at, by=by, why_early=why)
    ):
        return None
    # A plan that an earlier sample held too is not read a third time.
    new = [(plan, look) for plan, look in filed if (plan.meeting_id, look.look_id) not in before]
    return _ask(session, sample, new, seed, at)


def filed_firsts(session: Session, sample: KeptSample) -> tuple[tuple[SampledPlan, FirstLook], ...]:
    """The drawn plans whose first look is filed, each with that look. One query."""
    looks = first_looks(session, sample.drawn)
    found = ((one, looks.get(one.meeting_id)) for one in sample.drawn)
    return tuple((plan, look) for plan, look in found if look is not None and look.is_filed)


def _ask(
    session: Session,
    sample: KeptSample,
    filed: Iterable[tuple[SampledPlan, FirstLook]],
    seed: str,
    at: datetime,
) -> Asked:
    looks = {str(plan.meeting_id): (plan, look) for plan, look in filed}
    parts = listing.had_a_part(session, (plan.meeting_id for plan, _ in looks.values()))
    firsts = [
        FirstRating(_eligible(plan, sample, parts[plan.meeting_id]), str(look.rater_id))
        for plan, look in looks.values()
    ]
    drawn = second_ratings(firsts, raters_for(session, sample.team_id), seed)
    asked = [
        SecondAsked(
            id=new_id(),
            sample_id=sample.id,
            meeting_id=UUID(one.plan),
            first_look_id=looks[one.plan][1].look_id,
            rater_id=UUID(one.rater) if one.rater else None,
            asked_at=at,
            place=place,
        )
        for place, one in enumerate(drawn)
    ]
    store.ask(session, asked)
    rated = sum(one.rater_id is not None for one in asked)
    return Asked(rated, len(asked) - rated)


def _eligible(plan: SampledPlan, sample: KeptSample, parts: frozenset[UUID]) -> Eligible:
    return Eligible(
        plan=str(plan.meeting_id),
        team=str(sample.team_id),
        facilitator=str(plan.owner_id),
        agreed_on=plan.agreed_on,
        had_a_part=frozenset(map(str, parts)),
    )


def raters_for(session: Session, team_id: UUID) -> tuple[Rater, ...]:
    """Who may rate that team's plans blind: supervisors who do not look after it.

    Those whose ratings count are asked first; where there are none, all the others.
    """
    able = [
        one
        for one in accounts.list_users(session)
        if one.is_active and Duty.SUPERVISOR in one.duties and team_id not in teams_of(session, one)
    ]
    calibrated = [one for one in able if is_calibrated(session, one.id)]
    return tuple(Rater(str(one.id), str(one.team_id)) for one in calibrated or able)
