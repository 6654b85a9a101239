"""Somebody asks to have something put right; the answer, with its reason; and both versions."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts.sessions import now, user
from facilitator.contributions import store as contributions
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.leading.lines import saving
from facilitator.one_person import store
from facilitator.one_person.blueprint import one_person
from facilitator.one_person.correcting import Correction, Course, Outcome, course_of
from facilitator.one_person.forms import (
    SOMETHING_ELSE,
    CorrectionAnswerForm,
    CorrectionForm,
    short,
)
from facilitator.one_person.opening import Opened, load
from facilitator.pages import flash
from facilitator.plans import Agreed
from facilitator.plans import store as plans
from facilitator.preparing.keeping import CONFLICT, NOT_YET
from facilitator.refusals import Problem

Page = str | Response | tuple[str, int]
_BESIDE = ("not_said", "own_view")
_ANSWERED = Problem(
    "", "It was answered meanwhile. Nothing was overwritten.", "Look at the answer below."
)


@one_person.route("/meetings/<uuid:meeting_id>/corrections/new", methods=["GET", "POST"])
def ask_correction(meeting_id: UUID) -> Page:
    """Write down what somebody asks to have put right."""
    at = now()
    with reading() as session:
        opened = load(session, meeting_id)
        latest = plans.latest(session, opened.kept.id)
    form = CorrectionForm(opened.people, _lines(latest), opened.today(at))
    drawn = {"opened": opened, "heading": "Somebody asks to put something right", "form": form}
    if not form.is_submitted():
        return render_template("one_person/ask_correction.html", **drawn)
    if not form.validate():
        return render_template("one_person/ask_correction.html", **drawn), NOT_YET
    correction = _asked(form, opened, latest, at)
    try:
        with keeping() as session:
            load(session, meeting_id)  # Nothing is kept once the private time has begun.
            kept = store.ask_correction(session, correction)
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return render_template("one_person/ask_correction.html", **drawn), trouble.status
    flash.success("What they ask is kept.")
    return redirect(_way(kept), 303)


@one_person.route(
    "/meetings/<uuid:meeting_id>/corrections/<uuid:correction_id>", methods=["GET", "POST"]
)
def correction(meeting_id: UUID, correction_id: UUID) -> Page:
    """One correction: what was asked, the answer and why, the line as it was and as it is."""
    with reading() as session:
        opened, course = _load(session, meeting_id, correction_id)
    form = CorrectionAnswerForm()
    if not form.is_submitted():
        return _page(opened, course, form)
    if course.correction.outcome is not Outcome.WAITS:
        return _page(opened, course, form, (_ANSWERED,)), CONFLICT
    if not form.validate():
        return _page(opened, course, form), NOT_YET
    return _answer(opened, course, form, now())


def _answer(opened: Opened, course: Course, form: CorrectionAnswerForm, at: datetime) -> Page:
    """Keep their words beside the line first, then the answer: the same press twice is one."""
    asked = course.correction
    outcome = Outcome(form.outcome.data)
    beside = _words_beside(opened, asked, outcome, form.reason.data or "", at)
    if isinstance(beside, tuple):
        return _page(opened, course, form, beside), NOT_YET
    answered = replace(
        asked,
        outcome=outcome,
        reason=form.reason.data or "",
        answered_on=opened.today(at),
        answered_by=user().id,
        answered_at=at,
        in_version=asked.at_version + 1 if outcome is Outcome.PUT_RIGHT and asked.line else 0,
        beside=beside,
    )
    try:
        with keeping() as session:
            load(session, opened.kept.id)
            quicker = not store.answer_correction(session, answered)
    except NotKept as trouble:
        return _page(opened, course, form, (trouble.problem,)), trouble.status
    if quicker:
        with reading() as session:
            opened, course = _load(session, opened.kept.id, asked.id)
        return _page(opened, course, form, (_ANSWERED,)), CONFLICT
    flash.success("The answer is kept.")
    return redirect(_way(asked), 303)


def _words_beside(
    opened: Opened, asked: Correction, outcome: Outcome, reason: str, at: datetime
) -> str | tuple[Problem, ...]:
    """Keep what is printed with the plan from now on; its id, or the reasons why it can't be.

    Of what stands in no plan nothing is printed: "" then.
    """
    if not asked.at_version or (not asked.line and outcome is Outcome.PUT_RIGHT):
        return ""
    ref = f"correction-{asked.id}"
    document = _line(asked, outcome, opened.today(at), reason)
    kept = saving.keep(opened.kept.id, user(), ref, document, at) or abort(404)
    if isinstance(kept, saving.Kept):
        return ref
    if isinstance(kept, saving.Clashed):
        return (_ANSWERED,)
    return kept.problems


def _line(asked: Correction, outcome: Outcome, today: date, reason: str) -> dict[str, Any]:
    """The words as a line: of the line that they are about, else of the whole plan."""
    is_right = outcome is Outcome.PUT_RIGHT
    fields: dict[str, Any] = {"date": (today if is_right else asked.asked_on).isoformat()}
    if asked.line:
        fields["about"] = [asked.line]
    if is_right:
        fields["put_right"] = str(asked.at_version + 1)
    return {
        "key": f"correction:{asked.id}:{outcome.value}",
        "based_on": 0,
        "kind": "not_said" if asked.line else "own_view",
        "words": reason if is_right else asked.asked,
        "by": asked.person,
        "fields": fields,
        "exact": not is_right,
        "name_shown": True,
    }


def _asked(form: CorrectionForm, opened: Opened, latest: Agreed | None, at: datetime) -> Correction:
    line = "" if form.line.data == SOMETHING_ELSE else form.line.data
    return Correction(
        id=form.asked_id,
        meeting_id=opened.kept.id,
        person=form.person.data,
        asked=form.asked.data or "",
        asked_on=form.asked_on.data or opened.today(at),
        line=line,
        about="" if line else form.about.data or "",
        at_version=latest.plan.version if latest else 0,
        at=at,
        typed_by=user().id,
    )


def _lines(latest: Agreed | None) -> list[tuple[str, str]]:
    """Every line of the newest plan that has words, to choose from."""
    if latest is None:
        return []
    return [
        (one.id, short(f"{one.row.label}: {one.words}"))
        for one in latest.plan.lines
        if one.words and one.kind not in _BESIDE
    ]


def _load(session: Session, meeting_id: UUID, correction_id: UUID) -> tuple[Opened, Course]:
    opened = load(session, meeting_id)
    asked = store.find_correction(session, opened.kept.id, correction_id) or abort(404)
    versions = plans.list_of(session, opened.kept.id)
    agreed = [plans.load(session, opened.kept.id, one.number) for one in versions]
    course = course_of(asked, agreed)
    if asked.line and course.version is None:
        now_ = contributions.find(session, opened.kept.id, asked.line)
        words = now_.said.words if now_ and not now_.change.taken_back else ""
        course = replace(course, after=words if words != course.before else "")
    return opened, course


def _way(asked: Correction) -> str:
    meeting_id = asked.meeting_id
    return url_for("one_person.correction", meeting_id=meeting_id, correction_id=asked.id)


def _page(
    opened: Opened,
    course: Course,
    form: CorrectionAnswerForm,
    problems: tuple[Problem, ...] = (),
) -> str:
    return render_template(
        "one_person/correction.html",
        opened=opened,
        heading="Please put this right",
        course=course,
        asked=course.correction,
        form=form,
        problems=problems,
        day=days.day,
    )
