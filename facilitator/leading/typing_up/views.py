"""Typing up a paper day: the pages of the flip chart, row by row, from a photo beside them.

The photo stays in the browser's memory: it is never sent, and there is nothing here to take it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Response, abort, current_app, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator.accounts.sessions import now, user
from facilitator.contributions import Wording
from facilitator.database import reading
from facilitator.leading import opening
from facilitator.leading.blueprint import leading
from facilitator.leading.lines import answers, saving
from facilitator.leading.lines.line_json import document_of
from facilitator.leading.lines.saving import Kept
from facilitator.leading.opening import Opened
from facilitator.leading.screen.screen import seats_of
from facilitator.leading.typing_up.flip_pages import FIRST, FLIP_PAGES, FlipPage
from facilitator.leading.typing_up.rows import Ask, Document, Reader
from facilitator.leading.typing_up.typed_rows import Batch, kept_again, row_of
from facilitator.pages.drafts import draft_key
from facilitator.people import Role
from facilitator.refusals import Problem, Refusal
from facilitator.strict.text import load_json

OK = 200
UNFIT = 422
PAGE = "/meetings/<uuid:meeting_id>/type-up"


@leading.route(PAGE, methods=["GET", "POST"])
def type_up(meeting_id: UUID) -> str | tuple[str, int] | AnyResponse:
    """One page of the flip chart as a grid, and what is written down of it already."""
    typing = _open(meeting_id)
    return typing.sent() if request.method == "POST" else typing.page(Batch.new())


@leading.put(PAGE + "/<ref>")
def keep_row(meeting_id: UUID, ref: str) -> tuple[Response, int]:
    """Keep one row of the grid as soon as somebody leaves it; the same save twice is one."""
    try:
        typing = _open(meeting_id)
    except Refusal as refusal:
        return jsonify(answers.problems(refusal.problems)), saving.PRIVATE_TIME
    try:
        asked = load_json(request.get_data(), "the row")
    except Refusal as refusal:
        return jsonify(answers.problems(refusal.problems)), UNFIT
    return typing.keep(ref, asked)


@leading.get(PAGE + "-card")
def type_up_card(meeting_id: UUID) -> str:
    """What the projector says meanwhile. It holds no word of the meeting."""
    opened = _open(meeting_id).opened
    who = next((one.short_name for one in opened.people if one.role is Role.FACILITATOR), "")
    return render_template("leading/type_up_card.html", opened=opened, who=who or user().name)


def _open(meeting_id: UUID) -> "_Typing":
    with reading() as session:
        opened = opening.open_for(session, meeting_id, user()) or abort(404)
    asked = request.values.get("page", FIRST)
    return _Typing(opened, FLIP_PAGES.get(asked, FLIP_PAGES[FIRST]))


@dataclass(frozen=True)
class _Typing:
    """One meeting that is being typed up, at one page of its flip chart."""

    opened: Opened
    flip: FlipPage

    @property
    def reader(self) -> Reader:
        seats = {seat.key: seat.id for seat in seats_of(self.opened) if seat.key}
        return Reader(self.opened.people, self.opened.kept.meeting.held_on, seats)

    @property
    def here(self) -> str:
        return url_for("leading.type_up", meeting_id=self.opened.kept.id, page=self.flip.key)

    def keep(self, ref: str, asked: object) -> tuple[Response, int]:
        """Keep the row that a script sent."""
        flip, cells = _read(asked)
        if flip is None or cells is None or not isinstance(asked, Mapping):
            problem = Problem("", "This is no row of a flip chart.", "Open the page again.")
            return jsonify(answers.problems((problem,))), UNFIT
        line = self._line(ref)
        document = self._document(flip, cells, line)
        document |= {"key": asked.get("key"), "based_on": asked.get("based_on")}
        answer = saving.keep(self.opened.kept.id, user(), ref, document, now())
        if answer is None:
            abort(404)
        body = answers.body(answer)
        if isinstance(answer, Kept) and not answer.wording.change.taken_back:
            asks = self.reader.asks(flip, answer.wording.said)
            body |= {"asks": [_ask(one) for one in asks]}
        return jsonify(body), answer.status

    def sent(self) -> str | tuple[str, int] | AnyResponse:
        """Keep what a form sent: rows, or the answer to something that was asked about one."""
        batch = Batch.sent(request.form, self.flip)
        if ref := request.form.get("ref"):
            return self._answered(ref, batch)
        found = batch.documents(self.reader, self.flip)
        first = self._keep_all(found)
        kept = (
            kept_again(batch.mark, found, first, self._keep_all)
            if first is not None
            else abort(404)
        )
        left = [number for number, one in zip(batch.filled, kept, strict=True) if one.status != OK]
        if left:
            problems = [reason for one in kept for reason in _reasons(one)]
            status = max(one.status for one in kept)
            return _open(self.opened.kept.id).page(batch.only(left), problems), status
        return redirect(self.here, 303)

    def _answered(self, ref: str, batch: Batch) -> str | tuple[str, int] | AnyResponse:
        line = self._line(ref) or abort(404)
        document = batch.answered(self.reader, self.flip, line)
        if document is None:
            return redirect(self.here, 303)
        answer = saving.keep(self.opened.kept.id, user(), ref, document, now())
        if answer is None:
            abort(404)
        if isinstance(answer, Kept):
            return redirect(self.here, 303)
        return _open(self.opened.kept.id).page(batch, list(_reasons(answer))), answer.status

    def page(self, batch: Batch, problems: list[Problem] | None = None) -> str:
        """The grid with those rows in it."""
        kept, counted = self.opened.kept, [one.kind for one in self.opened.said]
        return render_template(
            "leading/type_up.html",
            opened=self.opened,
            flip=self.flip,
            pages=[(one, counted.count(one.kind)) for one in FLIP_PAGES.values()],
            rows=[
                row_of(one, self.flip, self.reader)
                for one in self.opened.lines
                if one.said.kind == self.flip.kind
            ],
            seats=seats_of(self.opened),
            batch=batch,
            problems=problems or [],
            draft_key=draft_key(str(current_app.secret_key), user().id, str(kept.id)),
        )

    def _keep_all(self, found: Sequence[tuple[str, Document]]) -> tuple[saving.Answer, ...] | None:
        return saving.keep_all(self.opened.kept.id, user(), found, now())

    def _line(self, ref: str) -> Wording | None:
        return next((one for one in self.opened.lines if one.said.id == ref), None)

    def _document(
        self, flip: FlipPage, cells: Mapping[str, str], line: Wording | None
    ) -> dict[str, Any]:
        base = document_of(line.change) if line else None
        document = self.reader.document(flip, cells, base)
        # A row that was emptied takes its line back; the words stay in the line's history.
        gone = (base or {"kind": flip.kind, "words": "", "fields": {}}) | {"taken_back": True}
        return document or gone


def _read(asked: object) -> tuple[FlipPage | None, dict[str, str] | None]:
    if not isinstance(asked, Mapping):
        return None, None
    cells = asked.get("cells")
    if not isinstance(cells, Mapping) or not all(isinstance(one, str) for one in cells.values()):
        return None, None
    return FLIP_PAGES.get(str(asked.get("page"))), {str(key): one for key, one in cells.items()}


def _ask(ask: Ask) -> dict[str, Any]:
    people = [{"id": one.id, "name": one.short_name} for one in ask.people]
    named = {"column": ask.column, "typed": ask.typed, "sentence": ask.sentence}
    return named | {"people": people, "day": ask.day_in_words}


def _reasons(answer: saving.Answer) -> tuple[Problem, ...]:
    if isinstance(answer, Kept):
        return ()
    if isinstance(answer, saving.Clashed):
        wrong = f"“{answer.asked.said.words}” was changed somewhere else too."
        return (Problem("", wrong, "Look at it in the list below, then mend it there."),)
    return answer.problems
