"""Who has opened a plan: for whoever leads the family's meetings, in sentences to read to them."""

from collections.abc import Mapping
from uuid import UUID

from flask import abort, render_template

from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import user
from facilitator.accounts.user import User
from facilitator.break_glass import store
from facilitator.break_glass.blueprint import break_glass
from facilitator.break_glass.frame import clock, when
from facilitator.break_glass.opening import Opening
from facilitator.contributions import store as contributions
from facilitator.contributions import titled
from facilitator.database import Session, reading
from facilitator.meetings import KeptMeeting
from facilitator.meetings import door as meetings


@break_glass.get("/meetings/<uuid:meeting_id>/openings")
def log(meeting_id: UUID) -> str:
    """Every opening of that meeting's plan, for its own facilitator."""
    with reading() as session:
        kept = meetings.find(session, meeting_id, user()) or abort(404)
        users = {one.id: one for one in accounts.list_users(session)}
        openings = store.of_meeting(session, kept.id)
        title = title_of(session, kept)
    told = tuple((sentences(one, kept, users), one.reason) for one in openings)
    return render_template("break_glass/log.html", kept=kept, title=title, told=told)


def title_of(session: Session, kept: KeptMeeting) -> str:
    """What the family calls its plan. One query."""
    return titled(kept, contributions.titles(session, [kept.id]).get(kept.id, ""))


def sentences(opening: Opening, kept: KeptMeeting, users: Mapping[UUID, User]) -> tuple[str, ...]:
    """One opening as one would read it to the family, without the reason."""
    who = users[opening.opened_by]
    where = "our team" if who.team_id == kept.team_id else "our service"
    at, until = when(kept, opening.at), clock(kept, opening.until)
    said = (
        f"On {at}, {who.name} from {where} opened your plan {opening.version}.",
        f"They could read it until {until}. They could not print or change it.",
    )
    if opening.seen_by is None:
        return said
    return (*said, f"{users[opening.seen_by].name} has looked at why.")
