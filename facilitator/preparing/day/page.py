"""When and where we meet, and in which languages."""

from dataclasses import replace
from uuid import UUID

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings import Meeting
from facilitator.meetings import store as meetings
from facilitator.pages import flash
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.day.form import DayForm, what_moved
from facilitator.preparing.keeping import (
    CONFLICT,
    NOT_YET,
    Outcome,
    differences,
    fingerprint,
    settle,
)
from facilitator.preparing.opening import Preparation, open_for_user

HEADING = "Day, time, place and languages"
OLD_PAPER = "Invitations and papers that were printed before are old. Print them again."


@preparing.route("/meetings/<uuid:meeting_id>/day", methods=["GET", "POST"])
def day(meeting_id: UUID) -> str | Response | tuple[str, int]:
    """The form, filled as the meeting stands; sent, it is kept unless somebody was quicker."""
    with reading() as session:
        prep = open_for_user(session, meeting_id)
    form = DayForm.of(prep.kept.meeting, fingerprint(_held(prep.kept.meeting)))
    if not form.is_submitted():
        return _drawn(prep, form)
    if not form.validate():
        return _drawn(prep, form), NOT_YET
    try:
        outcome, before = _save(meeting_id, form)
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _drawn(prep, form), trouble.status
    if outcome is Outcome.CLASH:
        form.based_on.data = fingerprint(_held(before))
        told = differences(DayForm.as_kept(before), form)
        return _drawn(prep, form, clash=told), CONFLICT
    _tell(before, form.asked(before))
    return redirect(url_for("preparing.tasks", meeting_id=meeting_id), 303)


def _held(meeting: Meeting) -> Meeting:
    """What the form holds of it, and nothing that the day itself writes down."""
    return replace(meeting, stages=(), private=None, plan_given_on=None)


def _save(meeting_id: UUID, form: DayForm) -> tuple[Outcome, Meeting]:
    """Keep it; what came of it, and the meeting as it was before."""
    with keeping() as session:
        now = open_for_user(session, meeting_id).kept
        asked = form.asked(now.meeting)
        outcome = settle(_held(now.meeting), _held(asked), form.based_on.data or "")
        if outcome is Outcome.KEEP:
            meetings.save(session, replace(now, meeting=asked))
    return outcome, now.meeting


def _tell(before: Meeting, now: Meeting) -> None:
    moved = what_moved(before, now)
    flash.success("It is saved.")
    if moved:
        flash.notice(" ".join((*moved, OLD_PAPER)))


def _drawn(prep: Preparation, form: DayForm, **more: object) -> str:
    return render_template("preparing/day.html", prep=prep, heading=HEADING, form=form, **more)
