"""The page with the list of what there is to do before the day."""

from uuid import UUID

from flask import current_app, render_template

from facilitator import days
from facilitator.database import reading
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.opening import open_for_user
from facilitator.preparing.tasks.listing import SORTED_BEFORE, Known
from facilitator.preparing.tasks.listing import tasks as all_tasks


@preparing.get("/meetings/<uuid:meeting_id>/prepare")
def tasks(meeting_id: UUID) -> str:
    """What there is to do, in any order, with what is missing said in words."""
    with reading() as session:
        prep = open_for_user(session, meeting_id)
    meeting = prep.kept.meeting
    known = Known(meeting=meeting, people=prep.people, said=prep.said)
    groups = all_tasks(known)
    return render_template(
        "preparing/tasks.html",
        prep=prep,
        heading="Getting ready",
        groups=groups,
        must=[sentence for group in groups for one in group.tasks for sentence in one.must],
        pages=current_app.view_functions,
        sorted_before=SORTED_BEFORE,
        day=days.day(meeting.held_on),
    )
