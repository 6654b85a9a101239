"""The door of pairs: who is one of the two, and what must stay unseen until they have filed."""

from uuid import UUID

from facilitator.accounts.user import Duty, User
from facilitator.auditing.pairs import store
from facilitator.auditing.pairs.gold import store as gold
from facilitator.auditing.pairs.kept import GoldPlan, PairState
from facilitator.auditing.sampling.listing import store as listing
from facilitator.database import Session


def find_pair(session: Session, second_id: UUID, user: User) -> PairState | None:
    """That pair for one of its two raters, else None; None in the family's private time too."""
    pair = store.find(session, second_id)
    if pair is None or pair.is_private or Duty.SUPERVISOR not in user.duties:
        return None
    return pair if pair.is_rater(user.id) else None


def find_asked(session: Session, second_id: UUID, user: User) -> PairState | None:
    """That pair for the second rater who is asked, else None."""
    pair = find_pair(session, second_id, user)
    return pair if pair is not None and pair.second_rater_id == user.id else None


def may_rate_second(session: Session, user: User, meeting_id: UUID) -> bool:
    """Whether that user is asked for a blind look at that meeting's plan, filed or not."""
    asked = store.of_rater(session, user.id)
    return Duty.SUPERVISOR in user.duties and any(
        one.meeting_id == meeting_id and one.second_rater_id == user.id for one in asked
    )


def must_stay_blind(session: Session, user: User, meeting_id: UUID) -> bool:
    """Whether nobody else's look at that plan may be shown to that user yet.

    They are asked for a second rating of it, begun or not; or it is a gold plan that they did not
    make and have not rated. Three queries at most.
    """
    if store.is_asked(session, user.id, meeting_id):
        return True
    plans = [one for one in gold.every(session) if one.meeting_id == meeting_id]
    if not any(user.id not in one.made_by for one in plans):
        return False
    filed = {one for one, (_, is_filed) in gold.looks_of(session, user.id).items() if is_filed}
    return any(user.id not in one.made_by and one.id not in filed for one in plans)


def golds_for(session: Session, user: User) -> tuple[GoldPlan, ...]:
    """The gold plans that this user may rate: not made by them, no part in the meeting.

    What stands in private time is left out. Two queries.
    """
    if Duty.SUPERVISOR not in user.duties:
        return ()
    plans = [one for one in gold.every(session) if user.id not in one.made_by]
    parts = listing.had_a_part(session, {one.meeting_id for one in plans})
    return tuple(
        one
        for one in plans
        if not one.is_private and user.id not in parts.get(one.meeting_id, frozenset())
    )


def find_gold(session: Session, gold_id: UUID, user: User) -> GoldPlan | None:
    """That gold plan for a user who may rate it, else None. Two queries."""
    return next((one for one in golds_for(session, user) if one.id == gold_id), None)
