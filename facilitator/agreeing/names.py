"""Names and past hurts: who was asked, and which lines wait for somebody's own yes."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField, SubmitField
from wtforms.validators import ValidationError

from facilitator.agreeing import frame, opening
from facilitator.agreeing.answers_keeping import UNFIT, Json, keep_document
from facilitator.agreeing.answers_states import named_lines, speakers, were_asked
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.names_of import CHANGED, about_the_hurt_of
from facilitator.agreeing.opening import Opened
from facilitator.contributions import Contribution
from facilitator.database import reading
from facilitator.kinds import Section
from facilitator.leading.lines.line_json import document_of
from facilitator.leading.lines.saving import Answer, Kept
from facilitator.pages import flash
from facilitator.people import Person
from facilitator.preparing.fields import choice_field
from facilitator.preparing.keeping import is_key, new_key
from facilitator.refusals import Problem

LONGEST_SHOWN = 70
_STATES = {
    None: "Not yet asked. It stays out of the plan.",
    False: "No. It stays out of the plan.",
    True: "Yes. It stands in the plan.",
}
Page = str | Response | tuple[str, int]


class HurtForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Which line tells of whose past hurt."""

    key = HiddenField()
    line = choice_field("Which line tells of somebody's past hurt?")
    whose = choice_field("Whose hurt does it tell of?")
    mark = SubmitField("Keep it out until they say yes")

    def validate_line(self, field: Any) -> None:
        """A line is chosen."""
        if not field.data:
            raise ValidationError("The line is missing. Choose one.")

    def validate_whose(self, field: Any) -> None:
        """A person is chosen."""
        if not field.data:
            raise ValidationError("Whose hurt it is, is missing. Choose somebody.")


@agreeing.route("/meetings/<uuid:meeting_id>/agree/names", methods=["GET", "POST"])
def names(meeting_id: UUID) -> Page:
    """Everybody whose name could stand beside words, and the lines about past hurts."""
    with reading() as session:
        opened = opening.open_for_user(session, meeting_id)
    form = _form(opened)
    if request.method == "GET":
        return _page(opened, form)
    if "of_nobody" in request.form:
        return _after(opened, form, _mark(opened, request.form["of_nobody"], None))
    if not form.validate():
        problems = tuple(Problem(one.id, one.errors[0], "") for one in form if one.errors)
        return _page(opened, form, problems), UNFIT
    return _after(opened, form, _mark(opened, form.line.data, form.whose.data))


def _form(opened: Opened) -> HurtForm:
    form = HurtForm(key=new_key())
    lines = [(one.id, _short(one)) for one in opened.said if _may_tell(one)]
    form.line.choices = [("", "Choose a line"), *lines]
    here = [(one.id, one.short_name) for one in opened.people if not one.is_left_out]
    form.whose.choices = [("", "Choose somebody"), *here]
    return form


def _may_tell(said: Contribution) -> bool:
    printed = said.row.section is not Section.NOT_PRINTED
    return printed and not said.hurts and bool(said.words.strip())


def _short(said: Contribution) -> str:
    words = " ".join(said.words.split())
    cut = words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN].rstrip()}…"
    return f"{said.row.label}: {cut}"


def _mark(opened: Opened, ref: str, whose: str | None) -> Answer:
    line, key = opened.find(ref) or abort(404), request.form.get("key", "")
    if not is_key(key):
        abort(400)
    change: Json = {"hurts": whose, "hurts_yes": None}
    stands = document_of(line.change)
    return keep_document(opened, ref, (stands, change), (f"hurt:{key}", line.number))


def _after(opened: Opened, form: HurtForm, answer: Answer) -> Page:
    if isinstance(answer, Kept):
        said, person = answer.wording.said, opened.people.find(answer.wording.said.hurts or "")
        if said.hurts and person:
            flash.notice(f"It stays out of the plan until {person.short_name} says yes to it.")
        else:
            flash.notice("It tells of nobody's past hurt now.")
        return redirect(url_for("agreeing.names", meeting_id=opened.id), 303)
    return _page(opened, form, getattr(answer, "problems", (CHANGED,))), answer.status


def _page(opened: Opened, form: HurtForm, problems: tuple[Problem, ...] = ()) -> str:
    return frame.drawn(
        "names.html",
        opened,
        "names",
        form=form,
        problems=problems,
        people=[_told(opened, one) for one in _asked(opened)],
        hurts=list(_hurts(opened)),
    )


def _asked(opened: Opened) -> list[Person]:
    """Whoever is asked something on this stop, in the order of the seats."""
    speak = speakers(opened)
    return [
        one
        for one in opened.people
        if not one.is_left_out and (one in speak or about_the_hurt_of(opened, one.id))
    ]


def _told(opened: Opened, person: Person) -> dict[str, Any]:
    lines = named_lines(opened, person.id)
    shown = sum(one.name_shown is True for one in lines)
    hurts = about_the_hurt_of(opened, person.id)
    waits = any(one.hurts_yes is None for one in hurts) or not were_asked(opened, person.id)
    if waits and all(one.name_shown is None for one in lines):
        sentence = "Not yet asked."
    elif waits:
        sentence = "Asked about some lines, and not yet about all."
    elif not lines:
        sentence = "Asked."
    elif shown == len(lines):
        sentence = "Their name stands beside all of their words."
    elif shown:
        sentence = f"Their name stands beside {shown} of {len(lines)} lines."
    else:
        sentence = "Their name stands beside none of their words."
    return {"person": person, "address": opened.ids[person.id], "sentence": sentence, "open": waits}


def _hurts(opened: Opened) -> Iterator[dict[str, Any]]:
    for said in opened.said:
        person = opened.people.find(said.hurts or "")
        if person:
            yield {
                "said": said,
                "person": person,
                "address": None if person.is_left_out else opened.ids[person.id],
                "state": _STATES[said.hurts_yes],
            }
