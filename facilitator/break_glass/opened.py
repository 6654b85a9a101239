"""A plan while it is open to somebody whose meeting it is not: to read, and never to print."""

from datetime import datetime
from uuid import UUID

from flask import abort, make_response, render_template
from markupsafe import Markup
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import now, user
from facilitator.break_glass import door
from facilitator.break_glass.blueprint import break_glass
from facilitator.break_glass.frame import clock
from facilitator.break_glass.opening import Opening
from facilitator.break_glass.reading import read
from facilitator.database import reading
from facilitator.releasing.opening import zone_of

GONE = 410


@break_glass.get("/opened/<uuid:opening_id>")
def opened(opening_id: UUID) -> Response | tuple[str, int]:
    """The family's own copy; after an hour, how to ask again."""
    at = now()
    with reading() as session:
        opening, kept = door.find_opened(session, opening_id, user()) or abort(404)
        if not opening.is_open(at):
            return render_template("break_glass/ended.html", opening=opening), GONE
        found = read(session, kept, at.astimezone(zone_of(kept)).date()) or abort(404)
    page = render_template(
        "break_glass/opened.html",
        read=found,
        article=Markup(found.article),  # noqa: S704 - the paper's own template escapes every word
        until=clock(kept, opening.until),
        reason=opening.reason,
    )
    return _that_closes_itself(page, opening, at)


def _that_closes_itself(page: str, opening: Opening, at: datetime) -> Response:
    # Real names must not stay on a screen that somebody has walked away from.
    answer = make_response(page)
    left = int((opening.until - at).total_seconds())
    answer.headers["Refresh"] = str(left + 1)
    return answer
