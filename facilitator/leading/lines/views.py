"""Lines from the browser as JSON; plain forms come to the views of the screen."""

from uuid import UUID

from flask import Response, abort, jsonify, request

from facilitator.accounts.sessions import now, user
from facilitator.contributions import store as contributions
from facilitator.database import reading
from facilitator.leading.blueprint import leading
from facilitator.leading.lines import answers, saving
from facilitator.meetings import door
from facilitator.people import store as people
from facilitator.refusals import Refusal
from facilitator.strict.text import load_json


@leading.put("/meetings/<uuid:meeting_id>/lines/<ref>")
def keep_line(meeting_id: UUID, ref: str) -> tuple[Response, int]:
    """Keep a line, new or mended or taken back; the same save twice is one."""
    answer = saving.keep(meeting_id, user(), ref, sent("the line"), now())
    if answer is None:
        abort(404)
    return jsonify(answers.body(answer)), answer.status


@leading.get("/meetings/<uuid:meeting_id>/lines")
def lines(meeting_id: UUID) -> Response | tuple[Response, int]:
    """Everything that stands of the talk, in the order in which it was said."""
    with reading() as session:
        try:
            kept = door.find(session, meeting_id, user()) or abort(404)
        except Refusal as refusal:
            return jsonify(answers.problems(refusal.problems)), saving.PRIVATE_TIME
        named = people.without_safety(session, kept.id)
        standing = contributions.standing(session, kept.id)
    return jsonify(
        {"lines": [answers.line(one, named) for one in standing if one.said.row.is_talk]}
    )


def sent(name: str) -> object:
    """What was sent, or the refusal of it: the door is asked before anybody is told that."""
    try:
        return load_json(request.get_data(), name)
    except Refusal as refusal:
        return refusal
