"""The letter's pages for whoever writes it, and for supervisors who may read it once it is sent."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Response, abort, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator.accounts.sessions import now, user
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.letters import language, opening, store
from facilitator.auditing.letters.letter import Letter, problems
from facilitator.auditing.letters.opening import Desk
from facilitator.auditing.letters.told import lines_to_quote
from facilitator.auditing.letters.writing.forms import LetterForm
from facilitator.auditing.rubric_here import rubric_here
from facilitator.audits.look import Look
from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.feedback import Factor
from facilitator.pages import flash
from facilitator.pages.answering import as_json
from facilitator.pages.word_lists import lists_here
from facilitator.plans.wording_found import offer_of
from facilitator.preparing.fields import LONGEST_WORDS
from facilitator.preparing.keeping import CONFLICT, NOT_YET, Difference, differences
from facilitator.refusals import Problem, Refusal
from facilitator.strict.text import load_json

Page = str | AnyResponse | tuple[str, int]
Clash = tuple[Difference, ...]
_LONGEST_SHOWN = 110
_LOW = (0, 1)
_UNFIT = Problem("", "This is no text of a letter.", "Send an object with the kind and its text.")


@auditing.route("/looks/<uuid:look_id>/letter", methods=["GET", "POST"])
def letter(look_id: UUID) -> Page:
    """The letter's form, the letter as it will be read, and the sent letter with its reply."""
    with reading() as session:
        found = opening.find_to_write(session, look_id, user())
        read = opening.find_to_read(session, look_id, user())
    if read and (found is None or read.letter.is_sent):
        return _reply_read(look_id) if _does("read") else _sent(read)
    if found is None:
        abort(404)
    look, desk = found
    if request.method == "POST":
        return _send(look, desk) if _does("send") else _keep(look, desk)
    if "read" in request.args and desk.letter.revision:
        return _preview(desk)
    return _form_page(look, desk, _form(desk).fill(desk.letter))


@auditing.post("/looks/<uuid:look_id>/letter/how-it-reads")
def letter_reads(look_id: UUID) -> Response | tuple[Response, int]:
    """What is found in words that are being typed. Nothing is kept anywhere."""
    with reading() as session:
        found = opening.find_to_write(session, look_id, user())
    if found is None:
        abort(404)
    try:
        text = _typed(load_json(request.get_data(), "the text"))
    except Refusal as refusal:
        return jsonify(as_json(*refusal.problems)), NOT_YET
    names = language.names_in(found[1].plan, found[1].mask)
    told = [
        {"level": one.level.value, "words": one.words, "offer": offer_of(one), "why": one.why}
        for one in language.found_in(text, "", names, lists_here())
    ]
    return jsonify({"findings": told})


def _typed(document: object) -> str:
    text = document.get("text") if isinstance(document, dict) else None
    if not isinstance(text, str) or len(text) > LONGEST_WORDS:
        raise Refusal(_UNFIT)
    return text


def _does(what: str) -> bool:
    return request.form.get("do") == what


def _keep(look: Look, desk: Desk) -> Page:
    form = _form(desk)
    if not form.validate():
        return _form_page(look, desk, form), NOT_YET
    asked = _asked(desk.letter, form)
    try:
        with keeping() as session:
            kept = store.keep(session, asked, at=now())
    except (NotKept, Refusal) as trouble:
        return _not_kept(look, desk, form, trouble)
    if kept is None:
        return _clash(look, desk, form)
    if _does("look"):
        return redirect(_here(look, read=1), 303)
    flash.success("Your draft is kept. Nobody else sees it.")
    return redirect(_here(look), 303)


def _send(look: Look, desk: Desk) -> Page:
    wrong = problems(desk.letter, has_stops=language.has_stops(_findings(desk)))
    if wrong:
        form = _form(desk, is_sent=False).fill(desk.letter)
        return _form_page(look, desk, form, problems_=wrong), NOT_YET
    if request.form.get("revision") != str(desk.letter.revision):
        flash.notice("This letter has changed since you looked at it. Look again, then send it.")
        return redirect(_here(look, read=1), 303)
    try:
        with keeping() as session:
            is_sent = store.send(session, look.id, desk.letter.revision, at=now())
    except NotKept as trouble:
        raise Refusal(trouble.problem) from trouble
    if is_sent:
        flash.success("Your letter is sent.")
    return redirect(_here(look), 303)


