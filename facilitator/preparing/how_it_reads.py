"""How words read that are being typed: asked by a script, kept nowhere, written to no log."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify, request

from facilitator.database import reading
from facilitator.pages.answering import as_json
from facilitator.pages.word_lists import lists_here
from facilitator.plain_language import Finding, Level
from facilitator.plans import Line
from facilitator.plans.wording_found import found_in, language_of, offer_of
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.fields import LONGEST_WORDS
from facilitator.preparing.keeping import NOT_YET
from facilitator.preparing.lines.line_words import READ
from facilitator.preparing.opening import open_for_user
from facilitator.refusals import Problem, Refusal
from facilitator.strict.text import load_json, text_problems

_UNFIT = Problem(
    "", "This is no text of a form.", "Send an object with the kind of line and its text."
)


@preparing.post("/meetings/<uuid:meeting_id>/how-it-reads")
def how_it_reads(meeting_id: UUID) -> Response | tuple[Response, int]:
    """What is found in the text that was sent: stops first. Nothing is changed anywhere."""
    with reading() as session:  # The door is asked before anything that was sent is looked at.
        prep = open_for_user(session, meeting_id)
    try:
        kind, text = _asked(load_json(request.get_data(), "the text"))
    except Refusal as refusal:
        return jsonify(as_json(*refusal.problems)), NOT_YET
    line = Line(id="typed", kind=kind, words=text)
    language = language_of(prep.kept.meeting)
    found = found_in((line,), prep.people, prep.said, lists_here(), language)
    findings = sorted((one for each in found for one in each.findings), key=_stops_first)
    return jsonify({"findings": [_told(one) for one in findings]})


def _asked(document: object) -> tuple[str, str]:
    """The kind and the text; Refusal where it is anything else."""
    if not isinstance(document, dict) or set(document) != {"kind", "text"}:
        raise Refusal(_UNFIT)
    kind, text = document["kind"], document["text"]
    is_text = (
        isinstance(text, str) and len(text) <= LONGEST_WORDS and not tuple(text_problems(text))
    )
    if not isinstance(kind, str) or kind not in READ or not is_text:
        raise Refusal(_UNFIT)
    return kind, text


def _stops_first(finding: Finding) -> tuple[bool, int]:
    return finding.level is not Level.STOP, finding.start


def _told(finding: Finding) -> dict[str, Any]:
    return {
        "level": finding.level.value,
        "words": finding.words,
        "offer": offer_of(finding),
        "why": finding.why,
    }
