"""Who asked for everything about one person, how much time is left, and how far it has come."""

from uuid import UUID
from zoneinfo import ZoneInfo

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts.sessions import already_found, now, user
from facilitator.accounts.user import Duty
from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings.meeting import DEFAULT_ZONE
from facilitator.one_person import store
from facilitator.one_person.asking import AccessRequest
from facilitator.one_person.blueprint import one_person
from facilitator.one_person.correcting import course_of
from facilitator.one_person.document import may_have_no_paper
from facilitator.one_person.fact import Part
from facilitator.one_person.forms import AskForm, LongerForm
from facilitator.one_person.opening import Asked, load, load_asked
from facilitator.pages import flash
from facilitator.plans import store as plans
from facilitator.preparing.keeping import NOT_YET

Page = str | Response | tuple[str, int]
PARTS = {
    Part.SAID: "What they said themselves, and that is about others too",
    Part.COPY: "What stands in the copy that they hold",
    Part.OTHERS: "What others said, or that is about others too",
    Part.SAFETY: "What was written down to keep people safe",
    Part.NOTES: "What you and other workers wrote down",
}


@one_person.get("/meetings/<uuid:meeting_id>/asked")
def requests(meeting_id: UUID) -> str:
    """Every request of that meeting, and every correction."""
    with reading() as session:
        opened = load(session, meeting_id)
        asked = store.of_meeting(session, opened.kept.id)
        corrections = store.corrections(session, opened.kept.id)
        agreed = [
            plans.load(session, opened.kept.id, one.number)
            for one in (plans.list_of(session, opened.kept.id) if corrections else ())
        ]
    return render_template(
        "one_person/requests.html",
        opened=opened,
        heading="What people ask of us",
        asked=[(one, one.told(opened.today(now()))) for one in asked],
        courses=[course_of(one, agreed) for one in corrections],
        day=days.day,
    )


@one_person.route("/meetings/<uuid:meeting_id>/asked/new", methods=["GET", "POST"])
def ask(meeting_id: UUID) -> Page:
    """Write down that somebody asked for everything about one person."""
    with reading() as session:
        opened = load(session, meeting_id)
    at = now()
    form = AskForm(opened.people, opened.today(at))
    drawn = {"opened": opened, "heading": "Somebody asks what we keep about them", "form": form}
    if not form.is_submitted():
        return render_template("one_person/ask.html", **drawn)
    if not form.validate():
        return render_template("one_person/ask.html", **drawn), NOT_YET
    request = AccessRequest(
        id=form.asked_id,
        meeting_id=opened.kept.id,
        person=form.person.data,
        asked_by=form.asked_by.data or "",
        known_by=form.known_by.data or "",
        asked_on=form.asked_on.data or opened.today(at),
        at=at,
        typed_by=user().id,
    )
    try:
        with keeping() as session:
            load(session, meeting_id)  # Nothing is kept once the private time has begun.
            kept = store.ask(session, request)
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return render_template("one_person/ask.html", **drawn), trouble.status
    flash.success(f"It is kept. {kept.told(opened.today(at))}")
    return redirect(url_for("one_person.asked", meeting_id=meeting_id, request_id=kept.id), 303)


@one_person.get("/meetings/<uuid:meeting_id>/asked/<uuid:request_id>")
def asked(meeting_id: UUID, request_id: UUID) -> str:
    """One request: how much time is left, what is found, and what waits for a look."""
    with reading() as session:
        found = load_asked(session, meeting_id, request_id)
    return drawn(found, LongerForm())


@one_person.post("/meetings/<uuid:meeting_id>/asked/<uuid:request_id>/longer")
def longer(meeting_id: UUID, request_id: UUID) -> Page:
    """Keep that it takes two months more, and that they were told why."""
    form = LongerForm()
    with reading() as session:
        found = load_asked(session, meeting_id, request_id)
    today = found.opened.today(now())
    if found.request.first_due_on < today and found.request.longer_on is None:
        form.form_errors += ["The first month is over. Answer it now, and say sorry."]
    if not form.validate() or form.form_errors:
        return drawn(found, form), NOT_YET
    try:
        with keeping() as session:
            load(session, meeting_id)
            store.takes_longer(session, request_id, form.why.data or "", today)
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return drawn(found, form), trouble.status
    flash.success("It is kept that they know.")
    return redirect(url_for("one_person.asked", meeting_id=meeting_id, request_id=request_id), 303)


def drawn(found: Asked, form: LongerForm, problems: tuple[object, ...] = ()) -> str:
    """The page of one request."""
    today = found.opened.today(now())
    request = found.request
    return render_template(
        "one_person/asked.html",
        opened=found.opened,
        heading=f"Everything about {found.person.short_name}",
        found=found,
        request_=request,
        told=request.told(today),
        may_take_longer=not request.is_answered and request.longer_on is None,
        keeps_away=may_have_no_paper(request.person, found.opened.people),
        parts=[(part, PARTS[part], many, waits) for part, many, waits in found.parts],
        form=form,
        problems=problems,
        day=days.day,
    )


@one_person.app_template_global("requests_waiting")
def requests_waiting() -> tuple[tuple[AccessRequest, str], ...]:
    """What waits for this facilitator's answer, each with how much time is left."""
    here = already_found()
    if here is None or Duty.FACILITATOR not in here.duties:
        return ()
    with reading() as session:
        waits = store.waiting(session, here.id)
    today = now().astimezone(ZoneInfo(DEFAULT_ZONE)).date()
    return tuple((one, one.told(today)) for one in waits)