def _reply_read(look_id: UUID) -> AnyResponse:
    with keeping() as session:
        store.reply_read(session, look_id, at=now())
    flash.success("You have read the reply. It is off your list.")
    return redirect(url_for("auditing.letter", look_id=look_id), 303)


def _not_kept(look: Look, desk: Desk, form: LetterForm, trouble: NotKept | Refusal) -> Page:
    told, status = (
        ((trouble.problem,), trouble.status)
        if isinstance(trouble, NotKept)
        else (trouble.problems, CONFLICT)
    )
    return _form_page(look, desk, form, problems_=told), status


def _clash(look: Look, desk: Desk, form: LetterForm) -> Page:
    """Another tab was quicker: both are shown, and the form stays full."""
    before = _form(desk, is_sent=False).fill(desk.letter)
    both = differences(before, form)
    form.revision.data = str(desk.letter.revision)
    return _form_page(look, desk, form, clash=both), CONFLICT


def _asked(before: Letter, form: LetterForm) -> Letter:
    return replace(
        before,
        strengths=form.strengths,
        questions=form.questions,
        step=form.shared_step,
        why_words_stay=form.why_words_stay.data or "",
        revision=form.based_on,
    )


def _form(desk: Desk, *, is_sent: bool = True) -> LetterForm:
    form = LetterForm() if is_sent else LetterForm(formdata=None)
    return form.offer(
        (one.id, f"{one.row.word.capitalize()}: {_short(desk.mask.text(one.words))}")
        for one in lines_to_quote(desk.plan)
    )


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return (
        plain if len(plain) <= _LONGEST_SHOWN else f"{plain[:_LONGEST_SHOWN].rsplit(' ', 1)[0]} …"
    )


def _findings(desk: Desk) -> tuple[language.Findings, ...]:
    return language.findings(desk.letter, language.names_in(desk.plan, desk.mask), lists_here())


def _starts(look: Look) -> tuple[str, ...]:
    """What the rubric asks where this look found little: a place to begin, never a question yet."""
    low = {one.criterion for one in look.answers if one.rating in _LOW}
    return tuple(one.asks for one in rubric_here().criteria if one.id in low)


def _form_page(
    look: Look,
    desk: Desk,
    form: LetterForm,
    *,
    problems_: tuple[Problem, ...] = (),
    clash: Clash = (),
) -> str:
    for one in problems_:
        words = f"{one.wrong} {one.remedy}"
        if one.place in form:
            form[one.place].errors = [*form[one.place].errors, words]
        else:
            form.form_errors = [*form.form_errors, words]
    return render_template(
        "auditing/letter_write.html",
        look=look,
        desk=desk,
        form=form,
        clash=clash,
        starts=_starts(look),
        found={one.place: one.found for one in _findings(desk)},
        offer_of=offer_of,
        factors=Factor,
        shown=desk.mask.text,
    )


def _preview(desk: Desk) -> str:
    found = _findings(desk)
    return render_template(
        "auditing/letter_preview.html",
        desk=desk,
        told=desk.masked,
        found=found,
        problems=problems(desk.letter, has_stops=language.has_stops(found)),
        offer_of=offer_of,
        factors=Factor,
        shown=desk.mask.text,
    )


def _sent(desk: Desk) -> Page:
    """The sent letter; what a late tab wrote is given back, and is no part of it."""
    late = _written() if _does("save") or _does("look") else ()
    drawn = render_template(
        "auditing/letter_sent.html",
        desk=desk,
        told=desk.masked,
        late=late,
        factors=Factor,
        shown=desk.mask.text,
    )
    return (drawn, CONFLICT) if late else drawn


def _written() -> tuple[str, ...]:
    boxes = (one for one in LetterForm() if one.type in ("TextAreaField", "StringField"))
    return tuple(one.data for one in boxes if one.data)


def _here(look: Look, **more: Any) -> str:
    return url_for("auditing.letter", look_id=look.id, **more)
