"""A line as the browser sends it: JSON read strictly, and a line as the JSON that would keep it."""

import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from facilitator.canonical import thaw
from facilitator.contributions import Change, Contribution, FamilyYes, Fields, Value
from facilitator.kinds import KINDS
from facilitator.leading.lines import field_json
from facilitator.leading.lines.field_json import Known, Unfit
from facilitator.refusals import Problem, Refusal
from facilitator.strict.places import shown
from facilitator.strict.text import text_problems

KEYS = (
    *("key", "based_on", "kind", "words", "by", "fields", "prompt", "exact", "name_shown"),
    *("lang", "dir", "rendering", "hurts", "hurts_yes", "taken_back", "family_yes"),
)
REF = re.compile(r"[A-Za-z0-9_.-]{1,64}")
OWN_QUESTION = re.compile(r"own-[0-9a-f]{8,32}")
LONGEST_KEY = 200
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_DIRECTIONS = (None, "ltr", "rtl", "auto")
Held = TypeVar("Held")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What one save asks for. When it was said and who typed it is not for the browser to say."""

    said: Contribution
    key: str
    based_on: int
    taken_back: bool = False
    family_yes: FamilyYes | None = None


def new_ref() -> str:
    """The id of a new line, made by chance."""
    return f"l{secrets.token_hex(8)}"


def new_key() -> str:
    """The key of one save, made by chance."""
    return secrets.token_hex(16)


def new_own() -> str:
    """The id of a new question of one's own, made by chance."""
    return f"own-{secrets.token_hex(8)}"


def asked(ref: str, document: object, known: Known) -> Asked:
    """What that document asks to keep under that id; Refusal with everything that is wrong.

    A document that could not even be read comes as its refusal, for the door is asked first.
    """
    if isinstance(document, Refusal):
        raise document
    if not isinstance(document, Mapping):
        raise Refusal.because("This is no line.", "Send an object with key, kind and words.")
    document = dict(_with_plain_line_ends(document))
    reading = _Reading(document, known)
    found = reading.asked(ref)
    problems = (*text_problems(document), *reading.problems)
    if problems or found is None:
        raise Refusal(*problems)
    return found


def document_of(change: Change) -> dict[str, Any]:
    """The JSON that would keep that line as it stands, but for ``key`` and ``based_on``.

    Whoever mends a line starts from it.
    """
    said = change.said
    return {
        "kind": said.kind,
        "words": said.words,
        "by": said.by,
        "fields": {key: raw(said.fields[key]) for key in said.fields},
        "prompt": said.prompt,
        "exact": said.exact,
        "name_shown": said.name_shown,
        "lang": said.lang,
        "dir": said.dir,
        "rendering": said.rendering,
        "hurts": said.hurts,
        "hurts_yes": said.hurts_yes,
        "taken_back": change.taken_back,
    }


def raw(value: Value) -> Any:
    """The value of a field as JSON: a day as "YYYY-MM-DD"."""
    return value.isoformat() if isinstance(value, date) else thaw(value)


def _with_plain_line_ends(held: Any) -> Any:
    # A form sends a new line as two characters, of which the record knows the second.
    if isinstance(held, str):
        return held.replace("\r\n", "\n")
    if isinstance(held, Mapping):
        return {key: _with_plain_line_ends(one) for key, one in held.items()}
    if isinstance(held, list | tuple):
        return [_with_plain_line_ends(one) for one in held]
    return held


