"""The screen for leading, and its forms, which do everything without a script too."""

from dataclasses import dataclass
from uuid import UUID

from flask import abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts.sessions import now, user
from facilitator.database import reading
from facilitator.leading import opening
from facilitator.leading.blueprint import leading
from facilitator.leading.lines import line_form, saving
from facilitator.leading.lines.line_json import new_key, new_own, new_ref
from facilitator.leading.lines.saving import Clashed, Failed, Kept, Refused
from facilitator.leading.opening import Opened, Underway
from facilitator.leading.room_screen.cannot_see import cannot_see
from facilitator.leading.screen.drawing import Drawing
from facilitator.leading.screen.screen import screen_of
from facilitator.leading.walking import keeping
from facilitator.practice import script
from facilitator.refusals import Problem, Refusal
from facilitator.walk import What


@dataclass(frozen=True)
class Typed:
    """What somebody typed into the line box, to be given back word for word."""

    words: str
    by: tuple[str, ...]
    kind: str
    exact: bool
    prompt: str
    ref: str
    key: str
    based_on: str
    offer: str


@leading.get("/meetings/<uuid:meeting_id>/lead")
def lead(meeting_id: UUID) -> str:
    """The screen: one question, the line box, the people, and where we are."""
    return _page(_load(meeting_id))


@leading.post("/meetings/<uuid:meeting_id>/lines")
def say(meeting_id: UUID) -> Response | tuple[str, int]:
    """Keep the line in the box. Refused, it comes back with every word."""
    try:
        opened = _load(meeting_id)
    except Refusal as refusal:
        private = Failed(saving.PRIVATE_TIME, refusal.problems)
        return _not_kept(meeting_id, private), private.status
    offer = script.find_offer(opened.kept, request.form.get("offer", ""))
    document = line_form.document(
        request.form.to_dict(), request.form.getlist("by"), opened.agenda, offer
    )
    ref = request.form.get("ref") or new_ref()
    answer = saving.keep(meeting_id, user(), ref, document, now())
    if answer is None:
        abort(404)
    if isinstance(answer, Kept):
        return redirect(url_for("leading.lead", meeting_id=meeting_id, _anchor="line-box"), 303)
    return _given_back(opened, answer)


@leading.post("/meetings/<uuid:meeting_id>/walk")
def go(meeting_id: UUID) -> Response | tuple[str, int]:
    """Go to a question, or say what became of one, or who came and went."""
    typed = request.form
    key = typed.get("key") or new_key()
    what, about = typed.get("what", ""), typed.get("about", "")
    if typed.get("go"):
        what, about = What.WENT.value, typed["go"]
    if what == What.OWN_QUESTION and not about:
        about = new_own()
    document = {"what": what, "about": about, "words": typed.get("words", "")}
    outcome = keeping.keep(meeting_id, user(), key, document, now())
    if outcome is None:
        abort(404)
    if isinstance(outcome, Underway):
        return redirect(url_for("leading.lead", meeting_id=meeting_id), 303)
    if isinstance(outcome, Failed):
        return _not_kept(meeting_id, outcome), outcome.status
    return _page(_load(meeting_id), problems=outcome.problems), outcome.status


def _load(meeting_id: UUID) -> Opened:
    with reading() as session:
        return opening.open_to_lead(session, meeting_id, user()) or abort(404)


def _page(
    opened: Opened,
    *,
    typed: Typed | None = None,
    problems: tuple[Problem, ...] = (),
    clash: Clashed | None = None,
) -> str:
    screen = screen_of(opened, str(current_app.secret_key), user())
    return render_template(
        "leading/lead.html",
        screen=screen,
        typed=typed,
        problems=problems,
        clash=clash,
        day=days.day,
        drawn=Drawing(current_app.jinja_env),
        cannot_see=cannot_see(opened.people),
    )


def _given_back(opened: Opened, answer: Clashed | Refused | Failed) -> tuple[str, int]:
    if isinstance(answer, Failed):
        return _not_kept(opened.kept.id, answer), answer.status
    if isinstance(answer, Clashed):
        # Both stay: what was typed comes back as a line of its own.
        typed = _typed(ref=new_ref(), key=new_key(), based_on="0")
        return _page(opened, typed=typed, clash=answer), answer.status
    return _page(opened, typed=_typed(), problems=answer.problems), answer.status


def _typed(**changed: str) -> Typed:
    held = {
        key: request.form.get(key, "")
        for key in ("words", "kind", "prompt", "ref", "key", "based_on", "offer")
    }
    by = tuple(request.form.getlist("by"))
    return Typed(by=by, exact="exact" in request.form, **held | changed)


def _not_kept(meeting_id: UUID, answer: Failed) -> str:
    """A page that asks the database nothing, with every word on it and the way to try again."""
    held = [pair for pair in request.form.items(multi=True) if pair[0] != "csrf_token"]
    return render_template(
        "leading/not_kept.html", problems=answer.problems, held=held, meeting_id=meeting_id
    )
