"""The worries page: the list, and one day for all lines that were shown to the family together."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from flask import redirect, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField, SubmitField

from facilitator.contributions import Clash, Contribution, Fields, Wording
from facilitator.contributions import store as contributions
from facilitator.database import Session
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.fields import day_field
from facilitator.preparing.keeping import NOT_YET, is_key, new_key
from facilitator.preparing.lines.lists import Listed, listed_for, page_of
from facilitator.preparing.lines.saving import Send, keep_line
from facilitator.preparing.opening import Preparation, open_for_user
from facilitator.preparing.tasks.listing import counted

HEADING = "Worries, and what must be in the plan"
KINDS = ("worry", "bottom_line", "help_offer", "if_no_plan")
SHOWN_BEFORE = ("worry", "bottom_line")
_LINE = re.compile(r"([A-Za-z0-9_.-]{1,64}):([0-9]{1,6})")


class ShownForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """The day on which everything that is not marked yet was shown to the family.

    ``lines`` names what stood on the page, each with the number of its wording: a line that came
    later was not among what the family saw.
    """

    key = HiddenField(default=new_key)
    lines = HiddenField()
    on = day_field(
        "Which day did you show all of these to the family?",
        missing="The day is missing. Type it, or leave this for later.",
    )
    save = SubmitField("Save this day for all of them")


@preparing.route("/meetings/<uuid:meeting_id>/worries", methods=["GET", "POST"])
def worries(meeting_id: UUID) -> str | Response | tuple[str, int]:
    """Worries, what must be in the plan, the help on offer, what happens if there is no plan."""
    listed = listed_for(meeting_id)
    waiting = [one for one in listed.standing if _is_waiting(one.said)]
    form = ShownForm(lines=" ".join(f"{one.said.id}:{one.number}" for one in waiting))
    if request.method == "GET":
        return _drawn(listed, form, waiting)
    if not form.validate() or not is_key(form.key.data) or form.on.data is None:
        return _drawn(listed, form, waiting), NOT_YET
    try:
        with keeping() as session:
            prep = open_for_user(session, meeting_id)
            missed = _mark(session, prep, form, form.on.data)
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _drawn(listed, form, waiting), trouble.status
    flash.success("The day is saved.")
    if missed:
        lines = counted(missed, "line was", "lines were")
        flash.notice(f"{lines} changed by somebody meanwhile, and left as it is. Look at the list.")
    return redirect(url_for("preparing.worries", meeting_id=meeting_id), 303)


def _is_waiting(said: Contribution) -> bool:
    return said.kind in SHOWN_BEFORE and said.fields.day("shown_on") is None


def _mark(session: Session, prep: Preparation, form: ShownForm, day: date) -> int:
    """Mark each line that the page named; how many were changed meanwhile and stay as they are."""
    stand = {one.said.id: one for one in contributions.standing(session, prep.id)}
    named = [(found[1], int(found[2])) for found in _LINE.finditer(form.lines.data or "")]
    missed = 0
    for ref, number in named:
        kept = stand.get(ref)
        if kept is None or kept.said.kind not in SHOWN_BEFORE:
            missed += 1
            continue
        said = kept.said
        marked = replace(said, fields=Fields({**said.fields.values, "shown_on": day}))
        send = Send(key=f"shown:{form.key.data}:{ref}", number=number)
        missed += isinstance(keep_line(session, prep, marked, send), Clash)
    return missed


def _drawn(listed: Listed, form: ShownForm, waiting: Iterable[Wording]) -> str:
    return page_of("worries", listed, HEADING, kinds=KINDS, form=form, waiting=len(tuple(waiting)))
