"""One look: it begins, each answer is kept by itself, and it becomes as full as it should be."""

from typing import Any
from uuid import UUID

from flask import Response, abort, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator import days
from facilitator.accounts.sessions import now, user
from facilitator.auditing import door, store
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.filing.closing import file_look
from facilitator.auditing.filing.views import drawn as filed_page
from facilitator.auditing.looking import beginning
from facilitator.auditing.looking.keeping import Outcome, keep, keep_all, with_answers
from facilitator.auditing.looking.opened import OpenedLook, opened_look
from facilitator.auditing.looking.questions import questions
from facilitator.auditing.looking.typed import from_form, from_json
from facilitator.auditing.opening import open_plan
from facilitator.auditing.pairs.calibration import is_calibrated
from facilitator.auditing.plan_shown import drawn as paper_of
from facilitator.auditing.rubric_here import rubric_here
from facilitator.auditing.sampling.store import standing_of
from facilitator.audits.look import Answer, Depth, Look, asked
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.pages.answering import as_json
from facilitator.refusals import Problem, Refusal
from facilitator.strict.text import load_json

CLASH = 409
UNFIT = 422
Page = str | Response | AnyResponse | tuple[str, int]
Json = tuple[Response, int]
Outcomes = tuple[Outcome, ...]


@auditing.post("/plans/<uuid:meeting_id>/look")
def begin(meeting_id: UUID) -> AnyResponse:
    """Begin a look at the version that was sampled, else at the newest one."""
    depth = Depth.FULL if request.form.get("depth") == Depth.FULL else Depth.FIRST_LOOK
    with keeping() as session:
        if door.find_plan(session, meeting_id, user()) is None:
            abort(404)
        standing = standing_of(session, meeting_id)
        version = standing.version if standing else None
        plan = open_plan(session, meeting_id, rubric_here(), version) or abort(404)
        by_chance = standing is not None and standing.by_chance
        look_ = beginning.begin(session, user(), plan, depth=depth, by_chance=by_chance, at=now())
    return redirect(url_for("auditing.look", look_id=look_.id), 303)


@auditing.get("/looks/<uuid:look_id>")
def look(look_id: UUID) -> str:
    """The plan beside the questions; once it is filed, the suggestions beside the ratings."""
    with reading() as session:
        own = door.find_look(session, look_id, user())
        if own is None or own.is_filed:
            return filed_page(session, look_id)
        return drawn(opened(session, own))


def opened(session: Session, look_: Look) -> OpenedLook:
    """That look with its plan; not found where there is none."""
    return opened_look(session, look_, rubric_here()) or abort(404)


def drawn(
    here: OpenedLook, outcomes: Outcomes = (), problems: tuple[Problem, ...] = (), **more: Any
) -> str:
    """The page of an open look. Nothing of the machine is in it."""
    told = {one.asked.criterion: one for one in outcomes}
    several = questions(here.look, here.criteria, told)
    return render_template(
        "auditing/look.html",
        look=here.look,
        plan=here.plan.agreed.plan,
        agreed_on=days.day(here.plan.agreed.plan.agreed_on),
        paper=paper_of(here.plan),
        questions=several,
        still_open=here.look.open(one.id for one in here.criteria),
        places={one.criterion.id: one.place for one in several},
        problems=problems,
        left_out=here.rubric.left_out if here.look.depth is Depth.FULL else (),
        whole=len(here.rubric.criteria),
        **more,
    )


