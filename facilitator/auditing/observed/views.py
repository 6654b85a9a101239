"""A meeting that a supervisor sat in on, with the family's yes: what they saw, by the Five Rs."""

from datetime import date
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator.accounts.sessions import now, user
from facilitator.agreeing.answers_keeping import today_of
from facilitator.auditing import door
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.observed import store
from facilitator.auditing.observed.forms import ObservedForm
from facilitator.audits.look import Look
from facilitator.audits.observed import FIVE, Observed, problems_of
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings import store as meetings
from facilitator.pages import flash
from facilitator.preparing.keeping import CONFLICT, NOT_YET
from facilitator.refusals import Problem, Refusal

Page = str | AnyResponse | tuple[str, int]


@auditing.route("/looks/<uuid:look_id>/observed", methods=["GET", "POST"])
def observed(look_id: UUID) -> Page:
    """What the rater saw in the meeting itself; refused without the family's yes."""
    with reading() as session:
        look = _open(session, look_id)
        kept = meetings.load(session, look.meeting_id)
        stands = store.find(session, look_id)
    if request.method == "GET":
        return _page(look, _filled(stands))
    form = ObservedForm()
    if form.validate():
        today = today_of(kept, now())
        form.take(problems_of(form.yes_by.data or "", form.yes_on.data, form.saw, today))
    yes_on = form.yes_on.data
    if form.problems or yes_on is None:
        return _page(look, form, form.problems), NOT_YET
    try:
        with keeping() as session:
            _open(session, look_id)
            is_kept = store.keep(session, _observed(look_id, yes_on, form))
            stands = store.find(session, look_id)
    except NotKept as trouble:
        return _page(look, form, (trouble.problem,)), trouble.status
    if not is_kept and stands and not _says_the_same(stands, form):
        form.based_on.data = str(stands.revision)
        both = "Something else was kept meanwhile, in another tab."
        told = Problem("yes_by", both, "It stands below. Keep yours in its place, or take it over.")
        return _page(look, form, (told,), clash=stands), CONFLICT
    flash.success("What you saw is kept.")
    return redirect(url_for("auditing.look", look_id=look_id), 303)


def _open(session: Session, look_id: UUID) -> Look:
    """A look of whoever is signed in that is not final; not found for everybody else."""
    look = door.find_look(session, look_id, user()) or abort(404)
    if look.final_at is not None:
        raise Refusal.because("This look is final, so it stays as it is.", "Open it to read it.")
    return look


def _filled(stands: Observed | None) -> ObservedForm:
    if stands is None:
        return ObservedForm(formdata=None, based_on="0")
    known = {"yes_by": stands.yes_by, "yes_on": stands.yes_on, **stands.saw}
    return ObservedForm(formdata=None, based_on=str(stands.revision), **known)


def _observed(look_id: UUID, yes_on: date, form: ObservedForm) -> Observed:
    number = form.based_on.data or ""
    return Observed(
        look_id=look_id,
        yes_by=form.yes_by.data or "",
        yes_on=yes_on,
        saw=form.saw,
        by=user().id,
        at=now(),
        revision=int(number) if number.isdecimal() else 0,
    )


def _says_the_same(stands: Observed, form: ObservedForm) -> bool:
    asked = (form.yes_by.data, form.yes_on.data, form.saw)
    return (stands.yes_by, stands.yes_on, dict(stands.saw)) == asked


def _page(
    look: Look,
    form: ObservedForm,
    problems: tuple[Problem, ...] = (),
    clash: Observed | None = None,
) -> str:
    return render_template(
        "auditing/observed.html", look=look, form=form, problems=problems, clash=clash, five=FIVE
    )
