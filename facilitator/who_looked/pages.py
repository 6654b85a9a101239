"""The family's extract: on the page, and on paper in one press."""

from uuid import UUID

from flask import Response, abort, render_template

from facilitator import access_log, days
from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now, user
from facilitator.break_glass import store as openings
from facilitator.break_glass.log import title_of
from facilitator.database import Session, reading
from facilitator.meetings import KeptMeeting, door
from facilitator.pages.papers import pdf_answer
from facilitator.plans import store as plans
from facilitator.releasing.opening import zone_of
from facilitator.who_looked import paper as papers
from facilitator.who_looked import words
from facilitator.who_looked.blueprint import who_looked
from facilitator.who_looked.told import Asked, Extract, extract


@who_looked.get("/meetings/<uuid:meeting_id>/who-has-looked")
def page(meeting_id: UUID) -> str:
    """Who has looked at what is kept about that family, for whoever leads its meetings."""
    with reading() as session:
        kept = door.find(session, meeting_id, user()) or abort(404)
        told = _told(session, kept)
        title = title_of(session, kept)
    return render_template(
        "who_looked/page.html", kept=kept, title=title, told=told, day=days.day, about=words.ABOUT
    )


@who_looked.get("/meetings/<uuid:meeting_id>/who-has-looked.pdf")
def paper(meeting_id: UUID) -> Response:
    """The same on paper, to give to them."""
    with reading() as session:
        kept = door.find(session, meeting_id, user()) or abort(404)
        told = _told(session, kept)
        agreed = plans.last_of(session, kept.id)
    sheet = papers.Sheet(
        told,
        code=agreed.code if agreed else "",
        made_on=now().astimezone(zone_of(kept)).date(),
        practice=kept.practice,
    )
    return pdf_answer(papers.pdf(sheet), "who-has-looked.pdf")


def _told(session: Session, kept: KeptMeeting) -> Extract:
    return extract(
        Asked(
            kept=kept,
            zone=zone_of(kept),
            entries=access_log.of_meeting(session, kept.id),
            openings=openings.of_meeting(session, kept.id),
            users={one.id: one for one in accounts.list_users(session)},
        )
    )
