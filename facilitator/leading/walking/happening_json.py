"""What happened, as the browser sends it, read strictly; and the walk as it gets it back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.leading.lines import field_json
from facilitator.leading.lines.field_json import Unfit
from facilitator.leading.lines.line_json import LONGEST_KEY, OWN_QUESTION
from facilitator.leading.opening import Underway
from facilitator.refusals import Problem, Refusal
from facilitator.strict.places import shown
from facilitator.strict.text import text_problems
from facilitator.walk import What

KEYS = frozenset({"what", "about", "words"})
_MAY_COME = tuple(one for one in What if one is not What.GOT_READY)
_KEY = re.compile(rf"[!-~]{{1,{LONGEST_KEY}}}")


@dataclass(frozen=True)
class Told:
    """What is told to have happened; when, and who typed it, is not for the browser to say."""

    what: What
    about: str
    words: str


def told(key: str, document: object, underway: Underway) -> Told:
    """What that document tells; Refusal with every reason where it can't have happened."""
    if isinstance(document, Refusal):
        raise document
    if not isinstance(document, Mapping) or set(document) - KEYS:
        raise Refusal.because("This does not say what happened.", "Send what, about and words.")
    if not _KEY.fullmatch(key):
        raise Refusal.because(f"{shown(key)} is no key of a save.", "Use letters and digits.")
    what = _what(document.get("what"))
    about, words = document.get("about", ""), document.get("words", "")
    problems = [*text_problems(dict(document))]
    try:
        words = field_json.words(words).replace("\r\n", "\n")
    except Unfit as unfit:
        problems.append(Problem("words", unfit.wrong, unfit.remedy))
    if not problems and not _fits(what, about, words, underway):
        problems.append(_unfit(what, about))
    if problems:
        raise Refusal(*problems)
    return Told(what, str(about), words)


def walk_of(underway: Underway) -> dict[str, Any]:
    """Where the meeting has come to, as JSON."""
    walk, presence = underway.walk, underway.presence
    return {
        "now": walk.now,
        "next": walk.next,
        "back": walk.back,
        "asked": list(walk.asked),
        "later": list(walk.later),
        "skipped": list(walk.skipped),
        "own": [{"id": one.id, "words": one.words, "stage": one.stage} for one in walk.own],
        "here": list(presence.here),
        "out": list(presence.out),
        "begun": walk.begun,
    }


def _what(raw: object) -> What:
    for one in _MAY_COME:
        if raw == one.value:
            return one
    allowed = ", ".join(_MAY_COME)
    raise Refusal.because(f"{shown(raw)} is nothing that can happen.", f"Use one of: {allowed}.")


def _fits(what: What, about: object, words: str, underway: Underway) -> bool:
    if not isinstance(about, str):
        return False
    if what.is_of_a_person:
        return underway.people.find(about) is not None
    if what is What.OWN_QUESTION:
        return bool(OWN_QUESTION.fullmatch(about) and words.strip())
    own = {one.id for one in underway.walk.own}
    return about in own or underway.agenda.find_prompt(about) is not None


def _unfit(what: What, about: object) -> Problem:
    if what.is_of_a_person:
        return Problem("about", f"{shown(about)} is nobody of this meeting.", "Choose a name.")
    if what is What.OWN_QUESTION:
        return Problem("words", "This question has no words yet.", "Write what you want to ask.")
    return Problem(
        "about", f"{shown(about)} is no question of this meeting.", "Choose one of its questions."
    )
