"""All stops on one page: what each is for now, in a sentence."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import now, user
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.opening import Opened, open_for_user
from facilitator.agreeing.stops import STOPS
from facilitator.database import reading
from facilitator.leading.lines.line_json import new_key
from facilitator.leading.opening import Underway
from facilitator.leading.walking import keeping
from facilitator.pages import flash

_STAGE = "agree"


@agreeing.get("/meetings/<uuid:meeting_id>/agree")
def overview(meeting_id: UUID) -> str:
    """Every stop, with how it stands."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    return render_template(
        "agreeing/overview.html",
        opened=opened,
        stops=[(one, one.state(opened)) for one in STOPS],
        begins_at="" if _is_there(opened) else _first_question(opened),
        fresh_key=f"agree.{new_key()}",
    )


@agreeing.post("/meetings/<uuid:meeting_id>/agree")
def begin(meeting_id: UUID) -> Response:
    """Say that agreeing begins now: the walk goes to its first question, and the log knows when."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    happened = {"what": "went", "about": _first_question(opened), "words": ""}
    outcome = keeping.keep(meeting_id, user(), request.form.get("key", ""), happened, now())
    if outcome is None:
        abort(404)
    if not isinstance(outcome, Underway):
        flash.error(" ".join(f"{one.wrong} {one.remedy}" for one in outcome.problems))
        return redirect(url_for("agreeing.overview", meeting_id=meeting_id), 303)
    return redirect(url_for("agreeing.steps", meeting_id=meeting_id), 303)


def _is_there(opened: Opened) -> bool:
    """Whether the meeting has come to agreeing, or past it."""
    return any(one.stage == _STAGE for one in opened.kept.meeting.stages)


def _first_question(opened: Opened) -> str:
    return next((one.id for one in opened.agenda.prompts_in(_STAGE)), "")
