"""A supervisor looks at why somebody opened a plan; from then on it waits for nobody."""

from uuid import UUID

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now, user
from facilitator.break_glass import door, store
from facilitator.break_glass.blueprint import break_glass
from facilitator.break_glass.frame import when
from facilitator.break_glass.log import title_of
from facilitator.database import reading
from facilitator.pages import flash
from facilitator.preparing.changing import changing


@break_glass.get("/openings/<uuid:opening_id>")
def opening(opening_id: UUID) -> str:
    """Who opened which plan, when and why; nothing of what stands in it."""
    with reading() as session:
        found, kept = door.find_to_look_at(session, opening_id, user()) or abort(404)
        names = {one.id: one.name for one in accounts.list_users(session)}
        title = title_of(session, kept)
    return render_template(
        "break_glass/opening.html",
        opening=found,
        title=title,
        who=names[found.opened_by],
        leads=names[kept.owner_id],
        at=when(kept, found.at),
        seen_by=names[found.seen_by] if found.seen_by else "",
    )


@break_glass.post("/openings/<uuid:opening_id>")
def seen(opening_id: UUID) -> Response:
    """Keep that somebody other than the opener has looked at it."""
    with changing() as session:
        found, _kept = door.find_to_look_at(session, opening_id, user()) or abort(404)
        store.mark_seen(session, found.id, by=user().id, at=now())
    flash.success("You have looked at it. It stands in the family's list for good.")
    return redirect(url_for("supervising.today"), 303)
