"""Taking other words for what was found, with one touch, and keeping the words with a reason."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, current_app, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import now, user
from facilitator.contributions import store as contributions
from facilitator.database import reading
from facilitator.leading import opening
from facilitator.leading.blueprint import leading
from facilitator.leading.breather.reads.listing import Spot, find_spot
from facilitator.leading.lines import saving
from facilitator.leading.lines.line_json import document_of, new_key
from facilitator.leading.opening import Opened
from facilitator.pages import flash
from facilitator.pages.drafts import draft_key
from facilitator.pages.word_lists import lists_here
from facilitator.plans.family_words import KEPT
from facilitator.plans.wording_found import WORDS, language_of
from facilitator.refusals import Problem

UNFIT = 422
GONE = 409
BREATHER = "breather"
BACK = {BREATHER: "leading.breather", "agree": "agreeing.wording"}
_KEY = re.compile(r"[0-9a-f]{32}")
_NO_REASON = Problem("reason", "The reason is missing.", "Write in a few words why this stays.")
_NOT_THERE = "That line says something else by now. Look at it as it stands."
Page = str | tuple[str, int] | Response


@dataclass(frozen=True)
class _Asked:
    """What a form of the list is about: one place in one wording of one line."""

    opened: Opened
    spot: Spot | None
    document: dict[str, Any]
    back: str

    @classmethod
    def load(cls, meeting_id: UUID, ref: str, sent: MultiDict[str, str]) -> "_Asked":
        with reading() as session:
            opened = opening.open_for(session, meeting_id, user()) or abort(404)
            wordings = contributions.wordings(session, meeting_id, ref) or abort(404)
        number = sent.get("number", 0, type=int)
        wording = next((one for one in wordings if one.number == number), wordings[-1])
        place = (sent.get("part", ""), sent.get("at", -1, type=int), sent.get("end", -1, type=int))
        reads = (lists_here(), language_of(opened.kept.meeting))
        spot = find_spot(wording, opened.people, opened.said, place, reads)
        back = sent.get("back", "")
        return cls(opened, spot, document_of(wording.change), back if back in BACK else BREATHER)

    @property
    def way_back(self) -> str:
        where = url_for(BACK[self.back], meeting_id=self.opened.kept.id)
        return f"{where}#how-it-reads"


@leading.post("/meetings/<uuid:meeting_id>/lines/<ref>/other-words")
def take_wording(meeting_id: UUID, ref: str) -> Page:
    """Put the words that are offered in place of those that were found; the same press is one."""
    asked = _Asked.load(meeting_id, ref, request.form)
    spot = asked.spot
    if spot is None or not spot.may_be_taken:
        flash.notice(_NOT_THERE)
        return redirect(asked.way_back, 303)
    document = _with(asked.document, spot.found.part, spot.after)
    document |= {"key": request.form.get("key", ""), "based_on": spot.number}
    answer = saving.keep(meeting_id, user(), ref, document, now()) or abort(404)
    if isinstance(answer, saving.Kept):
        flash.success(f"Now it says: “{spot.finding.ready}”. The words before are kept too.")
        return redirect(asked.way_back, 303)
    if isinstance(answer, saving.Clashed):
        page = render_template(
            "leading/how_it_reads_clash.html",
            opened=asked.opened,
            kept=answer.kept.said,
            text=spot.after,
            way_back=asked.way_back,
        )
        return page, answer.status
    flash.error(" ".join(f"{one.wrong} {one.remedy}" for one in answer.problems))
    return redirect(asked.way_back, 303)


@leading.route("/meetings/<uuid:meeting_id>/lines/<ref>/words-that-stay", methods=["GET", "POST"])
def keep_wording(meeting_id: UUID, ref: str) -> Page:
    """The question why these words stay; its answer is kept, and goes out with the record."""
    asked = _Asked.load(meeting_id, ref, request.values)
    if asked.spot is None:
        flash.notice(_NOT_THERE)
        return redirect(asked.way_back, 303)
    if request.method == "GET":
        return _reason_page(asked, asked.spot)
    reason, key = request.form.get("reason", "").strip(), request.form.get("key", "")
    if not _KEY.fullmatch(key):
        abort(400)
    if not reason:
        return _reason_page(asked, asked.spot, problems=(_NO_REASON,)), UNFIT
    document = {
        "key": key,
        "based_on": 0,
        "kind": KEPT,
        "words": reason,
        "fields": {"about": [ref], "kept": asked.spot.finding.words},
    }
    answer = saving.keep(meeting_id, user(), f"k{key[:16]}", document, now()) or abort(404)
    if isinstance(answer, saving.Kept):
        flash.success("These words stay. Your reason is kept with the plan.")
        return redirect(asked.way_back, 303)
    if isinstance(answer, saving.Clashed):  # That form was sent before, with another reason.
        abort(GONE)
    return _reason_page(asked, asked.spot, problems=answer.problems), answer.status


def _reason_page(asked: _Asked, spot: Spot, problems: tuple[Problem, ...] = ()) -> str:
    return render_template(
        "leading/words_that_stay.html",
        opened=asked.opened,
        spot=spot,
        problems=problems,
        reason=request.form.get("reason", ""),
        back=asked.back,
        way_back=asked.way_back,
        fresh_key=new_key(),
        draft_key=draft_key(str(current_app.secret_key), user().id, str(asked.opened.kept.id)),
    )


def _with(document: dict[str, Any], part: str, text: str) -> dict[str, Any]:
    if part == WORDS:
        return document | {"words": text}
    return document | {"fields": document["fields"] | {part: text}}
