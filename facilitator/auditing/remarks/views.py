"""Remarks on a filed look: somebody makes one, and somebody says what came of it."""

from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator.accounts.sessions import now, user
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.filing.views import Typed, drawn, load, not_final
from facilitator.auditing.looking.typed import LONGEST_WORDS
from facilitator.auditing.remarks import store
from facilitator.audits.remarks import Remark
from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.preparing.keeping import CONFLICT, NOT_YET
from facilitator.refusals import Problem
from facilitator.strict.text import text_problems

Page = AnyResponse | tuple[str, int]


@auditing.post("/looks/<uuid:look_id>/remarks")
def add_remark(look_id: UUID) -> Page:
    """Keep a remark on one criterion of a filed look; the same press twice is one."""
    criterion, words = request.form.get("criterion", ""), _words("words")
    box = f"remark-{criterion}"
    if problems := _problems(criterion, words, "There is no remark here yet."):
        return _again(look_id, problems, box, words), NOT_YET
    try:
        with keeping() as session:
            here = load(session, look_id)
            not_final(here)
            if criterion and criterion not in {one.id for one in here.criteria}:
                abort(404)
            remark = Remark(
                id=_key(),
                look_id=look_id,
                criterion=criterion,
                words=words,
                by=user().id,
                at=now(),
            )
            store.add(session, remark)
    except NotKept as trouble:
        return _again(look_id, (trouble.problem,), box, words), trouble.status
    flash.success("Your remark is kept.")
    return redirect(url_for("auditing.look", look_id=look_id), 303)


@auditing.post("/looks/<uuid:look_id>/remarks/<uuid:remark_id>")
def settle_remark(look_id: UUID, remark_id: UUID) -> Page:
    """Keep what came of a remark: it is settled then."""
    words, box = _words("settled"), f"settled-{remark_id}"
    with reading() as session:
        load(session, look_id)
        found = (one for one in store.of_look(session, look_id) if one.id == remark_id)
        remark = next(found, None) or abort(404)
    if problems := _problems(remark.criterion, words, "It is not said what came of it."):
        return _again(look_id, problems, box, words), NOT_YET
    try:
        with keeping() as session:
            not_final(load(session, look_id))
            kept = store.settle(session, look_id, remark_id, words=words, by=user().id, at=now())
    except NotKept as trouble:
        return _again(look_id, (trouble.problem,), box, words), trouble.status
    if not kept and remark.settled != words:
        wrong = f"Somebody settled this remark meanwhile: “{remark.settled}”"
        told = Problem(remark.criterion, wrong, "Your words stand as a new remark, not kept yet.")
        return _again(look_id, (told,), f"remark-{remark.criterion}", words), CONFLICT
    flash.success("The remark is settled.")
    return redirect(url_for("auditing.look", look_id=look_id), 303)


def _key() -> UUID:
    """The id that the page gave to this press."""
    try:
        return UUID(request.form.get("key", ""))
    except ValueError:
        abort(400)


def _words(name: str) -> str:
    return request.form.get(name, "").replace("\r\n", "\n").strip()


def _problems(criterion: str, words: str, missing: str) -> tuple[Problem, ...]:
    if not words:
        return (Problem(criterion, missing, "Write a sentence."),)
    if len(words) > LONGEST_WORDS:
        remedy = f"Use {LONGEST_WORDS:,} characters at most."
        return (Problem(criterion, "That is too long.", remedy),)
    bad = tuple(text_problems(words))
    return tuple(Problem(criterion, one.wrong, "Take that character out.") for one in bad)


def _again(look_id: UUID, problems: tuple[Problem, ...], box: str, words: str) -> str:
    """The page with what was typed in its box."""
    with reading() as session:
        return drawn(session, look_id, Typed(problems, words={box: words}))
