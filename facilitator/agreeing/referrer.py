"""The referrer's answer to the plan: yes, no or not yet, with the reason at once."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import redirect, request, url_for
from werkzeug.wrappers import Response
from wtforms import SubmitField

from facilitator.accounts.sessions import now
from facilitator.agreeing import frame, opening, referrer_rule
from facilitator.agreeing.answers_keeping import UNFIT, Json, OneLineForm, keep, known, today_of
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.opening import Opened
from facilitator.agreeing.referrer_rule import NOT_YET, AskedOfReferrer
from facilitator.contributions import Wording
from facilitator.database import reading
from facilitator.leading.lines.saving import Clashed, Kept
from facilitator.pages import flash
from facilitator.people import People
from facilitator.preparing.choosing import OneOf
from facilitator.preparing.fields import choice_field, day_field, name_field, words_field
from facilitator.preparing.keeping import Difference, differences
from facilitator.refusals import Problem

KIND = "referrer_answer"
ANSWERS = {"yes": "Yes", "no": "No", NOT_YET: "Not yet"}
Page = str | Response | tuple[str, int]


class ReferrerForm(OneLineForm):
    """The referrer's answer."""

    OWN = ("answer", "date", "decides", "answer_by")
    by = choice_field("Who says it?")
    answer = OneOf("Do you say yes to this plan?", missing="The answer is missing. Choose one.")
    words = words_field("Why?", "For a no and for a not yet this is needed now.", rows=3)
    decides = name_field("If not yet: who decides?", "A name, or a part: “Farah's manager”.")
    answer_by = day_field("If not yet: by which day?")
    date = day_field("Which day was it given?", missing="The day is missing. Write it.")
    save = SubmitField("Save")

    def offer(self, people: People) -> None:
        """Set what can be chosen."""
        self.by.choices = [(one.id, one.short_name) for one in referrer_rule.referrers(people)]
        self.answer.choices = list(ANSWERS.items())

    def asked(self) -> AskedOfReferrer:
        """The answer as the form has it."""
        return AskedOfReferrer(
            by=self.by.data or "",
            answer=self.answer.data or "",
            reason=self.words.data or "",
            on=self.date.data,
            decides=self.decides.data or "",
            answer_by=self.answer_by.data,
        )

    def change(self, before: Wording | None) -> Json:
        """What of the line is to be changed."""
        asked = self.asked()
        waits = asked.answer == NOT_YET
        optional = {
            "decides": asked.decides if waits else "",
            "answer_by": asked.answer_by.isoformat() if waits and asked.answer_by else None,
        }
        day = asked.on.isoformat() if asked.on else None
        fields = {"answer": asked.answer, "date": day, **known(optional, before)}
        is_exact = before is not None and before.said.exact
        yes = {"by": asked.by, "how": "Their own new answer"} if is_exact else None
        return {"by": asked.by, "words": asked.reason, "fields": fields, "family_yes": yes}


@agreeing.route("/meetings/<uuid:meeting_id>/agree/referrer", methods=["GET", "POST"])
def referrer(meeting_id: UUID) -> Page:
    """The referrer's answer."""
    with reading() as session:
        opened = opening.open_for_user(session, meeting_id)
    asking = _Asking(opened)
    return asking.sent() if request.method == "POST" else asking.page(asking.form())


@dataclass(frozen=True)
class _Asking:
    """The referrer who is asked."""

    opened: Opened

    @property
    def line(self) -> Wording | None:
        lines = self.opened.of_kind(KIND)
        return lines[-1] if lines else None

    def form(self) -> ReferrerForm:
        line = self.line
        usual: dict[str, Any] = {"date": today_of(self.opened.kept, now())}
        form = ReferrerForm.of_line(line, **(usual | (_filled(line) if line else {})))
        form.offer(self.opened.people)
        return form

    def sent(self) -> Page:
        form = self.form()
        is_fine = form.validate()
        problems = form.problems
        if is_fine:
            people, held_on = self.opened.people, self.opened.kept.meeting.held_on
            problems = form.take(_at_boxes(referrer_rule.why_not(form.asked(), people, held_on)))
        if problems:
            return self.page(form, problems=problems), UNFIT
        line = self.line
        if line is not None and form.line_ref != line.said.id:
            return self._both(form, line)  # Somebody wrote an answer down meanwhile.
        answer = keep(self.opened, form, KIND, form.change(line))
        if isinstance(answer, Kept):
            flash.success("The answer is kept.")
            return redirect(url_for("agreeing.referrer", meeting_id=self.opened.id), 303)
        if isinstance(answer, Clashed):
            return self._both(form, answer.kept)
        return self.page(form, problems=answer.problems), answer.status

    def _both(self, form: ReferrerForm, kept: Wording) -> tuple[str, int]:
        theirs = ReferrerForm(formdata=None, **_filled(kept))
        theirs.offer(self.opened.people)
        form.start_from(kept)
        return self.page(form, clash=differences(theirs, form)), Clashed.status

    def page(
        self,
        form: ReferrerForm,
        problems: tuple[Problem, ...] = (),
        clash: tuple[Difference, ...] = (),
    ) -> str:
        """The form, and what there is to tell."""
        return frame.drawn(
            "referrer.html",
            self.opened,
            "referrer",
            form=form,
            problems=problems,
            clash=clash,
            is_kept=self.line is not None,
            said_no=self.line is not None and self.line.said.fields.words("answer") == "no",
        )


def _filled(line: Wording) -> dict[str, Any]:
    held = line.said.fields.values
    own = {key: held[key] for key in ReferrerForm.OWN if held.get(key)}
    return {"by": line.said.by, "words": line.said.words, **own}


def _at_boxes(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The reason stands in the box of the words."""
    box = {"reason": "words"}
    return tuple(Problem(box.get(one.place, one.place), one.wrong, one.remedy) for one in problems)
