"""What the family's own list says of an opening: `who_looked` tells it, with all other looks."""

from uuid import UUID

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import user
from facilitator.break_glass.blueprint import break_glass
from facilitator.contributions import store as contributions
from facilitator.contributions import titled
from facilitator.database import Session, reading
from facilitator.meetings import KeptMeeting
from facilitator.meetings import door as meetings


@break_glass.get("/meetings/<uuid:meeting_id>/openings")
def log(meeting_id: UUID) -> Response:
    """The address at which openings alone were listed: they stand among all the looks now."""
    with reading() as session:
        kept = meetings.find(session, meeting_id, user()) or abort(404)
    return redirect(url_for("who_looked.page", meeting_id=kept.id), 303)


def title_of(session: Session, kept: KeptMeeting) -> str:
    """What the family calls its plan. One query."""
    return titled(kept, contributions.titles(session, [kept.id]).get(kept.id, ""))
