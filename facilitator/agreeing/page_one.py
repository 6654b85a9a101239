"""What goes on page 1: the family chooses, and sees at once what anybody in the kitchen will."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import now, user
from facilitator.agreeing import frame, opening
from facilitator.agreeing.answers_keeping import UNFIT, Json
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.opening import Opened
from facilitator.agreeing.page_one_preview import preview
from facilitator.contributions import Wording
from facilitator.database import reading
from facilitator.leading.lines import saving
from facilitator.leading.lines.line_json import document_of
from facilitator.leading.lines.saving import Clashed, Kept
from facilitator.pages import flash
from facilitator.plans.page_one import MOST_LINES
from facilitator.plans.page_one_choice import Choice, PageOneChoice
from facilitator.preparing.keeping import is_key, new_key
from facilitator.refusals import Problem

CHANGED = Problem("", "One of these steps was changed meanwhile.", "Look at it, then save again.")
NO_PLACE = Problem(
    "",
    "You wrote shorter words here, and chose something else.",
    "Choose “In shorter words”, or take them out.",
)
OWN, YES, NO = "own", "yes", "no"
Page = str | Response | tuple[str, int]


@agreeing.route("/meetings/<uuid:meeting_id>/agree/page-one", methods=["GET", "POST"])
def page_one(meeting_id: UUID) -> Page:
    """Each step with the family's choice; ``do=look`` draws page 1 and keeps nothing."""
    with reading() as session:
        opened = opening.open_for_user(session, meeting_id)
    choosing = _Choosing(opened, request.form.to_dict())
    if request.method == "GET":
        return choosing.page()
    if request.form.get("do") == "look":
        return choosing.page(looks=True)
    return choosing.sent()


@dataclass(frozen=True)
class _Choosing:
    """What the family chooses for page 1, as the form has it."""

    opened: Opened
    typed: Mapping[str, str]

    @cached_property
    def steps(self) -> tuple[Wording, ...]:
        """The steps of the draft, in its order."""
        printed = {line.id for line in self.opened.draft.lines}
        return tuple(one for one in self.opened.of_kind("action") if one.said.id in printed)

    @cached_property
    def asked(self) -> dict[str, Choice]:
        """What is chosen of each step: as typed, else as it is kept."""
        return {one.said.id: self._asked(one) for one in self.steps}

    def _asked(self, step: Wording) -> Choice:
        typed = self.typed.get(f"choice.{step.said.id}")
        if typed is None:
            kept = step.said.fields.values.get("page_one")
            return kept if isinstance(kept, bool | str) else None
        own = " ".join(self.typed.get(f"words.{step.said.id}", "").split())
        return (own or True) if typed == OWN else True if typed == YES else None

    @cached_property
    def choice(self) -> PageOneChoice:
        """What these choices make of page 1."""
        meeting = self.opened.kept.meeting
        return PageOneChoice.of(meeting, self.opened.people, self.opened.said, self.asked)

    def sent(self) -> Page:
        key = self.typed.get("key", "")
        if not is_key(key):
            abort(400)
        if problems := self._refusals():
            return self.page(problems=problems), UNFIT
        answers = saving.keep_all(self.opened.id, user(), list(self._changed(key)), now())
        if answers is None:
            abort(404)
        for answer in answers:
            if not isinstance(answer, Kept):
                told = (CHANGED,) if isinstance(answer, Clashed) else answer.problems
                return self.page(problems=told), answer.status
        flash.success("Page 1 is kept.")
        return redirect(url_for("agreeing.page_one", meeting_id=self.opened.id), 303)

    @cached_property
    def refused(self) -> Mapping[str, Problem]:
        """The steps whose choice can't be kept, each with its reason."""
        without = (one for one in self.steps if self._has_words_without_a_place(one))
        return {**{one.said.id: NO_PLACE for one in without}, **self.choice.refused}

    def _has_words_without_a_place(self, step: Wording) -> bool:
        """Whether shorter words were typed, and something else chosen: they would be lost."""
        ref, kept = step.said.id, step.said.fields.values.get("page_one")
        own = " ".join(self.typed.get(f"words.{ref}", "").split())
        return bool(own) and own != kept and self.typed.get(f"choice.{ref}") != OWN

    def _refusals(self) -> tuple[Problem, ...]:
        return tuple(
            Problem(f"words.{ref}", problem.wrong, problem.remedy)
            for ref, problem in self.refused.items()
        )

    def _changed(self, key: str) -> Iterator[tuple[str, Json]]:
        for step in self.steps:
            ref, chosen = step.said.id, self.asked[step.said.id]
            number = self.typed.get(f"number.{ref}", "")
            if chosen == (step.said.fields.values.get("page_one") or None):
                continue
            document = document_of(step.change)
            own = {"key": f"page-one:{key}:{ref}", "based_on": int(number or -1)}
            yield ref, document | own | {"fields": document["fields"] | {"page_one": chosen}}

    def page(self, problems: tuple[Problem, ...] = (), *, looks: bool = False) -> str:
        """Every step with its choice, and page 1 as the paper will show it."""
        return frame.drawn(
            "page_one.html",
            self.opened,
            "page_one",
            problems=problems,
            steps=[self._row(one) for one in self.steps],
            most=MOST_LINES,
            key=new_key(),
            looks=looks,
            is_refused=bool(self.choice.refused),
            preview=preview(self.choice.draft, practice=self.opened.kept.practice),
        )

    def _row(self, step: Wording) -> dict[str, Any]:
        ref, chosen = step.said.id, self.asked[step.said.id]
        problem = self.refused.get(ref)
        typed = self.typed.get(f"words.{ref}")
        own = typed if typed is not None else chosen if isinstance(chosen, str) else ""
        typed_choice = self.typed.get(f"choice.{ref}")
        stands = OWN if isinstance(chosen, str) else YES if chosen else NO
        return {
            "ref": ref,
            "words": step.said.words,
            "lang": step.said.lang,
            "number": step.number,
            "who": self.names_of(step),
            "chosen": typed_choice if typed_choice in (OWN, YES, NO) else stands,
            "own": own,
            "problem": problem,
        }

    def names_of(self, step: Wording) -> str:
        """Who does that step, by the names for everyday."""
        people = (self.opened.people.find(one) for one in step.said.fields.ids("who"))
        return " and ".join(one.short_name for one in people if one)
