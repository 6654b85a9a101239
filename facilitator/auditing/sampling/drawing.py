"""Drawing a sample, drawing it again to see that it was so, and picking a plan for a reason."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from facilitator.auditing.sampling import store
from facilitator.auditing.sampling.kept import KeptSample, ListedPlan, SampledPlan
from facilitator.auditing.sampling.listing import store as listing
from facilitator.audits.sampling import Drawn, Quarter, ReasonPick, Wanted, draw
from facilitator.audits.sampling_tickets import fingerprint
from facilitator.database import Session
from facilitator.refusals import Refusal

_BYTES = 4
ACT_TODAY = "Somebody wrote that a child may not be safe."


@dataclass(frozen=True)
class Count:
    """How many plans of a team's quarter can be drawn; ``own`` are those of whoever asks."""

    plans: int
    own: int
    drawn_before: int


@dataclass(frozen=True)
class Replay:
    """What the same seed draws today: ``added`` and ``gone`` count plans of the list since then."""

    same_list: bool
    same_plans: bool
    listed: int


def new_seed() -> str:
    """A seed that nobody chose: eight signs, short enough to be typed again."""
    return secrets.token_hex(_BYTES)


def count(session: Session, team_id: UUID, quarter: Quarter, user_id: UUID) -> Count:
    """How many plans there are to draw from. Two queries."""
    plans = [one.eligible for one in listing.eligible(session, team_id, quarter)]
    own = sum(one.is_own_of(str(user_id)) for one in plans)
    before = len(store.of_quarter(session, team_id, quarter))
    return Count(len(plans) - own, own, before)


def draw_sample(
    session: Session, wanted: Wanted, *, sample_id: UUID, seed_typed: bool, at: datetime
) -> KeptSample:
    """Draw and keep a sample; the same id twice is one.

    ``wanted.team`` and ``wanted.rater`` are ids. Refusal where there is no plan to draw.
    """
    listed = listing.eligible(session, UUID(wanted.team), wanted.quarter)
    sample = draw((one.eligible for one in listed), wanted, _to_act_on(session, listed, wanted))
    if not sample.drawn:
        raise Refusal.because(
            "There is no plan to draw from in this quarter.",
            "Choose another quarter, or ask somebody else to draw.",
            "quarter",
        )
    kept = KeptSample(
        id=sample_id,
        team_id=UUID(wanted.team),
        quarter=wanted.quarter,
        wanted=wanted.plans,
        seed=wanted.seed,
        seed_typed=seed_typed,
        drawn_by=UUID(wanted.rater),
        drawn_at=at,
        listed=sample.listed,
        list_mark=sample.list_mark,
        left_out=len(sample.left_out),
        plans=(*_sampled(sample.drawn, listed), *_picked(sample.picked, listed)),
    )
    return store.add(session, kept)


def _sampled(drawn: tuple[Drawn, ...], listed: tuple[ListedPlan, ...]) -> tuple[SampledPlan, ...]:
    of = {one.eligible.plan: one for one in listed}
    return tuple(
        SampledPlan(
            meeting_id=of[one.plan].meeting_id,
            version=of[one.plan].version,
            code="",  # It stands with the plan, and is read from there.
            agreed_on=of[one.plan].eligible.agreed_on,
            owner_id=UUID(of[one.plan].eligible.facilitator),
            chance=one.chance,
        )
        for one in drawn
    )


def _to_act_on(
    session: Session, listed: Iterable[ListedPlan], wanted: Wanted
) -> tuple[ReasonPick, ...]:
    """The plans of which somebody wrote that a child may not be safe: read, whatever chance says.

    Whoever draws has no pick of their own meeting.
    """
    others = [one.meeting_id for one in listed if not one.eligible.is_own_of(wanted.rater)]
    noted = listing.to_act_on(session, others)
    return tuple(ReasonPick(str(one), str(by), ACT_TODAY) for one, by in noted.items())


def _picked(
    picked: tuple[ReasonPick, ...], listed: tuple[ListedPlan, ...]
) -> tuple[SampledPlan, ...]:
    of = {one.eligible.plan: one for one in listed}
    return tuple(_pick(of[one.plan], UUID(one.by), one.reason) for one in picked)


def _pick(one: ListedPlan, by: UUID, reason: str) -> SampledPlan:
    return SampledPlan(
        meeting_id=one.meeting_id,
        version=one.version,
        code="",
        agreed_on=one.eligible.agreed_on,
        owner_id=UUID(one.eligible.facilitator),
        picked_by=by,
        reason=reason,
    )


def replay(session: Session, sample: KeptSample) -> Replay:
    """Draw that sample again from today's list, to see what is the same. One query."""
    listed = listing.eligible(session, sample.team_id, sample.quarter)
    plans = [one.eligible for one in listed]
    again = draw(plans, sample.wanted_again())
    rater = str(sample.drawn_by)
    mark = fingerprint(one.plan for one in plans if not one.is_own_of(rater))
    drawn = {str(one.meeting_id) for one in sample.drawn}
    return Replay(
        same_list=mark == sample.list_mark,
        same_plans=drawn == {one.plan for one in again.drawn},
        listed=again.listed,
    )


def pick(
    session: Session, sample: KeptSample, code: str, *, by: UUID, reason: str
) -> SampledPlan | None:
    """Put the team's plan of that code beside the sample, for a reason; it is never counted.

    None where it stands there already. Refusal where no plan of that team and quarter has this
    code, where it is their own, and where no reason is given.
    """
    listed = listing.eligible(session, sample.team_id, sample.quarter)
    found = listing.by_code(session, (one.meeting_id for one in listed), code)
    one = next((each for each in listed if each.meeting_id == found), None)
    if one is None or one.eligible.is_own_of(str(by)):
        raise Refusal.because(
            f"No plan of this quarter that you may look at has the code “{code}”.",
            "Look at the code on the paper, and type it again.",
            "code",
        )
    ReasonPick(plan=one.eligible.plan, by=str(by), reason=reason)  # Refuses an empty reason.
    picked = _pick(one, by, reason)
    return picked if store.add_plan(session, sample.id, picked, len(sample.plans)) else None
