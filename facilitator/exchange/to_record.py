"""From the rooms to a record: plain values, and what came beside them, become one document."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, cast

from facilitator.canonical import thaw
from facilitator.contributions import Contribution, Fields, with_a_place
from facilitator.exchange.beside import FULL, Beside
from facilitator.exchange.from_record import Recorded
from facilitator.exchange.known import (
    ADDITIONS,
    HIDDEN_ITEM,
    MEETING,
    NOTE,
    PERSON,
    PRIVATE,
    RESTRICTION,
    STAGE,
    empty,
    is_nothing,
    known_of_line,
    required_of_line,
    words_key,
)
from facilitator.exchange.naming import named
from facilitator.kinds import KINDS, Holds, Kind, Shape
from facilitator.meetings import Meeting
from facilitator.meetings.meeting import DEFAULT_ZONE
from facilitator.notes import Note, Whose
from facilitator.people import Copying, Person, Safety
from facilitator.record import Record

Raw = dict[str, Any]
Said = Mapping[str, Any]
Kept = TypeVar("Kept")
Lines = Mapping[str, str]  # what each line that stands is named by, by its id


def to_record(recorded: Recorded, notes: Iterable[Note], beside: Beside) -> Record:
    """The record that these values make; ``beside`` is what came with them, if they came so.

    Of a record that was brought in it gives back the same document, key for key, without what
    was written in private family time. Where two contributions would stand at a place that
    holds one, the later stands there, and the words of the other go out as not sorted yet.
    Refusal with every reason where it would be no record.
    """
    document = cast("Raw", thaw(beside.frame))
    document |= {"id": recorded.meeting.id, "title": recorded.meeting.title}
    _lay_meeting(document, recorded.meeting, recorded.own_questions)
    document["people"] = [_person(one, beside.people.get(one.id)) for one in recorded.people]
    _lay_safety(document["safety"], recorded.people.safety, beside)
    _lay_notes(document, tuple(notes))
    whole = _all_in_a_place(recorded.contributions)
    there = named(whole)
    for kind in KINDS.values():
        said = [one for one in whole if one.kind == kind.key]
        lines = [raw_line(one, beside.lines.get(one.id), there) for one in said]
        _lay_lines(document, kind, lines)
    return Record(document, "the record")


def _laid(beside: Said, known: Said, names: frozenset[str]) -> Raw:
    """The known values over what came beside them; empty as it came, where nothing is known.

    ``names`` are the keys that are known of at all: one that ``known`` does not have is gone.
    """
    whole = {}
    for key, held in beside.items():
        if key not in names:
            whole[key] = held
        elif key in known:
            as_it_came = held is not FULL and is_nothing(known[key])
            whole[key] = held if as_it_came else known[key]
    added = {key: one for key, one in known.items() if key not in beside and not is_nothing(one)}
    return whole | added


def _new(*required: str) -> Raw:
    """What stands beside a value that no record brought: the keys that every record has."""
    return dict.fromkeys(required, FULL)


def _lay_meeting(
    document: Raw, meeting: Meeting, own_questions: tuple[tuple[str, str], ...]
) -> None:
    raw = document["meeting"]
    unsaid = meeting.zone == DEFAULT_ZONE and raw.get("zone") is not FULL
    known = {
        "type": meeting.kind,
        "date": meeting.held_on.isoformat(),
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "zone": "" if unsaid else meeting.zone,
        "languages": list(meeting.languages),
        "plan_given_date": _day(meeting.plan_given_on),
        "own_questions": [{"id": own_id, "words": words} for own_id, words in own_questions],
    }
    stages = [
        _laid(
            _at(raw["stages"], index) or _new("stage"),
            {"stage": one.stage, "start": one.start, "end": one.end, "minutes": one.minutes},
            STAGE,
        )
        for index, one in enumerate(meeting.stages)
    ]
    document["meeting"] = _laid(raw, known, MEETING) | {"stages": stages}
    if meeting.private is None:
        document["private"] = None
    else:
        private = {
            "facilitator_present": meeting.private.facilitator_present,
            "who_extra": list(meeting.private.who_extra),
        }
        document["private"] = _laid(document["private"] or _new(*PRIVATE), private, PRIVATE)


def _lay_notes(document: Raw, notes: tuple[Note, ...]) -> None:
    for whose in Whose:
        theirs = [one for one in notes if one.whose is whose]
        known = {
            "audience": theirs[0].audience if theirs else "",
            "text": "\n\n".join(one.told for one in theirs),
        }
        key = f"{whose}_notes"
        document[key] = _laid(document[key], known, NOTE)


def _person(person: Person, beside: Said | None) -> Raw:
    known = {
        "id": person.id,
        "name": person.name,
        "called": person.called,
        "role": person.role.value,
        "relationship": person.relationship,
        "age": person.age,
        "attended": person.attended.value,
        "stages": list(person.stages),
        "language": person.language,
        "needs": [{"need": one.need, "met_by": one.met_by} for one in person.needs],
        "phone": person.phone,
        "phone_on_plan": person.phone_on_plan or None,
        "safe_adults": list(person.safe_adults),
        "views_by": person.views_by,
        "excluded_reason": person.left_out_why,
        "overheard_by": person.overheard_by,
    }
    required = _new("id", "name", "called", "relationship", "role", "attended")
    raw = _laid(beside or required, known, PERSON)
    if person.copying is not None:
        raw["copy"] = _copying(person.copying, raw.get("copy"))
    elif raw.get("copy"):
        raw["copy"] = None
    return raw


def _copying(copying: Copying, beside: Said | None) -> Raw:
    known = {
        "kind": copying.kind.value,
        "format": copying.form,
        "how": copying.how,
        "date": _day(copying.on),
        "edition": copying.edition or None,
    }
    return _laid(beside or _new("kind"), known, frozenset(known))


def _lay_safety(raw: Raw, safety: Safety, beside: Beside) -> None:
    required = _new("person", "kind", "protects", "rule")
    raw["restrictions"] = [
        _laid(
            came or required,
            {
                "person": one.person,
                "kind": one.kind,
                "protects": list(one.protects),
                "rule": one.rule,
                "from": _day(one.since),
                "until": _day(one.until),
                "reason": one.reason,
                "seen_by": one.seen_by,
                "seen_on": _day(one.seen_on),
            },
            RESTRICTION,
        )
        for one, came in _as_they_came(safety.restrictions, beside.restrictions)
    ]
    raw["confidential"] = [
        _laid(
            came or _new(*HIDDEN_ITEM),
            {"text": one.text, "hide_from": list(one.hide_from), "reason": one.reason},
            HIDDEN_ITEM,
        )
        for one, came in _as_they_came(safety.hidden_items, beside.hidden_items)
    ]
    raw["arrangements"] = list(safety.arrangements)


def _as_they_came(
    values: tuple[Kept, ...], beside: tuple[Said, ...]
) -> Iterator[tuple[Kept, Said | None]]:
    """Each value with how it came, as long as there are as many as there came.

    Once one is taken out or added, nobody can say which came how: then none did.
    """
    same = len(values) == len(beside)
    return zip(values, beside if same else (None,) * len(values), strict=True)


def _lay_lines(document: Raw, kind: Kind, lines: list[Any]) -> None:
    *above, last = kind.place.split(".")
    for key in above:
        document = document[key]
    match kind.shape:
        case Shape.LINES | Shape.STRINGS:
            if lines or last in document:
                document[last] = lines
        case Shape.WORDS | Shape.PERSON if lines or last in document:
            document[last] = "\n".join(one for one in lines if one)
        case Shape.ONE if lines:
            document[last] = lines[-1]
        case Shape.ONE if document[last] is None and kind.key == "meet_again":
            # Every record says when the family meets again, if only that nobody knows.
            document[last] = {one.key: empty(one) for one in kind.fields}


def _all_in_a_place(said: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """Everything that was said, and once more, not sorted yet, the words that found no place."""
    have, second = with_a_place(said)
    wordless = (one for one in have if not one.row.words or one.row.shape is Shape.PERSON)
    loose = (one for one in (*second, *wordless) if one.words)
    return (*have, *(replace(one, kind="unsorted", fields=Fields()) for one in loose))


def raw_line(
    said: Contribution, beside: Said | None = None, there: Lines | None = None
) -> str | Raw:
    """The line as a record writes it, with links to the lines that are there (None: to all)."""
    kind = said.row
    if kind.shape in (Shape.WORDS, Shape.PERSON):
        return said.words if kind.shape is Shape.WORDS else said.by
    known: Raw = {kind.by: said.by, **{key: getattr(said, key) for key in ADDITIONS}}
    if words_key(kind):
        known[words_key(kind)] = said.words
    if kind.has_id:
        known["id"] = said.id
    known |= {key: _json(said.fields[key]) for key in said.fields}
    for one in kind.fields:
        if there is not None and one.holds is Holds.LINES and known.get(one.key):
            # A line may answer one that was taken back since, which no record knows.
            links = (there[line_id] for line_id in known[one.key] if line_id in there)
            known[one.key] = list(dict.fromkeys(links))
    if beside and beside["kind"] == kind.key:
        return _laid(beside["said"], known, known_of_line(kind))
    asked = [key for key in ADDITIONS if getattr(said, key) is not None]
    if kind.shape is Shape.STRINGS and said.words and not (said.by or asked):
        return said.words
    required = _new(*required_of_line(kind), *said.fields, *asked)
    return _laid(required, _emptied(kind) | known, known_of_line(kind))


def _emptied(kind: Kind) -> Raw:
    return {one.key: empty(one) for one in kind.fields if not one.optional}


def _json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return thaw(value)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _at(many: Any, index: int) -> Any:
    return many[index] if index < len(many) else None