class _Reading:
    """One document on its way to a line, and everything that was wrong so far."""

    def __init__(self, document: Mapping[str, Any], known: Known) -> None:
        self.document = document
        self.known = known
        self.problems: list[Problem] = []

    def asked(self, ref: str) -> Asked | None:
        """The save, or None where something that it can't do without is wrong."""
        self.problems += _strangers(self.document)
        if not REF.fullmatch(ref):
            self._add("ref", f"{shown(ref)} is no id of a line.", "Use letters, digits, _ . and -.")
        key, based_on = self._key(), self._based_on()
        taken_back = bool(self._read("taken_back", field_json.yes, None))
        family_yes = self._family_yes()
        said = self._said(ref)
        if said and not (taken_back or self.problems or _says_something(said)):
            self._add("words", "There is nothing in this line.", "Write what they said.")
        if said is None or self.problems:
            return None
        return Asked(
            said=said, key=key, based_on=based_on, taken_back=taken_back, family_yes=family_yes
        )

    def _said(self, ref: str) -> Contribution | None:
        kind = self.document.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            self._add("kind", f"{shown(kind)} is no kind of line.", "Choose one of the kinds.")
            return None
        if "words" not in self.document:
            self._add("words", "The words are missing.", 'Send "" where there are none.')
        direction = self._read("dir", _direction, None)
        return Contribution(
            id=ref,
            kind=kind,
            words=self._read("words", field_json.words, ""),
            by=self._read("by", lambda one: field_json.person(one, self.known), ""),
            fields=Fields(dict(self._fields(kind))),
            prompt=self._read("prompt", self._prompt, None),
            exact=self._read("exact", field_json.yes, None),
            name_shown=self._read("name_shown", field_json.yes, None),
            lang=self._read("lang", _language, None),
            dir=direction,
            rendering=self._read("rendering", _some_words, None),
            hurts=self._read("hurts", self._hurts, None),
            hurts_yes=self._read("hurts_yes", field_json.yes, None),
        )

    def _fields(self, kind: str) -> Iterator[tuple[str, Value]]:
        held = self.document.get("fields") or {}
        if not isinstance(held, Mapping):
            self._add("fields", f"{shown(held)} is no group of keys.", "Give an object.")
            return
        fields = {one.key: one for one in KINDS[kind].fields}
        for key, one in held.items():
            where = f"fields.{key}"
            if key not in fields:
                allowed = ", ".join(fields) or "none"
                self._add(where, f"A {KINDS[kind].word} has no {key}.", f"It may have: {allowed}.")
                continue
            try:
                yield str(key), field_json.value(fields[key], one, self.known)
            except Unfit as unfit:
                self._add(where, unfit.wrong, unfit.remedy)

    def _prompt(self, one: object) -> str | None:
        if one is None or one == "":
            return None
        # A question of one's own may still be on its way from the same browser.
        if isinstance(one, str) and (one in self.known.prompts or OWN_QUESTION.fullmatch(one)):
            return one
        raise Unfit(f"{shown(one)} is no question of this meeting.", "Choose one of its questions.")

    def _hurts(self, one: object) -> str | None:
        return None if one is None or one == "" else field_json.person(one, self.known)

    def _key(self) -> str:
        key = self.document.get("key")
        if isinstance(key, str) and 0 < len(key) <= LONGEST_KEY and key.isprintable():
            return key
        self._add("key", "This save has no key.", f"Give one of 1 to {LONGEST_KEY} characters.")
        return ""

    def _based_on(self) -> int:
        number = self.document.get("based_on")
        if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 2**31:
            return number
        wrong = "This save does not say which wording was on the screen."
        self._add("based_on", wrong, "Give its number, 0 for a new line.")
        return 0

    def _family_yes(self) -> FamilyYes | None:
        held = self.document.get("family_yes")
        if held is None:
            return None
        if not isinstance(held, Mapping) or set(held) - {"by", "how"}:
            self._add("family_yes", "It does not say whose yes this is.", "Give by and how.")
            return None
        try:
            by = field_json.person(held.get("by", ""), self.known)
            return FamilyYes(by=by, how=field_json.words(held.get("how", "")))
        except Unfit as unfit:
            self._add("family_yes", unfit.wrong, unfit.remedy)
            return None

    def _read(self, key: str, reader: Callable[[object], Held], missing: Held) -> Held:
        if key not in self.document:
            return missing
        try:
            return reader(self.document[key])
        except Unfit as unfit:
            self._add(key, unfit.wrong, unfit.remedy)
            return missing

    def _add(self, where: str, wrong: str, remedy: str) -> None:
        self.problems.append(Problem(where, wrong, remedy))


def _strangers(document: Mapping[str, Any]) -> Iterator[Problem]:
    for key in document:
        if key not in KEYS:
            yield Problem(str(key), f"A line has no {shown(key)}.", f"Use: {', '.join(KEYS)}.")


def _says_something(said: Contribution) -> bool:
    return bool(said.words.strip() or said.by or any(said.fields[key] for key in said.fields))


def _some_words(one: object) -> str | None:
    return None if one is None else field_json.words(one)


def _language(one: object) -> str | None:
    if one is None or one == "":
        return None
    if isinstance(one, str) and _LANGUAGE.fullmatch(one):
        return one
    raise Unfit(f"{shown(one)} is no language.", "Use a short name such as en, cy or bn.")


def _direction(one: object) -> Any:
    if one in _DIRECTIONS:
        return one
    raise Unfit(f"{shown(one)} is no direction.", "Use ltr, rtl or auto.")
