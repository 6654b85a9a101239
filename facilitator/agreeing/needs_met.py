"""What each person needed so that they can join in, and what we did: told to that person alone."""

from dataclasses import replace
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.frame import drawn
from facilitator.agreeing.opening import Opened, open_for_user
from facilitator.canonical import fingerprint
from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.leading.lines.field_json import MOST_LETTERS
from facilitator.pages import flash
from facilitator.people import Person
from facilitator.people import store as people_store
from facilitator.plans.line import Line
from facilitator.refusals import Problem
from facilitator.strict.text import text_problems

CONFLICT, NOT_YET = 409, 422
Page = str | tuple[str, int] | Response


@agreeing.get("/meetings/<uuid:meeting_id>/agree/needs")
def needs(meeting_id: UUID) -> str:
    """Each person's own needs, and what the family needs day to day."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    return _page(opened)


@agreeing.post("/meetings/<uuid:meeting_id>/agree/needs/<uuid:person_id>")
def needs_of(meeting_id: UUID, person_id: UUID) -> Page:
    """Keep what we did about what one person needed."""
    try:
        with keeping() as session:
            opened = open_for_user(session, meeting_id)
            before = _found(opened, person_id)
            asked = _asked(before)
            if problems := _unfit(asked):
                return _page(opened, asked, problems), NOT_YET
            if asked != before and request.form.get("based_on") != fingerprint(before.needs):
                return _page(opened, asked, (_QUICKER,)), CONFLICT
            people_store.save(session, meeting_id, opened.people.with_person(asked))
    except NotKept as trouble:
        with reading() as session:
            opened = open_for_user(session, meeting_id)
        asked = _asked(_found(opened, person_id))
        return _page(opened, asked, (trouble.problem,)), trouble.status
    flash.success(f"What we did for {asked.short_name} is saved.")
    anchor = f"person-{person_id}"
    return redirect(url_for("agreeing.needs", meeting_id=meeting_id, _anchor=anchor), 303)


_QUICKER = Problem(
    "",
    "This was changed while you were writing. Nothing was overwritten.",
    "Look at both, then save what is right.",
)


def _found(opened: Opened, person_id: UUID) -> Person:
    ref = next((ref for ref, row_id in opened.ids.items() if row_id == person_id), "")
    return opened.people.find(ref) or abort(404)


def _asked(person: Person) -> Person:
    """That person with what the form says that we did."""
    sent = request.form.getlist("met_by")
    if len(sent) != len(person.needs):
        abort(400)
    words = [one.replace("\r\n", "\n").strip() for one in sent]
    pairs = zip(person.needs, words, strict=True)
    return replace(person, needs=tuple(replace(need, met_by=text) for need, text in pairs))


def _unfit(asked: Person) -> tuple[Problem, ...]:
    found = [*text_problems([one.met_by for one in asked.needs])]
    if any(len(one.met_by) > MOST_LETTERS for one in asked.needs):
        found.append(Problem("", "That is too long.", f"Use {MOST_LETTERS:,} characters at most."))
    return tuple(replace(one, place="") for one in found)


def _page(opened: Opened, asked: Person | None = None, problems: tuple[Problem, ...] = ()) -> str:
    steps = [one.said for one in opened.of_kind("action")]
    meets = {
        need.said.id: [one.words for one in steps if need.said.id in Line.of(one).answers]
        for need in opened.of_kind("need")
    }
    return drawn(
        "needs.html",
        opened,
        "needs",
        people=[one for one in opened.people if one.needs],
        asked=asked,
        fingerprint=fingerprint,
        meets=meets,
        problems=problems,
    )
