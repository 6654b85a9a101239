"""The pages of a user's own meetings. Only the practice button writes anything."""

from datetime import UTC, datetime
from uuid import UUID

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from facilitator import days
from facilitator.accounts.sessions import user
from facilitator.accounts.user import Duty
from facilitator.agenda.shipped import find_file
from facilitator.copies import Copy
from facilitator.database import reading, writing
from facilitator.desk import opening, readers, telling
from facilitator.desk.opening import Opened
from facilitator.desk.readers import Reader
from facilitator.exchange.keeping import Reception, bring_in
from facilitator.meetings import store as meetings
from facilitator.paper import press
from facilitator.refusals import Refusal

desk = Blueprint("desk", __name__)

EDITION_WORDS = {
    press.STANDARD: "Standard print",
    press.LARGE_PRINT: "Large print",
    press.CHILD: "Child's page",
}
# As things stand the copy or its paper can't be made: the request was fine, its object is not.
CONFLICT = 409


@desk.get("/")
def home() -> str:
    """The user's meetings, the newest first, and the way to practise."""
    with reading() as session:
        entries = opening.entries_for(session, user())
    return render_template(
        "desk/home.html", entries=entries, day=days.day, leads=Duty.FACILITATOR in user().duties
    )


@desk.post("/practise")
def practise() -> AnyResponse:
    """Lead to the user's practice meeting; bring it in first where there is none yet."""
    record = opening.practice_record()
    agenda = find_file(record.document["meeting"]["type"])
    with writing() as session:
        kept = meetings.find_practice(session, user().id, record.id)
        if kept is None:
            reception = Reception(owner=user(), at=datetime.now(UTC), practice=True, agenda=agenda)
            kept = bring_in(session, record, reception).kept
    return redirect(url_for("desk.meeting", meeting_id=kept.id), 303)


@desk.get("/meetings/<uuid:meeting_id>")
def meeting(meeting_id: UUID) -> str:
    """Who was there, what was said, and every reader's copy."""
    opened = _open(meeting_id)
    return render_template(
        "desk/meeting.html",
        opened=opened,
        chapters=telling.chapters(opened.recorded),
        readers=readers.readers_of(opened.plan, opened.ids),
        day=days.day,
    )


@desk.get("/meetings/<uuid:meeting_id>/copies/<uuid:reader_id>")
def read_copy(meeting_id: UUID, reader_id: UUID) -> str | tuple[str, int]:
    """One reader's copy as a page, or the reasons why there can be none."""
    opened = _open(meeting_id)
    reader = _load_reader(opened, reader_id)
    asked = _asked_edition(reader)
    try:
        copy = Copy.for_reader(opened.plan, reader.person)
        edition = asked or readers.usual_edition(copy, reader)
        article = press.page(copy, edition, practice=opened.kept.practice)
    except Refusal as refusal:
        return _refused(f"{reader.name} can't have a copy yet", refusal, opened), CONFLICT
    return render_template(
        "desk/copy.html",
        article=Markup(article),  # noqa: S704 - the paper's own template escapes every word
        opened=opened,
        reader=reader,
        edition=edition,
        editions=[(one, EDITION_WORDS[one]) for one in reader.editions],
    )


@desk.get("/meetings/<uuid:meeting_id>/copies/<uuid:reader_id>.pdf")
def print_copy(meeting_id: UUID, reader_id: UUID) -> Response | tuple[str, int]:
    """One reader's copy as paper, shown in the browser, or the reasons why there can be none."""
    opened = _open(meeting_id)
    reader = _load_reader(opened, reader_id)
    asked = _asked_edition(reader)
    try:
        copy = Copy.for_reader(opened.plan, reader.person)
        edition = asked or readers.usual_edition(copy, reader)
        printed = press.printed(copy, edition, practice=opened.kept.practice)
    except Refusal as refusal:
        return _refused("This paper can't be made yet", refusal, opened, reader), CONFLICT
    response = Response(printed.pdf, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{printed.file_name}"'
    return response


def _open(meeting_id: UUID) -> Opened:
    """That meeting; not found where it is not there and where it is somebody else's."""
    with reading() as session:
        return opening.open_for(session, meeting_id, user()) or abort(404)


def _load_reader(opened: Opened, reader_id: UUID) -> Reader:
    """That reader; not found for a stranger and for somebody who is to hold no copy."""
    return readers.find_reader(opened.plan, opened.ids, reader_id) or abort(404)


def _asked_edition(reader: Reader) -> str | None:
    """The edition that the address asks for, None for the usual one."""
    asked = request.args.get("edition")
    return asked if asked is None or asked in reader.editions else abort(404)


def _refused(heading: str, refusal: Refusal, opened: Opened, reader: Reader | None = None) -> str:
    """The reasons; with a reader, the way to their copy on the page, which a browser can print."""
    return render_template(
        "desk/refused.html",
        heading=heading,
        problems=refusal.problems,
        opened=opened,
        reader=reader,
    )
