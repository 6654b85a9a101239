"""A look begins: whose it is, of which version of which plan, and whether chance took the plan."""

from datetime import datetime

from facilitator.accounts.user import User
from facilitator.auditing import store
from facilitator.auditing.opening import OpenedPlan
from facilitator.audits.look import Depth, Look, Purpose
from facilitator.database import Session, new_id


def begin(  # noqa: PLR0913 -- each is a fact of its own
    session: Session,
    user: User,
    opened: OpenedPlan,
    *,
    at: datetime,
    purpose: Purpose = Purpose.FIRST,
    depth: Depth = Depth.FIRST_LOOK,
    by_chance: bool = False,
) -> Look:
    """Keep that this user looks at this version; the look that is there where they began before.

    Nobody is asked here whether they may: the room's door is.
    """
    kept, plan = opened.kept, opened.agreed.plan
    look = Look(
        id=new_id(),
        meeting_id=kept.id,
        version=plan.version,
        team_id=kept.team_id,
        facilitator_id=kept.owner_id,
        plan_on=plan.agreed_on,
        rater_id=user.id,
        purpose=purpose,
        depth=depth,
        by_chance=by_chance,
        began_at=at,
    )
    return store.begin(session, look)
