"""Asking to open a plan that is not one's own: by its code, or from an audit of it."""

from collections.abc import Callable
from uuid import UUID

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator import access_log
from facilitator.access_log import Act, Because, What
from facilitator.accounts.sessions import now, user
from facilitator.break_glass import door, store, tries
from facilitator.break_glass.blueprint import break_glass
from facilitator.break_glass.forms import CodeForm, ReasonForm
from facilitator.break_glass.opening import HOW_LONG, Opening
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings import KeptMeeting
from facilitator.plans import store as plans
from facilitator.refusals import Refusal

Answer = Response | str | tuple[str, int]
NOT_YET = 422
TOO_MANY = 429
# The same words for a wrong code, another team's, and one whose family is by itself just now.
NO_PLAN = Refusal.because(
    "No plan that you may open has this code now.",
    "Check it against the paper. A plan of another team does not open here, and no plan opens "
    "while its family has its private time.",
    "code",
)


@break_glass.route("/open-a-plan", methods=["GET", "POST"])
def ask() -> Answer:
    """The form for a code and a reason; with both right, the plan is open for an hour."""
    form = CodeForm()
    if not form.is_submitted():
        return _page(form)
    if not form.validate():
        return _page(form), NOT_YET
    return _opened(form, lambda session: _of_code(session, form))


@break_glass.route("/plans/<uuid:meeting_id>/real-names", methods=["GET", "POST"])
def real_names(meeting_id: UUID) -> Answer:
    """The same from an audit, for a supervisor of that team: the plan with its real names."""
    with reading() as session:
        _load(session, meeting_id)
    form = ReasonForm()
    if not form.is_submitted():
        return _page(form)
    if not form.validate():
        return _page(form), NOT_YET
    return _opened(form, lambda session: _load(session, meeting_id))


def _opened(form: ReasonForm, find: Callable[[Session], KeptMeeting | None]) -> Answer:
    try:
        with keeping() as session:
            kept = find(session)
            opening = _keep(session, form, kept) if kept and kept.owner_id != user().id else None
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _page(form), trouble.status
    except tries.TooManyTries as refusal:
        return _refused(form, refusal), TOO_MANY
    if kept is None:
        return _refused(form, NO_PLAN), NOT_YET
    if opening is None:  # Nobody needs a reason for what is theirs.
        return redirect(url_for("desk.meeting", meeting_id=kept.id), 303)
    return redirect(url_for("break_glass.opened", opening_id=opening.id), 303)


def _of_code(session: Session, form: CodeForm) -> KeptMeeting | None:
    """The meeting of that code; None, and one more try, where there is none."""
    tries.refuse_who_must_wait(session, user().id, now())
    kept = door.find_by_code(session, user(), form.code.data or "")
    if kept is None:
        tries.count(session, user().id, now())
        access_log.note(
            session,
            Act.REFUSED,
            at=now(),
            what=What.PLAN_CODE,
            because=Because.WRONG,
            user_id=user().id,
        )
    return kept


def _load(session: Session, meeting_id: UUID) -> KeptMeeting:
    kept = door.find_for_supervisor(session, meeting_id, user())
    agreed = kept and plans.last_of(session, kept.id)
    return kept if kept and agreed else abort(404)


def _keep(session: Session, form: ReasonForm, kept: KeptMeeting) -> Opening:
    agreed, at = plans.last_of(session, kept.id), now()
    asked = Opening(
        id=form.press,
        meeting_id=kept.id,
        version=agreed.number if agreed else 0,
        opened_by=user().id,
        at=at,
        until=at + HOW_LONG,
        reason=form.reason.data or "",
    )
    known = store.add(session, asked)
    # The id of a press is nobody's but of whoever made it, for the plan that it was made for.
    same = known.opened_by == asked.opened_by and known.meeting_id == asked.meeting_id
    return known if same else abort(400)


def _refused(form: ReasonForm, refusal: Refusal) -> str:
    form.form_errors += [f"{one.wrong} {one.remedy}" for one in refusal.problems]
    return _page(form)


def _page(form: ReasonForm) -> str:
    by_code = isinstance(form, CodeForm)
    return render_template("break_glass/ask.html", form=form, by_code=by_code)
