"""The pages of samples: what was drawn, drawing one, and one sample with its plans."""

from datetime import date
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now, user
from facilitator.accounts.supervised import teams_of
from facilitator.accounts.user import Team
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.pairs.drawing import draw_second_ratings
from facilitator.auditing.sampling import drawing, store
from facilitator.auditing.sampling.forms import (
    DrawForm,
    PickForm,
    SecondForm,
    quarter_of,
    written,
)
from facilitator.auditing.sampling.kept import KeptSample
from facilitator.auditing.sampling.shown import shown
from facilitator.audits.sampling import Quarter, Wanted
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.refusals import Refusal

Answer = Response | tuple[str, int]
NOT_YET = 422
QUARTERS = 6


@auditing.get("/samples")
def samples() -> Answer:
    """Every sample of the teams that this supervisor looks after, and the form to draw one."""
    return _samples_page(None, 200)


@auditing.post("/samples")
def draw() -> Answer:
    """Draw a sample."""
    team_id, quarter = _asked(request.form.get("draw-team"), request.form.get("draw-quarter"))
    with reading() as session:
        before = drawing.count(session, team_id, quarter, user().id).drawn_before
    form = DrawForm(team_id, quarter, drawn_before=before)
    if not form.validate() or form.how_many is None:
        return _samples_page(form, NOT_YET)
    try:
        with keeping() as session:
            sample = _draw(session, form, team_id, quarter)
    except Refusal as refusal:
        form.form_errors += [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        return _samples_page(form, NOT_YET)
    except NotKept as trouble:
        form.form_errors += [str(trouble.problem)]
        return _samples_page(form, trouble.status)
    return redirect(url_for("auditing.sample", sample_id=sample.id), 303)


def _draw(session: Session, form: DrawForm, team_id: UUID, quarter: Quarter) -> KeptSample:
    if (before := store.find(session, form.row_id)) is not None:
        return before if before.drawn_by == user().id else abort(404)
    wanted = Wanted(
        team=str(team_id),
        quarter=quarter,
        plans=form.how_many or 1,
        seed=form.seed.data or drawing.new_seed(),
        rater=str(user().id),
    )
    typed = bool(form.seed.data)
    return drawing.draw_sample(session, wanted, sample_id=form.row_id, seed_typed=typed, at=now())


def _samples_page(form: DrawForm | None, status: int) -> Answer:
    asked = (form.team.data, form.quarter.data) if form else _typed()
    team_id, quarter = _asked(*asked)
    with reading() as session:
        teams = _teams(session)
        count = drawing.count(session, team_id, quarter, user().id)
        listed = store.of_teams(session, teams)
        names = {one.id: one.name for one in accounts.list_users(session)}
    page = render_template(
        "auditing/samples.html",
        samples=listed,
        teams=teams,
        team=teams[team_id],
        quarter=quarter,
        quarters=_quarters(now().date(), quarter),
        written=written,
        count=count,
        form=form or DrawForm(team_id, quarter, drawn_before=count.drawn_before),
        names=names,
        day=days.day,
    )
    return page, status


def _typed() -> tuple[str | None, str | None]:
    """What the address asks for; else this quarter of the supervisor's own team."""
    usual = written(Quarter.of(now().date()))
    return request.args.get("team", str(user().team_id)), request.args.get("quarter", usual)


def _asked(team: str | None, quarter: str | None) -> tuple[UUID, Quarter]:
    """That team and quarter, for a supervisor who looks after the team; else not found."""
    try:
        team_id = UUID(team or "")
    except ValueError:
        abort(404)
    with reading() as session:
        is_theirs = team_id in teams_of(session, user())
    found = quarter_of(quarter)
    return (team_id, found) if is_theirs and found else abort(404)


def _teams(session: Session) -> dict[UUID, Team]:
    theirs = teams_of(session, user())
    return {one.id: one for one in accounts.list_teams(session) if one.id in theirs}


def _quarters(today: date, asked: Quarter) -> tuple[Quarter, ...]:
    """The last quarters, this one first; and the one that is asked for."""
    last = Quarter.of(today)
    number = last.year * 4 + last.number - 1
    several = [Quarter((number - back) // 4, (number - back) % 4 + 1) for back in range(QUARTERS)]
    return (*several, *(() if asked in several else (asked,)))


@auditing.get("/samples/<uuid:sample_id>")
def sample(sample_id: UUID) -> Answer:
    """One sample: how it was drawn, and how far each plan's look has come."""
    return _sample_page(sample_id, PickForm(), SecondForm(), 200)


@auditing.post("/samples/<uuid:sample_id>/pick")
def pick(sample_id: UUID) -> Answer:
    """Put a plan beside the sample, for a reason."""
    with reading() as session:
        _load(session, sample_id)
    form = PickForm()
    if not form.validate():
        return _sample_page(sample_id, form, SecondForm(formdata=None), NOT_YET)
    try:
        with keeping() as session:
            kept = _load(session, sample_id)
            code, reason = form.code.data or "", form.reason.data or ""
            picked = drawing.pick(session, kept, code, by=user().id, reason=reason)
    except Refusal as refusal:
        form.code.errors = [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        return _sample_page(sample_id, form, SecondForm(formdata=None), NOT_YET)
    except NotKept as trouble:
        form.form_errors += [str(trouble.problem)]
        return _sample_page(sample_id, form, SecondForm(formdata=None), trouble.status)
    if picked is None:
        flash.notice("That plan is in this sample already.")
    else:
        flash.success("It stands beside the sample. It is read, and never counted.")
    return redirect(url_for("auditing.sample", sample_id=sample_id), 303)


@auditing.post("/samples/<uuid:sample_id>/second")
def second_seed(sample_id: UUID) -> Answer:
    """Draw which plans are rated a second time, by a seed that is made now."""
    with reading() as session:
        _load(session, sample_id)
    form = SecondForm()
    if not form.validate():
        return _sample_page(sample_id, PickForm(formdata=None), form, NOT_YET)
    try:
        with keeping() as session:
            asked = draw_second_ratings(
                session,
                _load(session, sample_id),
                seed=drawing.new_seed(),
                by=user().id,
                why_early=form.why_early.data or "",
                at=now(),
            )
    except Refusal as refusal:
        form.why_early.errors = [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        return _sample_page(sample_id, PickForm(formdata=None), form, NOT_YET)
    except NotKept as trouble:
        form.form_errors += [str(trouble.problem)]
        return _sample_page(sample_id, PickForm(formdata=None), form, trouble.status)
    if asked is None:
        flash.notice("The second ratings were drawn already.")
    elif asked.rated:
        plans = "1 plan" if asked.rated == 1 else f"{asked.rated} plans"
        flash.success(f"{plans} of this sample will be rated again, by somebody of another team.")
    else:
        flash.notice("Nobody of another team may rate these plans. So none is rated twice.")
    return redirect(url_for("auditing.sample", sample_id=sample_id), 303)


def _sample_page(sample_id: UUID, pick_form: PickForm, second: SecondForm, status: int) -> Answer:
    with reading() as session:
        kept = _load(session, sample_id)
        team = accounts.find_team(session, kept.team_id)
        page = render_template(
            "auditing/sample.html",
            sample=kept,
            team=team,
            shown=shown(session, kept, user().id),
            replay=drawing.replay(session, kept),
            how=kept.how_it_was_drawn(team.name if team else ""),
            pick_form=pick_form,
            second_form=second,
            day=days.day,
        )
    return page, status


def _load(session: Session, sample_id: UUID) -> KeptSample:
    """That sample for a supervisor who looks after its team; else not found."""
    kept = store.find(session, sample_id)
    if kept is None or kept.team_id not in teams_of(session, user()):
        abort(404)
    return kept
