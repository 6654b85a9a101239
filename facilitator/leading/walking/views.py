"""What happened, from the browser as JSON."""

from uuid import UUID

from flask import Response, abort, jsonify

from facilitator.accounts.sessions import now, user
from facilitator.leading.blueprint import leading
from facilitator.leading.lines import answers
from facilitator.leading.lines.views import sent
from facilitator.leading.opening import Underway
from facilitator.leading.walking import keeping
from facilitator.leading.walking.happening_json import walk_of


@leading.put("/meetings/<uuid:meeting_id>/walk/<key>")
def keep_happening(meeting_id: UUID, key: str) -> tuple[Response, int]:
    """Keep where the meeting went, or who came and went; the same key twice is one."""
    outcome = keeping.keep(meeting_id, user(), key, sent("what happened"), now())
    if outcome is None:
        abort(404)
    if isinstance(outcome, Underway):
        return jsonify({"walk": walk_of(outcome)}), 200
    return jsonify(answers.problems(outcome.problems)), outcome.status
