"""A sample as its page shows it: plans by number and code, their state in words, no name."""

from dataclasses import dataclass
from uuid import UUID

from facilitator import days
from facilitator.accounts import store as accounts
from facilitator.auditing.pairs import store as pairs
from facilitator.auditing.pairs.kept import PairState
from facilitator.auditing.sampling.kept import KeptSample, SampledPlan
from facilitator.auditing.sampling.states import FirstLook, first_looks
from facilitator.database import Session


@dataclass(frozen=True)
class PlanShown:
    """One plan of a sample, and what can be done with it.

    ``look_id`` is where its look is read, None where this user has none to read. ``begins`` says
    whether they may begin one.
    """

    number: int
    meeting_id: UUID
    code: str
    agreed: str
    state: str
    look_id: UUID | None
    begins: bool
    second: str = ""
    reason: str = ""
    picked_by: str = ""


@dataclass(frozen=True)
class SampleShown:
    """All that the page of a sample says of its plans."""

    drawn: tuple[PlanShown, ...]
    picked: tuple[PlanShown, ...]
    filed: int
    nobody: int
    names: dict[UUID, str]

    @property
    def still_open(self) -> int:
        """How many drawn plans have no filed look yet."""
        return len(self.drawn) - self.filed


def shown(session: Session, sample: KeptSample, user_id: UUID) -> SampleShown:
    """What that supervisor of the team sees of that sample. Three queries."""
    names = {one.id: one.name for one in accounts.list_users(session)}
    looks = first_looks(session, sample.plans)
    seconds = {one.meeting_id: one for one in pairs.of_sample(session, sample.id)}
    rows = [
        _shown(number, plan, looks.get(plan.meeting_id), user_id, names)
        for number, plan in enumerate(sample.plans, 1)
        if not plan.is_private
    ]
    by_chance = {one.meeting_id for one in sample.drawn}
    rows = [_with_second(one, seconds.get(one.meeting_id), names) for one in rows]
    drawn = tuple(one for one in rows if one.meeting_id in by_chance)
    filed = {one for one, look in looks.items() if look.is_filed}
    return SampleShown(
        drawn=drawn,
        picked=tuple(one for one in rows if one.meeting_id not in by_chance),
        filed=sum(one.meeting_id in filed for one in drawn),
        nobody=sum(one.second_rater_id is None for one in seconds.values()),
        names=names,
    )


def _shown(
    number: int, plan: SampledPlan, look: FirstLook | None, user_id: UUID, names: dict[UUID, str]
) -> PlanShown:
    is_own = plan.owner_id == user_id
    reads = look is not None and not is_own and (look.is_filed or look.rater_id == user_id)
    return PlanShown(
        number=number,
        meeting_id=plan.meeting_id,
        code=plan.code,
        agreed=days.day(plan.agreed_on),
        state=_state(look, user_id, names) if not is_own else "Your own: somebody else reads it",
        look_id=look.look_id if look is not None and reads else None,
        begins=look is None and not is_own,
        reason=plan.reason,
        picked_by=names.get(plan.picked_by, "somebody") if plan.picked_by else "",
    )


def _state(look: FirstLook | None, user_id: UUID, names: dict[UUID, str]) -> str:
    if look is None:
        return "Not begun"
    who = "by you" if look.rater_id == user_id else f"by {names.get(look.rater_id, 'somebody')}"
    if look.is_final:
        return f"Final, {who}"
    return f"Filed {who}" if look.is_filed else f"Begun {who}"


def _with_second(row: PlanShown, pair: PairState | None, names: dict[UUID, str]) -> PlanShown:
    if pair is None:
        return row
    if pair.second_rater_id is None:
        said = "It came up to be rated twice, and nobody of another team may rate it."
    else:
        who = names.get(pair.second_rater_id, "somebody")
        steps = (pair.is_settled, "talked through"), (pair.both_filed, "both filed")
        how_far = next((words for is_so, words in steps if is_so), "not filed yet")
        said = f"Rated a second time by {who}: {how_far}."
    return PlanShown(**{**vars(row), "second": said})
