"""One thing that a plan promised by a day: what it was, and what was told to the family since."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import abort, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import SubmitField

from facilitator import days
from facilitator.accounts import store as accounts
from facilitator.accounts import supervised
from facilitator.accounts.sessions import now, user
from facilitator.audits.masking import Mask
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings import store as meetings
from facilitator.pages import flash
from facilitator.plans import Plan
from facilitator.plans import store as plans
from facilitator.plans.due import Done, DueKind, KeptDue, still_open
from facilitator.preparing.fields import day_field, words_field
from facilitator.releasing.checking_words import told
from facilitator.supervising import store
from facilitator.supervising.blueprint import supervising
from facilitator.supervising.gathering import ZONE
from facilitator.supervising.store import Family
from facilitator.supervising.waiting import how_far, what_of

Answer = Response | str | tuple[str, int]
NOT_YET = 422
CLASH = 409


class DoneForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """What was told to the family, and on which day."""

    words = words_field(
        "What was told to the family?",
        "Who told them, and what. It stays here: a change of the plan is made with the family.",
        missing="It does not say what was told to the family. Write it in a sentence.",
        rows=3,
    )
    on = day_field("On which day?", missing="The day is missing. Write the day they were told.")
    keep = SubmitField("Keep this, and take it off the list")

    def __init__(self, today: date) -> None:
        super().__init__(on=today)
        self.today = today

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it says what was told, on a day that is here."""
        fine = bool(super().validate(extra_validators))
        if self.on.data and self.on.data > self.today:
            wrong = f"{days.day(self.on.data)} is not here yet."
            self.on.errors = [f"{wrong} Write the day on which they were told."]
            return False
        return fine


@dataclass(frozen=True)
class Promise:
    """A promise as its page shows it: whose family, and the plan's words with made-up names."""

    kept: KeptDue
    family: Family
    words: tuple[str, ...]
    done_by: str = ""


@supervising.route("/today/promises/<uuid:due_id>", methods=["GET", "POST"])
def promise(due_id: UUID) -> Answer:
    """What was promised, and the form for what was told to the family."""
    today = now().astimezone(ZONE).date()
    with reading() as session:
        found = _load(session, due_id)
    form = DoneForm(today)
    if not form.is_submitted():
        return _page(found, form, today)
    if not form.validate():
        return _page(found, form, today), NOT_YET
    try:
        kept = _keep(due_id, form)
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _page(found, form, today), trouble.status
    if not kept:  # Somebody was quicker. Both texts are shown.
        with reading() as session:
            found = _load(session, due_id)
        form.form_errors += ["This is not kept: somebody was quicker. See what they wrote below."]
        return _page(found, form, today), CLASH
    flash.success("Kept. It has left the list.")
    return redirect(url_for("supervising.today"), 303)


def _keep(due_id: UUID, form: DoneForm) -> bool:
    """Whether these words stand there now."""
    done = Done(on=form.on.data or date.min, words=form.words.data or "", by=user().id, at=now())
    with keeping() as session:
        found = _load(session, due_id).kept
        if found.superseded:
            return False
        kept = plans.mark_done(session, due_id, done)
    held = kept.done if kept else None
    return held is not None and (held.by, held.words, held.on) == (done.by, done.words, done.on)


def _load(session: Session, due_id: UUID) -> Promise:
    """That promise for a supervisor of its team; not found for everybody else."""
    kept = plans.find_due(session, due_id) or abort(404)
    meeting = meetings.load(session, kept.meeting_id)
    looks_after = meeting.team_id in supervised.teams_of(session, user())
    families = store.families(session, [kept.meeting_id]) if looks_after else {}
    family = families.get(kept.meeting_id) or abort(404)
    plan = plans.load(session, kept.meeting_id, kept.version).plan
    by = accounts.find_user(session, kept.done.by) if kept.done else None
    return Promise(kept, family, _words(plan, kept), by.name if by else "")


def _words(plan: Plan, kept: KeptDue) -> tuple[str, ...]:
    """The words of the plan, under made-up names: nobody needs to know who said them."""
    mask = Mask.of_plan(plan, kept.meeting_id)
    if kept.due.kind is DueKind.SORT_OUT:
        return tuple(map(mask.text, still_open(plan)))
    line = next((one for one in plan.lines if one.id == kept.due.ref), None)
    return (mask.text(told(line, plan.people)),) if line and line.words else ()


def _page(found: Promise, form: DoneForm, today: date) -> str:
    due = found.kept.due
    return render_template(
        "supervising/promise.html",
        found=found,
        form=form,
        what=what_of(due.kind, due.whose),
        by_day=days.day(due.on),
        how_far=how_far(due.on, today),
        day=days.day,
    )
