"""Everybody's own answer: yes, partly, no, or later by a day; a child says what they think."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator.accounts.sessions import now
from facilitator.agreeing import answers_form, answers_rule, frame, opening
from facilitator.agreeing.answers_form import AnswerForm
from facilitator.agreeing.answers_keeping import UNFIT, keep, person_at, today_of
from facilitator.agreeing.answers_states import answer_in_words, answer_line, has_answered
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.opening import Opened
from facilitator.contributions import Wording
from facilitator.database import reading
from facilitator.leading.lines.saving import Clashed, Kept
from facilitator.pages import flash
from facilitator.people import Person, Role
from facilitator.preparing.keeping import Difference, differences
from facilitator.refusals import Problem

Page = str | Response | AnyResponse | tuple[str, int]


@agreeing.get("/meetings/<uuid:meeting_id>/agree/answers")
def answers(meeting_id: UUID) -> str:
    """Everybody who is asked, with what they said so far."""
    with reading() as session:
        opened = opening.open_for_user(session, meeting_id)
    asked = [_told(opened, one) for one in answers_rule.who_answers(opened.people)]
    first = next((one["address"] for one in asked if one["waits"]), None)
    return frame.drawn("answers.html", opened, "answers", asked=asked, first=first)


def _told(opened: Opened, person: Person) -> dict[str, Any]:
    line, has = answer_line(opened, person.id), has_answered(opened, person.id)
    return {
        "person": person,
        "address": opened.ids[person.id],
        "answer": answer_in_words(opened, person),
        "words": line.said.words if line else "",
        "is_for_some": bool(line and line.said.fields.ids("may_hear")),
        "lang": line.said.lang if line else None,
        "has_answered": has,
        "waits": not has and answers_rule.is_waited_for(person),
    }


@agreeing.route(
    "/meetings/<uuid:meeting_id>/agree/answers/<uuid:person_id>", methods=["GET", "POST"]
)
def answer_of(meeting_id: UUID, person_id: UUID) -> Page:
    """One person's own answer."""
    with reading() as session:
        opened = opening.open_for_user(session, meeting_id)
    person = person_at(opened, person_id)
    if not answers_rule.is_asked(person):
        abort(404)
    asking = _Asking(opened, person)
    return asking.sent() if request.method == "POST" else asking.page(asking.form())


@dataclass(frozen=True)
class _Asking:
    """One person who is asked."""

    opened: Opened
    person: Person

    @property
    def line(self) -> Wording | None:
        return answer_line(self.opened, self.person.id)

    def form(self) -> AnswerForm:
        today = today_of(self.opened.kept, now())
        return answers_form.form_for(self.person, self.line, self.opened.people, date=today)

    def sent(self) -> Page:
        form = self.form()
        is_fine = form.validate()
        problems = form.problems
        if is_fine:
            asked = form.asked(self.person)
            problems = form.take(answers_rule.why_not(asked, self.opened.people))
        if problems:
            return self.page(form, problems=problems), UNFIT
        line = self.line
        if line is not None and form.line_ref != line.said.id:
            return self._both(form, line)  # Somebody wrote an answer down meanwhile.
        answer = keep(self.opened, form, "answer", form.change(self.person, line))
        if isinstance(answer, Kept):
            return self._done()
        if isinstance(answer, Clashed):
            return self._both(form, answer.kept)
        return self.page(form, problems=answer.problems), answer.status

    def _done(self) -> AnyResponse:
        flash.success(f"{self.person.short_name}: kept.")
        ahead = self._next() if "save_next" in request.form else None
        if ahead is None:
            return redirect(url_for("agreeing.answers", meeting_id=self.opened.id), 303)
        way = url_for("agreeing.answer_of", meeting_id=self.opened.id, person_id=ahead)
        return redirect(way, 303)

    def _next(self) -> UUID | None:
        """Whoever comes next in the round and has not answered yet."""
        everybody = answers_rule.who_answers(self.opened.people)
        here = everybody.index(self.person)
        round_ = (*everybody[here + 1 :], *everybody[:here])
        waits = (
            one
            for one in round_
            if answers_rule.is_waited_for(one) and not has_answered(self.opened, one.id)
        )
        return next((self.opened.ids[one.id] for one in waits), None)

    def _both(self, form: AnswerForm, kept: Wording) -> tuple[str, int]:
        theirs = answers_form.form_for(self.person, kept, self.opened.people, formdata=None)
        form.start_from(kept)
        return self.page(form, clash=differences(theirs, form)), Clashed.status

    def page(
        self,
        form: AnswerForm,
        problems: tuple[Problem, ...] = (),
        clash: tuple[Difference, ...] = (),
    ) -> str:
        """The form, and what there is to tell."""
        is_child, name = self.person.role is Role.CHILD, self.person.short_name
        return frame.drawn(
            "answers_of_one.html",
            self.opened,
            "answers",
            heading=f"{name}: what I think of this plan" if is_child else f"{name}'s answer",
            form=form,
            boxes=[form[name] for name in answers_form.ORDER if name in form],
            person=self.person,
            person_id=self.opened.ids[self.person.id],
            is_child=is_child,
            problems=problems,
            clash=clash,
            others=_others(self.opened, self.person, self.line),
            back=("Everybody's answers", url_for("agreeing.answers", meeting_id=self.opened.id)),
            next=None,
        )


def _others(opened: Opened, person: Person, line: Wording | None) -> tuple[Wording, ...]:
    """Further answers of that person, such as one that was typed while people talked."""
    theirs = (one for one in opened.of_kind("answer") if one.said.by == person.id)
    return tuple(one for one in theirs if one is not line)
