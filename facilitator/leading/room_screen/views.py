"""The room screen: a window of its own, that shows what is safe for everybody who is here."""

from uuid import UUID
from zoneinfo import ZoneInfo

from flask import Response, abort, jsonify, render_template, request

from facilitator.accounts.sessions import now, user
from facilitator.database import reading
from facilitator.leading import opening
from facilitator.leading.blueprint import leading
from facilitator.leading.lines import answers, saving
from facilitator.leading.opening import Opened
from facilitator.leading.room_screen.room_view import room_of
from facilitator.people import Role
from facilitator.refusals import Refusal


@leading.get("/meetings/<uuid:meeting_id>/room")
def room(meeting_id: UUID) -> str:
    """The window. It is blank until somebody shows it, and again at each new stage."""
    opened = _open(meeting_id)
    view = room_of(opened)
    return render_template(
        "leading/room_screen.html",
        meeting_id=meeting_id,
        view=view,
        practice=opened.kept.practice,
        is_shown=bool(view.columns) and request.args.get("show") == view.stage,
        time=now().astimezone(ZoneInfo(opened.kept.meeting.zone)).strftime("%H:%M"),
        leader=_leader(opened),
    )


@leading.get("/meetings/<uuid:meeting_id>/room/now")
def room_now(meeting_id: UUID) -> Response | tuple[Response, int]:
    """What may stand there now, for the window that asks."""
    try:
        return jsonify(room_of(_open(meeting_id)).json)
    except Refusal as refusal:
        return jsonify(answers.problems(refusal.problems)), saving.PRIVATE_TIME


def _open(meeting_id: UUID) -> Opened:
    with reading() as session:
        return opening.open_for(session, meeting_id, user()) or abort(404)


def _leader(opened: Opened) -> str:
    names = (one.short_name for one in opened.people if one.role is Role.FACILITATOR)
    return next(names, "") or user().name
