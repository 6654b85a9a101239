"""The page on which two people who rated one plan see both, talk, and keep what they agree."""

from dataclasses import dataclass
from uuid import UUID

from flask import abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now, user
from facilitator.auditing import store as looks
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.pairs import door
from facilitator.auditing.pairs.gold import store as gold
from facilitator.auditing.pairs.kept import GoldPlan, PairState
from facilitator.auditing.pairs.settling.comparing import (
    Apart,
    Compared,
    compared,
    differ,
    settled_answers,
)
from facilitator.auditing.pairs.settling.forms import GoldForm, SettleForm, settle_form
from facilitator.auditing.pairs.settling.keeping import settle as keep_settled
from facilitator.auditing.rubric_here import rubric_here
from facilitator.audits.look import Look
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.pages.drafts import draft_key

Answer = Response | tuple[str, int]
NOT_YET = 422
CLASH = 409


@dataclass(frozen=True)
class Opened:
    """A pair whose two looks are filed, with all that its page shows."""

    pair: PairState
    first: Look
    second: Look
    settled: Look | None
    gold: GoldPlan | None
    rows: tuple[Compared, ...]
    names: dict[UUID, str]

    @property
    def differ(self) -> tuple[Compared, ...]:
        """The criteria of which the two said different things."""
        return differ(self.rows)


@auditing.route("/second-ratings/<uuid:second_id>/settle", methods=["GET", "POST"])
def settle(second_id: UUID) -> Answer:
    """Both ratings side by side, for the two who made them, and for nobody else."""
    with reading() as session:
        opened = _load(session, second_id)
    form = settle_form(opened.differ)
    if request.method != "POST":
        return _page(opened, form, GoldForm(), 200)
    if opened.settled is None and not form.validate():
        return _page(opened, form, GoldForm(formdata=None), NOT_YET)
    try:
        with keeping() as session:
            is_kept = _keep(session, _load(session, second_id), form)
    except NotKept as trouble:
        form.form_errors += [str(trouble.problem)]
        return _page(opened, form, GoldForm(formdata=None), trouble.status)
    if not is_kept:
        return _too_late(second_id, form)
    flash.success("Kept. All three stay: what each of you said, and what you agree.")
    return redirect(url_for("auditing.settle", second_id=second_id), 303)


def _keep(session: Session, opened: Opened, form: SettleForm) -> bool:
    answers = settled_answers(opened.rows, form.agreed(opened.differ))
    return keep_settled(session, opened.pair, opened.first, answers, by=user().id, at=now())


def _too_late(second_id: UUID, form: SettleForm) -> Answer:
    """The other one was quicker: what is kept, and what was typed here, both on one page."""
    with reading() as session:
        opened = _load(session, second_id)
    return _page(opened, form, GoldForm(formdata=None), CLASH)


@auditing.post("/second-ratings/<uuid:second_id>/gold")
def mark_gold(second_id: UUID) -> Answer:
    """Make what the two agree a gold plan, for a reason."""
    with reading() as session:
        opened = _load(session, second_id)
    if opened.settled is None:
        abort(404)
    form = GoldForm()
    if not form.validate():
        return _page(opened, settle_form(()), form, NOT_YET)
    try:
        with keeping() as session:
            reason = form.reason.data or ""
            is_new = gold.mark(session, opened.settled.id, by=user().id, at=now(), reason=reason)
    except NotKept as trouble:
        form.form_errors += [str(trouble.problem)]
        return _page(opened, settle_form(()), form, trouble.status)
    if is_new:
        flash.success("It is a gold plan now. Others rate it without seeing what you agreed.")
    else:
        flash.notice("It is a gold plan already.")
    return redirect(url_for("auditing.settle", second_id=second_id), 303)


def _load(session: Session, second_id: UUID) -> Opened:
    """That pair for one of its two raters, once both are filed; else not found."""
    pair = door.find_pair(session, second_id, user())
    if pair is None or not pair.both_filed or pair.second_look_id is None:
        abort(404)
    first = looks.load(session, pair.first_look_id)
    second = looks.load(session, pair.second_look_id)
    return Opened(
        pair=pair,
        first=first,
        second=second,
        settled=looks.load(session, pair.settled_look_id) if pair.settled_look_id else None,
        gold=gold.of_settled(session, pair.settled_look_id) if pair.settled_look_id else None,
        rows=compared(rubric_here(), first, second),
        names={one.id: one.name for one in accounts.list_users(session)},
    )


def _page(opened: Opened, form: SettleForm, gold_form: GoldForm, status: int) -> Answer:
    page = render_template(
        "auditing/settle.html",
        opened=opened,
        form=form,
        gold_form=gold_form,
        own_look=next(one.id for one in (opened.first, opened.second) if one.rater_id == user().id),
        clash=status == CLASH,
        far=Apart.FAR,
        draft_key=draft_key(str(current_app.secret_key), user().id, str(opened.pair.meeting_id)),
        day=days.day,
    )
    return page, status
