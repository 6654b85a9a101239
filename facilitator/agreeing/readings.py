"""The plan read out: to whom, in which language, by whom, at what time."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response
from wtforms import SubmitField

from facilitator import days
from facilitator.accounts.sessions import now
from facilitator.agreeing import frame, opening, readings_rule
from facilitator.agreeing.answers_keeping import (
    UNFIT,
    Json,
    OneLineForm,
    keep,
    keep_document,
    today_of,
)
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.opening import Opened
from facilitator.agreeing.readings_rule import AskedReading
from facilitator.contributions import Contribution
from facilitator.database import reading
from facilitator.leading.lines.line_json import document_of
from facilitator.leading.lines.saving import Answer, Kept
from facilitator.pages import flash
from facilitator.people import People
from facilitator.preparing import languages
from facilitator.preparing.fields import choice_field, day_field, name_field, time_field
from facilitator.preparing.keeping import is_key
from facilitator.refusals import Problem

KIND = "reading"
Page = str | Response | tuple[str, int]


class ReadingForm(OneLineForm):
    """One reading of the plan."""

    to = choice_field("To whom was it read?")
    language = name_field("In which language?", "Urdu. British Sign Language.")
    reader = choice_field(
        "By whom?", "An interpreter is never of the family, a child, or a friend."
    )
    time = time_field("At what time was it done?", "By the clock of 24 hours: 16:10.")
    date = day_field("On which day?", missing="The day is missing. Write it.")
    save = SubmitField("Save this reading")

    def offer(self, people: People) -> None:
        """Set what can be chosen: everybody, for a choice that can't be is told why."""
        here = [(one.id, one.short_name) for one in people if not one.is_left_out]
        self.to.choices = self.reader.choices = [("", "Nobody yet"), *here]

    def asked(self) -> AskedReading:
        """The reading as the form has it."""
        return AskedReading(
            to=self.to.data or "",
            language=self.language.data or "",
            reader=self.reader.data or "",
            time=self.time.data or "",
        )


@agreeing.route("/meetings/<uuid:meeting_id>/agree/readings", methods=["GET", "POST"])
def readings(meeting_id: UUID) -> Page:
    """Each reading, and one more."""
    with reading() as session:
        opened = opening.open_for_user(session, meeting_id)
    page = _Readings(opened)
    if request.method == "POST" and "take_back" in request.form:
        return page.taken_back()
    return page.sent() if request.method == "POST" else page.drawn(page.form())


@dataclass(frozen=True)
class _Readings:
    """The readings of one meeting."""

    opened: Opened

    def form(self) -> ReadingForm:
        form = ReadingForm.of_line(None, date=today_of(self.opened.kept, now()))
        form.offer(self.opened.people)
        return form

    def sent(self) -> Page:
        form = self.form()
        is_fine = form.validate()
        problems = form.problems
        if is_fine:
            rule = readings_rule.why_not(form.asked(), self.opened.people, self._own_language())
            problems = form.take(rule)
        if problems:
            return self.drawn(form, problems), UNFIT
        return self._after(keep(self.opened, form, KIND, self._change(form)), form, "kept")

    def taken_back(self) -> Page:
        line = self.opened.find(request.form["take_back"]) or abort(404)
        key = request.form.get("key", "")
        if line.said.kind != KIND or not is_key(key):
            abort(400)
        change: tuple[Json, Json] = (document_of(line.change), {"taken_back": True})
        answer = keep_document(self.opened, line.said.id, change, (key, line.number))
        return self._after(answer, self.form(), "taken back")

    def _after(self, answer: Answer, form: ReadingForm, what: str) -> Page:
        if isinstance(answer, Kept):
            flash.success(f"The reading is {what}.")
            return redirect(url_for("agreeing.readings", meeting_id=self.opened.id), 303)
        changed = Problem("", "This reading was changed meanwhile.", "Look at it, then try again.")
        return self.drawn(form, getattr(answer, "problems", (changed,))), answer.status

    def _change(self, form: ReadingForm) -> Json:
        asked = form.asked()
        fields = {
            "interpreter": asked.reader,
            "time": asked.time,
            "date": form.date.data.isoformat() if form.date.data else None,
        }
        return {"by": asked.to, "words": asked.language, "fields": fields}

    def _own_language(self) -> str:
        codes = self.opened.kept.meeting.languages or ("en",)
        return languages.name_of(codes[0]).split(" (")[0]

    def drawn(self, form: ReadingForm, problems: tuple[Problem, ...] = ()) -> str:
        """The readings, and the form for one more."""
        people = self.opened.people
        return frame.drawn(
            "readings.html",
            self.opened,
            "readings",
            form=form,
            problems=problems,
            readings=[_told(one.said, people) for one in self.opened.of_kind(KIND)],
            own_language=self._own_language(),
        )


def _told(said: Contribution, people: People) -> dict[str, Any]:
    def name(ref: str) -> str:
        person = people.find(ref)
        return person.short_name if person else ""

    time, day = said.fields.words("time"), said.fields.day("date")
    reader = name(next(iter(said.fields.ids("interpreter")), ""))
    sentence = f"Read to {name(said.by)} in {said.words}"
    sentence += f" by {reader}" if reader else ""
    sentence += f" at {days.time_of_day(time)}" if time else ""
    sentence += f", {days.day(day)}" if day else ""
    return {"ref": said.id, "sentence": f"{sentence}."}