@auditing.put("/looks/<uuid:look_id>/answers/<path:criterion>")
def keep_answer(look_id: UUID, criterion: str) -> Json:
    """Keep one answer from the page's script; both texts where another tab was quicker."""
    try:
        with keeping() as session:
            own = _own(session, look_id)
            if criterion not in {one.id for one in asked(own.depth, rubric_here())}:
                abort(404)
            typed, key = from_json(criterion, load_json(request.get_data(), "the answer"))
            outcome = keep(session, own, typed, at=now())
    except Refusal as refusal:
        return jsonify(as_json(*refusal.problems)), UNFIT
    except NotKept as trouble:
        return jsonify(as_json(trouble.problem)), trouble.status
    if outcome.problems:
        return jsonify(as_json(*outcome.problems)), UNFIT
    if outcome.clashes:
        return jsonify({"clash": {"kept": _as_json(outcome.kept)}}), CLASH
    # The page's way to the server is that of the lines of a meeting, and so are these names.
    return jsonify({"line": {**_as_json(outcome.kept), "key": key}, "key": key}), 200


@auditing.post("/looks/<uuid:look_id>")
def keep_answers(look_id: UUID) -> Page:
    """Keep all that a form says, without any script."""
    return sent(look_id, lambda *_: flash.success("What you said is kept. It is not filed yet."))


@auditing.post("/looks/<uuid:look_id>/full")
def make_full(look_id: UUID) -> Page:
    """Ask all of the rubric from now on; what was said stays."""
    return sent(look_id, lambda session, here: store.make_full(session, here.look.id))


@auditing.post("/looks/<uuid:look_id>/file")
def file(look_id: UUID) -> Page:
    """Keep all that a form says, and file the look where nothing is open."""
    return sent(look_id, _file)


def _file(session: Session, here: OpenedLook) -> None:
    file_look(session, here, counts=is_calibrated(session, user().id), at=now())
    flash.success("Your look is filed. Now you see what the machine suggests.")


def sent(look_id: UUID, then: Any) -> Page:
    """Keep a form, then do that with it: the next page, or this one with all that was typed.

    ``then(session, here)`` works in the same breath; the Refusal that it raises undoes nothing of
    what was kept, and its problems are told, each at the criterion that is its place.
    """
    refused: tuple[Problem, ...] = ()
    try:
        with keeping() as session:
            here = opened(session, _own(session, look_id))
            typed = from_form(request.form, [one.id for one in here.criteria])
            outcomes = keep_all(session, here.look, typed, at=now())
            here = OpenedLook(with_answers(here.look, outcomes), here.plan)
            if all(one.is_kept for one in outcomes):
                try:
                    then(session, here)
                except Refusal as refusal:
                    refused = refusal.problems
    except NotKept as trouble:
        return _nothing_kept(look_id, trouble)
    if refused or not all(one.is_kept for one in outcomes):
        status = CLASH if any(one.clashes for one in outcomes) else UNFIT
        return drawn(here, outcomes, (*_told(outcomes), *refused)), status
    return redirect(url_for("auditing.look", look_id=look_id), 303)


def _own(session: Session, look_id: UUID) -> Look:
    """A look of whoever is signed in; not found for everybody else. Refusal where it is filed."""
    own = door.find_look(session, look_id, user()) or abort(404)
    if own.is_filed:
        raise Refusal.because("This look is filed, so it stays as it is.", "Add a remark to it.")
    return own


def _told(outcomes: Outcomes) -> tuple[Problem, ...]:
    both = Problem("", "Something else was kept meanwhile, in another tab.", "Look at both.")
    clashes = (
        Problem(one.asked.criterion, both.wrong, both.remedy) for one in outcomes if one.clashes
    )
    return (*(problem for one in outcomes for problem in one.problems), *clashes)


def _nothing_kept(look_id: UUID, trouble: NotKept) -> tuple[str, int]:
    """The form as it was sent, and why nothing of it is kept."""
    with reading() as session:
        here = opened(session, _own(session, look_id))
    typed = from_form(request.form, [one.id for one in here.criteria])
    outcomes = tuple(
        Outcome(here.look.answer(one.answer.criterion), one.answer, (trouble.problem,))
        for one in typed
        if one.is_touched
    )
    return drawn(here, outcomes, (trouble.problem,)), trouble.status


def _as_json(answer: Answer) -> dict[str, Any]:
    rating = "" if answer.rating is None else str(answer.rating)
    return {"rating": rating, "words": answer.words, "number": answer.revision}
