"""One small form for a line, or for one part of it: a step's day, who rings first, an answer.

Every save goes the one way (`leading.lines.saving.keep`). A refused form comes back whole.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from facilitator.agreeing import asking, stops
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.frame import drawn
from facilitator.agreeing.keeping import keep
from facilitator.agreeing.line_asks import HEADINGS, Part, parts_of
from facilitator.agreeing.line_form import ASK_THEM, Form
from facilitator.agreeing.opening import Opened, open_for_user
from facilitator.contributions import Wording
from facilitator.database import reading
from facilitator.leading.lines import saving
from facilitator.leading.lines.line_json import REF, new_key, new_ref
from facilitator.leading.mending.fields import one
from facilitator.pages import flash

STEPS = "steps"
Page = str | tuple[str, int] | Response


@agreeing.route("/meetings/<uuid:meeting_id>/agree/new/<kind>", methods=["GET", "POST"])
def add_line(meeting_id: UUID, kind: str) -> Page:
    """A new line of that kind, for the stop that `stop` names."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    parts = parts_of(kind) or abort(404)
    return _answer(_LinePage(opened, parts))


@agreeing.route("/meetings/<uuid:meeting_id>/agree/lines/<ref>/<part>", methods=["GET", "POST"])
def change_line(meeting_id: UUID, ref: str, part: str) -> Page:
    """A line that is there: one part of it, or `all` that its stop asks."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    kept = opened.find(ref) or abort(404)
    if kept.change.taken_back:
        abort(404)
    parts = parts_of(kept.said.kind, "" if part == "all" else part) or abort(404)
    return _answer(_LinePage(opened, parts, kept))


@dataclass(frozen=True)
class _LinePage:
    """One line on its small form: a new one, or one that is kept."""

    opened: Opened
    parts: tuple[Part, ...]
    kept: Wording | None = None

    @property
    def stop(self) -> str:
        """The stop that it belongs to."""
        asked = request.values.get("stop", STEPS)
        return asked if asked in stops.BY_KEY else STEPS

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.parts[0].kind.key

    @property
    def about(self) -> str:
        """The line that a new one is about, "" for none."""
        ref = request.values.get("about", "")
        may = self.kept is None and any(one.key == "about" for one in self.parts[0].kind.fields)
        return ref if may and self.opened.find(ref) else ""

    def form(self) -> Form:
        """The form as it was sent, or as the line fills it."""
        sent = {name: tuple(request.form.getlist(name)) for name in request.form}
        prompt = asking.prompt_for(self.opened.agenda, self.stop, self.kind)
        return Form(self.parts, self.kept, sent, prompt, self.about)

    def way_back(self, ref: str) -> str:
        """Where the form leads when it is kept, or left."""
        if self.stop == STEPS and self.kind == "action" and ref:
            return url_for("agreeing.step", meeting_id=self.opened.id, ref=ref)
        if about := self.about or _about(self.kept):
            return url_for("agreeing.what_helps", meeting_id=self.opened.id, ref=about)
        endpoint = stops.BY_KEY[self.stop].endpoint
        anchor = f"line-{ref}" if ref else None
        return url_for(endpoint, meeting_id=self.opened.id, _anchor=anchor)


def _answer(page: _LinePage) -> Page:
    form = page.form()
    if request.method == "GET":
        return _drawn(page, form)
    if form.changes_nothing:
        return redirect(page.way_back(page.kept.said.id if page.kept else ""), 303)
    if form.needs_yes:
        return _drawn(page, form, problems=(ASK_THEM,)), saving.Refused.status
    ref = page.kept.said.id if page.kept else one(form.sent, "ref")
    if not REF.fullmatch(ref):
        abort(400)
    answer = keep(page.opened.id, ref, form.document)
    if isinstance(answer, saving.Kept):
        flash.success("Your words are saved." if page.kept is None else "The change is saved.")
        return redirect(page.way_back(ref), 303)
    if isinstance(answer, saving.Clashed):
        clashing = Form(page.parts, answer.kept, form.sent, None, is_clash=True)
        return _drawn(page, clashing, clash=answer.kept), answer.status
    return _drawn(page, form, problems=answer.problems), answer.status


def _drawn(page: _LinePage, form: Form, **more: Any) -> str:
    opened, ref = page.opened, page.kept.said.id if page.kept else ""
    is_one = len(page.parts) == 1 and page.kept is not None
    return drawn(
        "line.html",
        opened,
        page.stop,
        **{
            "heading": page.parts[0].title if is_one else HEADINGS[page.kind],
            "form": form,
            "boxes": form.boxes(opened),
            "whose_yes": form.whose_yes(opened),
            "ref": ref or one(form.sent, "ref") or new_ref(),
            "fresh_key": new_key(),
            "keep_name": f"{ref or 'new'}:{page.kind}:{page.about}:{page.parts[0].key}",
            "sends_to": _sends_to(page, form),
            "about": page.opened.find(page.about),
            "said": page.kept.said if page.kept else None,
            "says_words": is_one and not page.parts[0].is_theirs,
            "way_back": page.way_back(ref),
            "asks": asking.could_ask(opened.agenda, opened.people, page.stop),
            **more,
        },
    )


def _about(kept: Wording | None) -> str:
    """The worry, need or bottom line that something still to sort out is about."""
    return (
        next(iter(kept.said.fields.ids("about")), "")
        if kept and kept.said.kind == "unknown"
        else ""
    )


def _sends_to(page: _LinePage, form: Form) -> str:
    """Where the form goes: to the line that is there by now, though it was sent as a new one."""
    if form.kept is None:
        return url_for("agreeing.add_line", meeting_id=page.opened.id, kind=page.kind)
    part = page.parts[0].key if page.kept and len(page.parts) == 1 else "all"
    ref = form.kept.said.id
    return url_for("agreeing.change_line", meeting_id=page.opened.id, ref=ref, part=part)
