"""What one person says: may their name stand beside their words, may their past hurt be told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import now, user
from facilitator.agreeing import frame, opening
from facilitator.agreeing.answers_keeping import UNFIT, Json, person_at
from facilitator.agreeing.answers_states import named_lines
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.opening import Opened
from facilitator.contributions import Contribution
from facilitator.copies.reader import speaker_is_shown
from facilitator.database import reading
from facilitator.leading.lines import saving
from facilitator.leading.lines.line_json import document_of
from facilitator.leading.lines.saving import Clashed, Kept
from facilitator.pages import flash
from facilitator.people import Person
from facilitator.plans import Line, Plan
from facilitator.preparing.keeping import is_key, new_key
from facilitator.refusals import Problem

YES: Mapping[str, bool] = {"yes": True, "no": False}
_CHOSEN: Mapping[bool | None, str] = {True: "yes", False: "no", None: ""}
CHANGED = Problem(
    "", "One of these lines was changed meanwhile.", "Look at each one, then save again."
)
Page = str | Response | tuple[str, int]


@agreeing.route("/meetings/<uuid:meeting_id>/agree/names/<uuid:person_id>", methods=["GET", "POST"])
def names_of(meeting_id: UUID, person_id: UUID) -> Page:
    """One person's own yes or no, line by line."""
    with reading() as session:
        opened = opening.open_for_user(session, meeting_id)
    asking = _Asking(opened, person_at(opened, person_id), request.form.to_dict())
    return asking.sent() if request.method == "POST" else asking.page()


def about_the_hurt_of(opened: Opened, person_id: str) -> tuple[Contribution, ...]:
    """The lines that tell of that person's past hurt, in the plan or kept out of it."""
    return tuple(one for one in opened.said if one.hurts == person_id)


@dataclass(frozen=True)
class _Asking:
    """One person who is asked, and what the form says."""

    opened: Opened
    person: Person
    typed: Mapping[str, str]

    def sent(self) -> Page:
        key = self.typed.get("key", "")
        if not is_key(key):
            abort(400)
        if not self.typed.get("themselves"):
            name = self.person.short_name
            wrong = f"It does not say that these are {name}'s own answers."
            remedy = f"Ask {name}, and nobody else. Then tick the box."
            return self.page((Problem("themselves", wrong, remedy),)), UNFIT
        lines = list(self._changed(key))
        answers = saving.keep_all(self.opened.id, user(), lines, now())
        if answers is None:
            abort(404)
        for answer in answers:
            if not isinstance(answer, Kept):
                told = (CHANGED,) if isinstance(answer, Clashed) else answer.problems
                return self.page(told), answer.status
        flash.success(f"{self.person.short_name}: kept.")
        return redirect(url_for("agreeing.names", meeting_id=self.opened.id), 303)

    def _changed(self, key: str) -> Iterator[tuple[str, Json]]:
        """The lines about which something else was said than what is kept."""
        for said in self._asked_about():
            change = self._change(said)
            line = self.opened.find(said.id)
            number = self.typed.get(f"number.{said.id}", "")
            if line is None or not change or not number.isdecimal():
                continue
            own = {"key": f"names:{key}:{said.id}", "based_on": int(number)}
            yield said.id, document_of(line.change) | change | own

    def _change(self, said: Contribution) -> Json:
        name, hurt = self._typed("name", said), self._typed("hurt", said)
        change: Json = {}
        if name in YES and said.by == self.person.id and YES[name] != said.name_shown:
            change["name_shown"] = YES[name]
        if hurt in YES and said.hurts == self.person.id and YES[hurt] != said.hurts_yes:
            change["hurts_yes"] = YES[hurt]
        return change

    def _typed(self, what: str, said: Contribution) -> str:
        every = self.typed.get("all", "") if what == "name" else ""
        return every or self.typed.get(f"{what}.{said.id}", "")

    def _asked_about(self) -> tuple[Contribution, ...]:
        both = (*self._hurts(), *named_lines(self.opened, self.person.id))
        return tuple({one.id: one for one in both}.values())

    def _hurts(self) -> tuple[Contribution, ...]:
        return about_the_hurt_of(self.opened, self.person.id)

    def page(self, problems: tuple[Problem, ...] = ()) -> str:
        """Every line of theirs, with what was said about it."""
        hurts = [self._row(one, "hurt") for one in self._hurts()]
        named = named_lines(self.opened, self.person.id)
        back = ("Names and past hurts", url_for("agreeing.names", meeting_id=self.opened.id))
        return frame.drawn(
            "names_of.html",
            self.opened,
            "names",
            heading=f"{self.person.short_name}: your name, your words",
            person=self.person,
            problems=problems,
            hurts=hurts,
            named=[self._row(one, "name") for one in named],
            numbers={one.id: self._number(one) for one in self._asked_about()},
            key=new_key() if problems else self.typed.get("key") or new_key(),
            themselves=bool(self.typed.get("themselves")),
            back=back,
            next=None,
        )

    def _number(self, said: Contribution) -> int:
        line = self.opened.find(said.id)
        return line.number if line else 0

    def _row(self, said: Contribution, what: str) -> dict[str, Any]:
        stands = said.hurts_yes if what == "hurt" else said.name_shown
        chosen = self._typed(what, said) or _CHOSEN[stands]
        return {
            "said": said,
            "label": said.row.label,
            "chosen": chosen,
            "box": f"{what}.{said.id}",
            "shown_now": speaker_is_shown(Line.of(said), self._plan),
        }

    @cached_property
    def _plan(self) -> Plan:
        return self.opened.draft.agree(on=self.opened.day, code="")
