"""The pages of a user's own meetings. Only the practice buttons write anything."""

from functools import partial
from uuid import UUID

from flask import (
    Blueprint,
    Response,
    abort,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from facilitator import days
from facilitator.accounts import sessions
from facilitator.accounts.sessions import user
from facilitator.accounts.user import Duty
from facilitator.copies import Copy
from facilitator.database import reading, writing
from facilitator.desk import opening, practising, telling
from facilitator.desk.opening import Opened
from facilitator.meetings import KeptMeeting
from facilitator.pages import flash
from facilitator.paper import press, showing
from facilitator.paper.readers import readers_of
from facilitator.paper.showing import Answer, Shelf

desk = Blueprint("desk", __name__)


@desk.get("/")
def home() -> str:
    """The user's meetings, the latest day first, a page of them at a time, and ways to begin."""
    with reading() as session:
        meetings = opening.page_for(session, user(), request.args.get("page", ""))
    return render_template(
        "desk/home.html",
        meetings=meetings or abort(404),
        day=days.day,
        leads=Duty.FACILITATOR in user().duties,
    )


@desk.post("/practise")
def practise() -> AnyResponse:
    """Lead to the user's practice meeting; bring it in first where there is none yet."""
    with writing() as session:
        kept = practising.find_or_begin(session, user(), at=sessions.now())
    return _prepare(kept)


@desk.get("/practise/again")
def practise_again() -> str | AnyResponse:
    """What goes when the practice starts again; home where there is nothing to start again."""
    with reading() as session:
        kept = practising.find(session, user())
    return (
        render_template("desk/practise_again.html", kept=kept)
        if kept
        else redirect(url_for("desk.home"), 303)
    )


@desk.post("/practise/again")
def practise_again_submit() -> AnyResponse:
    """Put the user's practice meeting back as it was at the start."""
    with writing() as session:
        kept = practising.begin_again(session, user(), at=sessions.now())
    flash.success("The practice is as it was at the start.")
    return _prepare(kept)


def _prepare(kept: KeptMeeting) -> AnyResponse:
    return redirect(url_for("preparing.tasks", meeting_id=kept.id), 303)


@desk.get("/meetings/<uuid:meeting_id>")
def meeting(meeting_id: UUID) -> str:
    """Who was there, what was said, and every reader's copy."""
    opened = _open(meeting_id)
    return render_template(
        "desk/meeting.html",
        opened=opened,
        chapters=telling.chapters(opened.recorded),
        readers=readers_of(opened.plan, opened.ids),
        day=days.day,
    )


@desk.get("/meetings/<uuid:meeting_id>/copies/<uuid:reader_id>")
def read_copy(meeting_id: UUID, reader_id: UUID) -> Answer:
    """One reader's copy as a page, or the reasons why there can be none."""
    return showing.page(_shelf(_open(meeting_id)), str(reader_id))


@desk.get("/meetings/<uuid:meeting_id>/copies/<uuid:reader_id>.pdf")
def print_copy(meeting_id: UUID, reader_id: UUID) -> Response | Answer:
    """One reader's copy as paper, shown in the browser, or the reasons why there can be none."""
    return showing.paper(_shelf(_open(meeting_id)), str(reader_id))


def _open(meeting_id: UUID) -> Opened:
    """That meeting; not found where it is not there and where it is somebody else's."""
    with reading() as session:
        return opening.open_for(session, meeting_id, user()) or abort(404)


def _shelf(opened: Opened) -> Shelf:
    plan, kept = opened.plan, opened.kept
    return Shelf(
        title=opened.title,
        practice=kept.practice,
        readers=readers_of(plan, opened.ids),
        back=("All of this meeting", url_for("desk.meeting", meeting_id=kept.id)),
        page_at=partial(url_for, "desk.read_copy", meeting_id=kept.id),
        paper_at=partial(url_for, "desk.print_copy", meeting_id=kept.id),
        copy_for=partial(Copy.for_reader, plan),
        print=partial(press.printed, practice=kept.practice),
    )
