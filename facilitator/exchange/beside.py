"""What a record says beside the values that the rooms know.

The rooms keep what they know in values of their own. The rest (a key that only the record has,
whether nothing was written as "", as null or not at all, in which order the keys came) is kept
here, so that the record that goes out is the one that came in. A value that a room knows is
taken out: it stands in one place, and once it is gone there it is gone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.canonical import thaw
from facilitator.contributions import Contribution
from facilitator.exchange.from_record import at_place, of_record
from facilitator.exchange.known import (
    COPYING,
    HIDDEN_ITEM,
    MEETING,
    NOTE,
    PERSON,
    PRIVATE,
    RESTRICTION,
    STAGE,
    is_nothing,
    known_of_line,
)
from facilitator.kinds import KINDS, Shape
from facilitator.record import Record
from facilitator.record.check import FORMAT

Raw = dict[str, Any]
FULL = True  # A value stood here; the room has it now.


def blank_frame() -> Raw:
    """A document with every key that each record has, and nothing in it yet."""
    document: Raw = {"schema": FORMAT, "id": FULL, "title": FULL}
    document["meeting"] = dict.fromkeys(MEETING - {"zone", "own_questions"}, FULL)
    document["meeting"] |= {"mode": "", "accepted_date": None, "stages": []}
    document |= {"people": [], "safety": {"restrictions": [], "arrangements": []}}
    document["safety"]["confidential"] = []
    document |= {"open": {}, "share": {}, "private": None, "plan": {}}
    for notes in ("facilitator_notes", "professional_notes"):
        document[notes] = dict.fromkeys(NOTE, FULL)
    for kind in KINDS.values():
        if kind.may_be_missing:
            continue
        *above, last = kind.place.split(".")
        room = document[above[0]] if above else document
        room[last] = {Shape.WORDS: "", Shape.PERSON: "", Shape.ONE: None}.get(kind.shape, [])
    return document


@dataclass(frozen=True)
class Beside:
    """What one record says beside its values; see the module's own words.

    ``frame`` is the document without people, safety, lines and notes. ``people`` is by their
    ids, ``lines`` by the ids of the contributions; a bare word has none. ``restrictions`` and
    ``hidden_items`` are in the order of the record, and say only how nothing was written and in
    which order the keys came: the rooms know all their values. Without anything it is what
    stands beside the values of a meeting that no record brought.
    """

    frame: Mapping[str, Any] = field(default_factory=blank_frame)
    people: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, Any] = field(default_factory=dict)
    restrictions: tuple[Mapping[str, Any], ...] = ()
    hidden_items: tuple[Mapping[str, Any], ...] = ()


def beside(record: Record) -> Beside:
    """What that record says beside the values that ``of_record`` makes of it."""
    document: Any = thaw(record.document)
    lines = dict(_lines(document, of_record(record).contributions))
    people = {one["id"]: _person(one) for one in document["people"]}
    restrictions = tuple(_of(one, RESTRICTION) for one in document["safety"]["restrictions"])
    hidden = tuple(_of(one, HIDDEN_ITEM) for one in document["safety"]["confidential"])
    _empty(document)
    return Beside(document, people, lines, restrictions, hidden)


def words_of_private_time(record: Record) -> str:
    """What somebody wrote down in private family time: it must not be kept."""
    return (record.document["private"] or {}).get("record") or ""


def _of(raw: Raw, known: frozenset[str]) -> Raw:
    return {
        key: held if key not in known or is_nothing(held) else FULL for key, held in raw.items()
    }


def _person(raw: Raw) -> Raw:
    held = _of(raw, PERSON)
    if raw.get("phone_on_plan") is False:
        held["phone_on_plan"] = False  # No and not asked are one to the rooms, and two on file.
    if raw.get("copy"):
        held["copy"] = _of(raw["copy"], COPYING)
    return held


def _lines(document: Raw, said: tuple[Contribution, ...]) -> Iterator[tuple[str, Raw]]:
    for kind in KINDS.values():
        held = at_place(kind.place, document)
        raws = held if isinstance(held, list) else [held]
        theirs = (one for one in said if one.kind == kind.key)
        # An object that says nothing makes no contribution: it stays in the frame as it is.
        for raw, one in zip(raws, theirs, strict=False):
            if isinstance(raw, dict):
                # A line that is moved to another kind leaves behind what was beside it.
                yield one.id, {"kind": one.kind, "said": _of(raw, known_of_line(kind))}


def _empty(document: Raw) -> None:
    """Take out of the document whatever the rooms know."""
    for kind in KINDS.values():
        _empty_place(document, kind.place, kind.shape)
    document["people"] = []
    document["safety"] |= {"restrictions": [], "confidential": [], "arrangements": []}
    document["id"] = document["title"] = FULL
    stages = [_of(one, STAGE) for one in document["meeting"]["stages"]]
    document["meeting"] = _of(document["meeting"], MEETING) | {"stages": stages}
    if document["private"] is not None:
        private = _of(document["private"], PRIVATE)
        document["private"] = {key: held for key, held in private.items() if _may_stay(key, held)}
    for notes in ("facilitator_notes", "professional_notes"):
        document[notes] = _of(document[notes], NOTE)


def _may_stay(key: str, held: object) -> bool:
    return key != "record" or is_nothing(held)


def _empty_place(document: Raw, place: str, shape: Shape) -> None:
    *above, last = place.split(".")
    for key in above:
        document = document[key]
    held = document.get(last)
    match shape:
        case Shape.LINES | Shape.STRINGS if held is not None:
            document[last] = []
        case Shape.ONE if held is not None and any(held.values()):
            document[last] = None
        case Shape.WORDS | Shape.PERSON if last in document:
            document[last] = ""
