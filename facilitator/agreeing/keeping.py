"""Keeping a line from a page of the walk: the one way, with what stands in the way of it."""

from typing import Any
from uuid import UUID

from flask import abort

from facilitator.accounts.sessions import now, user
from facilitator.agreeing.opening import open_for_user
from facilitator.database import reading
from facilitator.leading.lines import saving


def keep(meeting_id: UUID, ref: str, document: dict[str, Any]) -> saving.Answer:
    """Keep that line; not found where the user has no such meeting.

    Refusal where private time has begun since the form was made: a form that is given back would
    show what was said before.
    """
    answer = saving.keep(meeting_id, user(), ref, document, now())
    if answer is None:
        abort(404)
    if answer.status == saving.PRIVATE_TIME:
        with reading() as session:
            open_for_user(session, meeting_id)
    return answer
