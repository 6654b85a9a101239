"""What is seen is noted: one row for each page that shows a family's words, before it leaves.

The row is written in the same request, between the answer that was made and the answer that goes
out. Where it can't be written, whoever leads the family's meetings sees their page all the same,
for a full disk must not stop a meeting, and the row is written later. Nobody else sees anything
then.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import Flask, Response, current_app, make_response, render_template, request

from facilitator import access_log
from facilitator.access_log import Act, Because, What
from facilitator.accounts.sessions import already_found, now
from facilitator.accounts.user import User
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages.answering import as_json, asks_for_json
from facilitator.refusals import Problem
from facilitator.who_looked import endpoints
from facilitator.who_looked.endpoints import Noted
from facilitator.who_looked.missed import Missed, ToNote
from facilitator.who_looked.whose import Asked, asked_about, why_looked

MISSING = 404
_WELL = range(200, 300)
_WHY_NOT = 409  # A page that says why a paper may not leave now: it was seen, and nothing left.
_SENT = range(200, 400)  # A form that was kept leads on to another page.
_NAME = "facilitator-missed"
NOT_SHOWN = Problem(
    "",
    "This page is not shown now. It can’t be written down that you looked at it.",
    "Make room on the computer that keeps everything. Then ask for the page again.",
)


def note_what_is_seen(app: Flask) -> None:
    """Have that app note what is seen.

    Call this after every other ``after_request`` of the app: Flask runs the last one first.
    """
    app.extensions[_NAME] = Missed()

    @app.after_request
    def _note(response: Response) -> Response:
        user = already_found()
        if user is None or request.endpoint is None:
            return response
        if response.status_code == MISSING:
            _note_refused(user)
            return response
        # A HEAD brings no word of anybody, so nothing was seen.
        kept = endpoints.noted(request.endpoint, request.method)
        if kept is not None and response.status_code == _WHY_NOT:
            kept = Noted(Act.VIEW, kept.what, kept.because) if request.method == "GET" else None
        elif response.status_code not in (_SENT if request.method == "POST" else _WELL):
            kept = None
        return (_note_seen(user, kept) if kept else None) or response


def missed() -> Missed:
    """What this app could not write down yet."""
    held: Missed = current_app.extensions[_NAME]
    return held


def _note_seen(user: User, kept: Noted) -> Response | None:
    """Write the row; the answer that goes out in place of the page, where there is one."""
    ids = request.view_args or {}
    try:
        with _noting() as session:
            asked = asked_about(session, ids)
            if asked is None or asked.is_kept:
                _row(session, user, kept, asked).write(session)
    except NotKept as trouble:
        return _without_a_row(user, kept, ids, trouble)
    return None


def _without_a_row(
    user: User, kept: Noted, ids: Mapping[str, Any], trouble: NotKept
) -> Response | None:
    with reading() as session:
        asked = asked_about(session, ids)
        row = _row(session, user, kept, asked)
    if asked is not None and not asked.is_kept:
        return None
    if asked is not None and asked.owner_id == user.id:
        missed().keep(row)
        return None
    if asks_for_json():
        return make_response(as_json(NOT_SHOWN), trouble.status)
    page = render_template(
        "pages/refused.html", heading="We can’t show that now", problems=(NOT_SHOWN,)
    )
    return make_response(page, trouble.status)


def _note_refused(user: User) -> None:
    """Somebody asked for what is there, and is not theirs; what nobody has is no try."""
    ids = request.view_args or {}
    with reading() as session:
        asked = asked_about(session, ids) if ids else None
    if asked is None or not asked.is_kept or asked.is_theirs(user.id):
        return
    known = endpoints.noted(request.endpoint, "GET")
    row = ToNote(
        act=Act.REFUSED,
        what=known.what if known else What.MEETING,
        because=Because.NOT_THEIRS,
        user_id=user.id,
        meeting_id=asked.meeting_id,
        at=now(),
    )
    try:
        with _noting() as session:
            row.write(session)
    except NotKept:
        missed().keep(row)


def _row(session: Session, user: User, kept: Noted, asked: Asked | None) -> ToNote:
    because = kept.because
    look_id = (request.view_args or {}).get("look_id")
    if asked is not None and asked.owner_id == user.id:
        because = Because.LEADS
    elif look_id is not None and because is Because.AUDIT:
        because = why_looked(session, look_id)
    return ToNote(
        act=kept.act,
        what=kept.what,
        because=because,
        user_id=user.id,
        meeting_id=asked.meeting_id if asked else None,
        at=now(),
    )


@contextmanager
def _noting() -> Iterator[Session]:
    """As ``keeping``, with what waits written first; where that fails, it goes on waiting."""
    waiting, lost = missed().take()
    try:
        with keeping() as session:
            later = tuple(one for one in waiting if not _write_late(session, one))
            if lost:
                access_log.note(session, Act.MISSED, at=now(), what=What.LOG, many=lost)
            yield session
    except BaseException:
        missed().put_back(waiting, lost)
        raise
    missed().put_back(later, 0)


def _write_late(session: Session, row: ToNote) -> bool:
    """Whether it is written; of a meeting that has its private time now nothing is."""
    asked = asked_about(session, {"meeting_id": row.meeting_id}) if row.meeting_id else None
    if asked is not None and not asked.is_kept:
        return False
    row.write(session)
    return True
