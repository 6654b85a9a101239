"""From a record to the rooms: one JSON document becomes plain values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from facilitator.contributions import Contribution, Fields, Value
from facilitator.kinds import KINDS, Field, Holds, Kind, Shape
from facilitator.meetings import Meeting, PrivateTime, StageTime
from facilitator.meetings.meeting import DEFAULT_ZONE
from facilitator.people import (
    Attendance,
    Copying,
    CopyKind,
    HiddenItem,
    Need,
    People,
    Person,
    Restriction,
    Role,
    Safety,
)
from facilitator.record import Record

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Recorded:
    """What one record holds, as the rooms know it.

    ``own_questions`` are what the facilitator asked beside the agenda: the id and the words of
    each.

    Notes are not among it: they go to a room of their own, which no plan can reach. What was
    written down in private family time is left behind for good.
    """

    meeting: Meeting
    people: People
    contributions: tuple[Contribution, ...]
    own_questions: tuple[tuple[str, str], ...] = ()


def of_record(record: Record) -> Recorded:
    """The plain values of a record that was read strictly, so that nothing here can be wrong."""
    document = record.document
    said = (one for kind in KINDS.values() for one in _gathered(kind, document))
    return Recorded(
        meeting=_meeting(document),
        people=People(
            tuple(_person(one) for one in document["people"]), _safety(document["safety"])
        ),
        contributions=tuple(_each_with_its_own_id(said)),
        own_questions=tuple(
            (one["id"], one["words"]) for one in document["meeting"].get("own_questions") or ()
        ),
    )


def _meeting(document: Document) -> Meeting:
    raw, private = document["meeting"], document["private"]
    return Meeting(
        id=document["id"],
        kind=raw["type"],
        title=document["title"],
        held_on=date.fromisoformat(raw["date"]),
        start=raw["start"],
        end=raw["end"],
        place=raw["place"],
        zone=raw.get("zone") or DEFAULT_ZONE,
        languages=tuple(raw["languages"]),
        plan_given_on=_day(raw["plan_given_date"]),
        stages=tuple(
            StageTime(
                stage=one["stage"],
                start=one.get("start") or "",
                end=one.get("end") or "",
                minutes=one.get("minutes"),
            )
            for one in raw["stages"]
        ),
        private=private
        and PrivateTime(
            facilitator_present=private["facilitator_present"],
            who_extra=tuple(private["who_extra"]),
        ),
    )


def _person(raw: Document) -> Person:
    return Person(
        id=raw["id"],
        name=raw["name"],
        called=raw["called"],
        role=Role(raw["role"]),
        relationship=raw["relationship"],
        age=raw.get("age"),
        attended=Attendance(raw["attended"]),
        stages=tuple(raw.get("stages") or ()),
        language=raw.get("language") or "",
        needs=tuple(Need(one["need"], one["met_by"]) for one in raw.get("needs") or ()),
        phone=raw.get("phone") or "",
        phone_on_plan=raw.get("phone_on_plan") is True,
        safe_adults=tuple(raw.get("safe_adults") or ()),
        copying=_copying(raw.get("copy")),
        left_out_why=raw.get("excluded_reason") or "",
        views_by=raw.get("views_by") or "",
        overheard_by=raw.get("overheard_by") or "",
    )


def _copying(raw: Document | None) -> Copying | None:
    if raw is None:
        return None
    return Copying(
        kind=CopyKind(raw["kind"]),
        form=raw.get("format") or "",
        how=raw.get("how") or "",
        on=_day(raw.get("date")),
        edition=raw.get("edition") or "",
    )


def _safety(raw: Document) -> Safety:
    return Safety(
        restrictions=tuple(
            Restriction(
                person=one["person"],
                kind=one["kind"],
                protects=tuple(one["protects"]),
                rule=one["rule"],
                since=_day(one.get("from")),
                until=_day(one.get("until")),
                reason=one.get("reason") or "",
                seen_by=one.get("seen_by") or "",
                seen_on=_day(one.get("seen_on")),
            )
            for one in raw["restrictions"]
        ),
        hidden_items=tuple(
            HiddenItem(text=one["text"], hide_from=tuple(one["hide_from"]), reason=one["reason"])
            for one in raw["confidential"]
        ),
        arrangements=tuple(raw["arrangements"]),
    )


def _gathered(kind: Kind, document: Document) -> Iterator[Contribution]:
    held = at_place(kind.place, document)
    match kind.shape:
        case Shape.LINES | Shape.STRINGS:
            for index, raw in enumerate(held or ()):
                yield _contribution(kind, raw, f"{kind.place}.{index}")
        case Shape.ONE if held is not None and any(held.values()):
            yield _contribution(kind, held, kind.place)
        case Shape.WORDS if held:
            yield Contribution(id=kind.place, kind=kind.key, words=held)
        case Shape.PERSON if held:
            yield Contribution(id=kind.place, kind=kind.key, by=held)


def _each_with_its_own_id(said: Iterable[Contribution]) -> Iterator[Contribution]:
    """The same, where no line that has no id of its own is called as one that has."""
    several = tuple(said)
    taken = {one.id for one in several if one.row.has_id}
    for one in several:
        own = one.id
        while not one.row.has_id and own in taken:
            own += "_"
        taken.add(own)
        yield one if own == one.id else replace(one, id=own)


def at_place(place: str, document: Document) -> Any:
    """What stands at that dotted path, None where nothing does."""
    held: Any = document
    for key in place.split("."):
        held = held.get(key)
        if held is None:
            return None
    return held


def _contribution(kind: Kind, raw: str | Document, place: str) -> Contribution:
    """A line keeps the short id that it has in the record; where it has none, its place is it."""
    if isinstance(raw, str):
        return Contribution(id=place, kind=kind.key, words=raw)
    words_key = "text" if kind.shape is Shape.STRINGS else kind.words
    return Contribution(
        id=raw.get("id", place),
        kind=kind.key,
        words=(raw.get(words_key) or "") if words_key else "",
        by=raw.get(kind.by) or "",
        fields=_fields(kind, raw),
        prompt=raw.get("prompt"),
        said_at=raw.get("said_at"),
        exact=raw.get("exact"),
        name_shown=raw.get("name_shown"),
        lang=raw.get("lang"),
        dir=raw.get("dir"),
        rendering=raw.get("rendering"),
        hurts=raw.get("hurts"),
        hurts_yes=raw.get("hurts_yes"),
    )


def _fields(kind: Kind, raw: Document) -> Fields:
    return Fields({one.key: _value(one, raw[one.key]) for one in kind.fields if one.key in raw})


def _value(field: Field, raw: Any) -> Value:
    if field.holds is Holds.DAY and raw:
        return date.fromisoformat(raw)
    return cast("Value", raw)


def _day(raw: str | None) -> date | None:
    return date.fromisoformat(raw) if raw else None
