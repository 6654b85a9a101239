"""The pages of a user's own meetings. Only the practice buttons write anything."""

from collections.abc import Collection
from uuid import UUID

from flask import (
    Blueprint,
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
from facilitator.auditing.letters import listing
from facilitator.database import Session, reading, writing
from facilitator.desk import opening, practising, telling
from facilitator.desk.opening import Opened
from facilitator.meetings import KeptMeeting
from facilitator.pages import flash
from facilitator.paper import ready
from facilitator.paper.readers import readers_of
from facilitator.releasing.asking import count_waiting
from facilitator.supervising.gathering import count_of

desk = Blueprint("desk", __name__)


@desk.get("/")
def home() -> str | AnyResponse:
    """The user's meetings, the latest day first, a page of them at a time, and ways to begin.

    Whoever leads no meetings is led to their own work: today's, or the people's.
    """
    if elsewhere := _home_elsewhere(user().duties):
        return redirect(url_for(elsewhere), 303)
    with reading() as session:
        meetings = opening.page_for(session, user(), request.args.get("page", ""))
        waiting = _waiting(session)
        today = _on_today(session)
        letters = listing.count_waiting(session, user())
    return render_template(
        "desk/home.html",
        meetings=meetings or abort(404),
        day=days.day,
        leads=Duty.FACILITATOR in user().duties,
        waiting=waiting,
        today=today,
        letters=letters,
    )


def _home_elsewhere(duties: Collection[Duty]) -> str | None:
    """The page that is home for somebody who leads no meetings; None where it is the desk."""
    if Duty.FACILITATOR in duties:
        return None
    if Duty.SUPERVISOR in duties:
        return "supervising.today"
    return "accounts.people" if Duty.ADMINISTRATOR in duties else None


def _on_today(session: Session) -> int | None:
    """How many things wait on Today for a supervisor who leads meetings too; None for others."""
    if Duty.SUPERVISOR not in user().duties:
        return None
    return count_of(session, user(), sessions.now())


def _waiting(session: Session) -> int:
    """How many meetings wait for this user's yes, as a second person."""
    return count_waiting(session, user()) if Duty.SECOND_PERSON in user().duties else 0


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
        before = practising.find(session, user())
        kept = practising.begin_again(session, user(), at=sessions.now())
    if before:
        ready.drop(before.id)
    flash.success("The practice is as it was at the start.")
    return _prepare(kept)


def _prepare(kept: KeptMeeting) -> AnyResponse:
    return redirect(url_for("preparing.tasks", meeting_id=kept.id), 303)


@desk.get("/meetings/<uuid:meeting_id>")
def meeting(meeting_id: UUID) -> str:
    """Who was there, what was said, and the ways on to the plan and its copies."""
    opened = _open(meeting_id)
    return render_template(
        "desk/meeting.html",
        opened=opened,
        chapters=telling.chapters(opened.recorded),
        readers=readers_of(opened.plan, opened.ids),
        day=days.day,
    )


def _open(meeting_id: UUID) -> Opened:
    """That meeting; not found where it is not there and where it is somebody else's."""
    with reading() as session:
        return opening.open_for(session, meeting_id, user()) or abort(404)
