"""The page for mending a line: its words, whose they are, what kind of thing it is, all beside.

A line can be moved, given to somebody else, taken back and brought back. Every wording is kept.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import now, user
from facilitator.contributions import Wording
from facilitator.contributions import store as contributions
from facilitator.database import reading
from facilitator.kinds import KINDS, Field, Kind
from facilitator.leading import opening
from facilitator.leading.blueprint import leading
from facilitator.leading.lines import saving
from facilitator.leading.lines.line_json import document_of, new_key, new_ref
from facilitator.leading.mending import history
from facilitator.leading.mending.boxes import Box, Boxes, kinds, languages, whose_yes
from facilitator.leading.mending.childs_answer import (
    a_yes_in,
    child_who_answers,
    with_no_new_yes,
)
from facilitator.leading.mending.fields import Json, Typed, name_of, one
from facilitator.leading.mending.form import (
    document_from,
    lost,
    moved,
    touches_exact_words,
    typed_of,
)
from facilitator.leading.opening import Opened
from facilitator.pages import flash
from facilitator.pages.drafts import draft_key
from facilitator.people import Person
from facilitator.refusals import Problem

UNFIT = 422
BACK = {
    "lead": "Back to the meeting",
    "breather": "Back to the breather",
    "agree": "Back to how it reads",
}
_LISTS = {"breather": "leading.breather", "agree": "agreeing.wording"}
ASK_THEM = Problem(
    "",
    "These are somebody's exact words. They are changed only with the family's yes.",
    "Ask them, and write down who said yes. Or leave the words as they are.",
)
Page = str | tuple[str, int] | Response


@leading.route("/meetings/<uuid:meeting_id>/lines/<ref>/mend", methods=["GET", "POST"])
def mend(meeting_id: UUID, ref: str) -> Page:
    """The form for one line with every wording that it had; what it sends is a further wording."""
    with reading() as session:
        opened = opening.open_for(session, meeting_id, user()) or abort(404)
        wordings = contributions.wordings(session, meeting_id, ref) or abort(404)
    mending = _Mending(opened, wordings)
    return mending.sent() if request.method == "POST" else mending.page(typed_of(mending.base))


@dataclass(frozen=True)
class _Mending:
    """One line that is being mended, with every wording that it had."""

    opened: Opened
    wordings: tuple[Wording, ...]

    @property
    def kept(self) -> Wording:
        return self.wordings[-1]

    @property
    def base(self) -> Json:
        return document_of(self.kept.change)

    def sent(self) -> Page:
        typed = {name: tuple(request.form.getlist(name)) for name in request.form}
        old = KINDS.get(one(typed, "shown_kind"), self.kept.said.row)
        new = KINDS.get(one(typed, "kind"), old)
        gone: tuple[Field, ...] = ()
        if new != old:
            gone = lost(typed, old, new)
            typed = moved(typed, old, new)
        if self._child(typed) and one(typed, "by") != one(typed, "shown_by"):
            gone += a_yes_in(typed, new)
        if gone or (new != old and one(typed, "do") == "kind"):
            return self.page(typed, gone=gone)
        return self._keep(typed)

    def _kind(self, typed: Typed) -> Kind:
        return KINDS.get(one(typed, "kind"), self.kept.said.row)

    def _child(self, typed: Typed) -> Person | None:
        """The child whose answer to the plan the boxes hold."""
        return child_who_answers(self._kind(typed).key, one(typed, "by"), self.opened.people)

    def _keep(self, typed: Typed) -> Page:
        document = self._document(typed)
        if touches_exact_words(self.kept, document) and not one(typed, "yes_by"):
            return self.page(typed, problems=(ASK_THEM,), asks_for_yes=True), UNFIT
        ref, both = self.kept.said.id, one(typed, "do") == "both"
        ref = one(typed, "other_ref") if both else ref
        answer = saving.keep(self.opened.kept.id, user(), ref, document, now())
        if answer is None:
            abort(404)
        if isinstance(answer, saving.Kept):
            return self._done(typed)
        if isinstance(answer, saving.Clashed):
            return self.page(typed, clash=answer), answer.status
        asks = any(problem.place == ref for problem in answer.problems)
        return self.page(typed, problems=answer.problems, asks_for_yes=asks), answer.status

    def _document(self, typed: Typed) -> Json:
        what, by = one(typed, "do"), one(typed, "yes_by")
        boxes = with_no_new_yes(typed, self._kind(typed), self.base, self.opened.people)
        document = document_from(boxes, self.base)
        if what in ("take_back", "bring_back", "both"):
            document["taken_back"] = what == "take_back"
        number = one(typed, "based_on")
        document |= {
            "key": one(typed, "key"),
            "based_on": int(number) if number.isascii() and number.isdigit() else -1,
            "family_yes": {"by": by, "how": one(typed, "yes_how").strip()} if by else None,
        }
        if what == "both":
            own = {"key": f"clash.{self.kept.said.id}.{document['key']}", "based_on": 0}
            document |= own | {"family_yes": None}
        return document

    def _done(self, typed: Typed) -> Response:
        said = {
            "take_back": "The line was taken back. It can be brought back at any time.",
            "bring_back": "The line was brought back.",
            "both": "Both lines are kept.",
        }
        flash.success(said.get(one(typed, "do"), "The line was mended."))
        return redirect(self._way_back(one(typed, "back")), 303)

    def _way_back(self, back: str) -> str:
        return url_for(_LISTS.get(back, "leading.lead"), meeting_id=self.opened.kept.id)

    def page(self, typed: Typed, **told: Any) -> str:
        """The form with that in its boxes, and what there is to tell."""
        kind = self._kind(typed)
        boxes = Boxes(self.opened.people, self.opened.said, typed, self.kept.said.id)
        fields, clash = boxes.of(kind), told.get("clash")
        way = one(typed, "back") or request.args.get("back", "")
        return render_template(
            "leading/mend.html",
            opened=self.opened,
            kept=clash.kept if clash else self.kept,
            kind=kind,
            child=self._child(typed),
            typed=typed,
            one=lambda name: one(typed, name),
            speaker=boxes.somebody("by", _speaker_label(kind)),
            kinds=kinds(boxes, kind.key),
            languages=languages(boxes),
            fields=fields,
            unseen=_unseen(typed, fields, kind),
            whose_yes=whose_yes(boxes, self.kept.said.by),
            past=history.told(self.wordings, self.opened.people, self.opened.kept.meeting.zone),
            fresh_key=new_key(),
            draft_key=draft_key(str(current_app.secret_key), user().id, str(self.opened.kept.id)),
            other_ref=one(typed, "other_ref") or new_ref(),
            back=way if way in BACK else "lead",
            way_back=self._way_back(way),
            back_words=BACK.get(way, BACK["lead"]),
            **told,
        )


def _speaker_label(kind: Kind) -> str:
    return "Who said it?" if kind.who == "by" else "Who said that this should be so?"


def _unseen(typed: Typed, fields: tuple[Box, ...], kind: Kind) -> tuple[tuple[str, str], ...]:
    """What was typed for another kind: it travels along, in case the line is moved back.

    What its own kind has a box for, but not for this speaker, does not: it would be said for them.
    """
    shown = {box.name for box in fields} | {name_of(field) for field in kind.fields}
    held = ((name, values) for name, values in typed.items() if "." in name and name not in shown)
    return tuple((name, value) for name, values in held for value in values)
