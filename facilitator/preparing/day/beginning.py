"""Beginning a new meeting."""

from uuid import UUID

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator.accounts import sessions
from facilitator.accounts.user import User
from facilitator.agenda import shipped
from facilitator.database import Session, new_id
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings import KeptMeeting, Meeting
from facilitator.meetings import store as meetings
from facilitator.pages import flash
from facilitator.people import People, Person, Role
from facilitator.people import store as people_store
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.day.form import BeginForm
from facilitator.preparing.keeping import NOT_YET, is_key

FACILITATOR = "facilitator"  # the short id of whoever leads the meeting


@preparing.route("/meetings/new", methods=["GET", "POST"])
def begin() -> str | Response | tuple[str, int]:
    """The form for a new meeting; sent, it leads to the list of what there is to do."""
    form = BeginForm()
    kinds = [(name, shipped.load(name).name) for name in shipped.names()]
    form.kind.choices = kinds
    if not form.is_submitted():
        form.kind.data = meetings.USUAL_KIND
        return render_template("preparing/begin.html", form=form)
    if not form.validate():
        return render_template("preparing/begin.html", form=form), NOT_YET
    if not is_key(form.key.data):
        abort(400)
    try:
        with keeping() as session:
            meeting_id = _begun(session, form, sessions.user())
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return render_template("preparing/begin.html", form=form), trouble.status
    flash.success(
        "The meeting is there. Do what is below in any order, on as many days as you like."
    )
    return redirect(url_for("preparing.tasks", meeting_id=meeting_id), 303)


def _begun(session: Session, form: BeginForm, user: User) -> UUID:
    """Keep the new meeting; the same form that comes twice gives the meeting of the first time."""
    ref = f"m{form.key.data}"
    there = meetings.find_by_ref(session, user.team_id, ref)
    if there is not None:
        return there.id if there.owner_id == user.id else abort(404)
    kind = form.kind.data or meetings.USUAL_KIND
    meeting = Meeting(
        id=ref, kind=kind, title=form.title.data or "", held_on=form.held_on.data or abort(400)
    )
    kept = KeptMeeting(id=new_id(), meeting=meeting, team_id=user.team_id, owner_id=user.id)
    meetings.save(session, kept)
    meetings.save_agenda(session, kept.id, shipped.find_file(kind) or abort(400))
    you = Person(
        id=FACILITATOR,
        name=user.name,
        called=user.name.split()[0],
        role=Role.FACILITATOR,
        relationship="facilitator",
    )
    people_store.save(session, kept.id, People((you,)))
    return kept.id
