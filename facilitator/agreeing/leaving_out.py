"""Leaving a line out of the plan, and bringing it back. Nothing is lost by it."""

from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from facilitator.agreeing import stops
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.frame import drawn
from facilitator.agreeing.keeping import keep
from facilitator.agreeing.line_form import ASK_THEM
from facilitator.agreeing.opening import Opened, open_for_user
from facilitator.contributions import Wording
from facilitator.database import reading
from facilitator.leading.lines import saving
from facilitator.leading.lines.line_json import document_of, new_key
from facilitator.leading.mending.boxes import Boxes, whose_yes
from facilitator.pages import flash
from facilitator.refusals import Problem

Page = str | tuple[str, int] | Response
_CHANGED = Problem(
    "", "This line was changed while you looked at it.", "Look at it once more, then choose again."
)


@agreeing.route("/meetings/<uuid:meeting_id>/agree/leave-out/<ref>", methods=["GET", "POST"])
def leave_out(meeting_id: UUID, ref: str) -> Page:
    """Leave a line out, or bring it back; exact words are left out only with the family's yes."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    line = opened.find(ref) or abort(404)
    if request.method == "GET":
        return _page(opened, line)
    goes = request.form.get("do") != "bring_back"
    if goes and line.said.exact and not request.form.get("yes_by"):
        return _page(opened, line, (ASK_THEM,)), saving.Refused.status
    answer = keep(meeting_id, ref, _document(line, goes=goes))
    if isinstance(answer, saving.Kept):
        return _done(opened, line, goes=goes)
    if isinstance(answer, saving.Clashed):
        return _page(opened, answer.kept, (_CHANGED,)), answer.status
    return _page(opened, line, answer.problems), answer.status


def _document(line: Wording, *, goes: bool) -> dict[str, Any]:
    number, by = request.form.get("based_on", ""), request.form.get("yes_by", "")
    how = request.form.get("yes_how", "").strip()
    return document_of(line.change) | {
        "key": request.form.get("key", ""),
        "based_on": int(number) if number.isascii() and number.isdigit() else -1,
        "family_yes": {"by": by, "how": how} if by else None,
        "taken_back": goes,
    }


def _done(opened: Opened, line: Wording, *, goes: bool) -> Response:
    if goes:
        flash.notice("It is left out of the plan. You can bring it back at any time.")
    else:
        flash.success("It is in the plan again.")
    stop = stops.BY_KEY[_stop()]
    if stop.key == "steps" and not goes:
        return redirect(url_for("agreeing.step", meeting_id=opened.id, ref=line.said.id), 303)
    return redirect(url_for(stop.endpoint, meeting_id=opened.id), 303)


def _stop() -> str:
    asked = request.values.get("stop", "steps")
    return asked if asked in stops.BY_KEY else "steps"


def _page(opened: Opened, line: Wording, problems: tuple[Problem, ...] = ()) -> str:
    is_out = line.change.taken_back
    yes = whose_yes(Boxes(opened.people, opened.said, {}, line.said.id), line.said.by)
    return drawn(
        "leave_out.html",
        opened,
        _stop(),
        heading="Bring it back?" if is_out else "Leave it out?",
        line=line,
        is_out=is_out,
        whose_yes=yes if line.said.exact and not is_out else None,
        fresh_key=new_key(),
        problems=problems,
        back=None,
        next=None,
    )
