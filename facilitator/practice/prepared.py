"""The practice family's meeting: the shipped record, and how it stood before its day."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from facilitator import record
from facilitator.canonical import thaw
from facilitator.contributions import Contribution, Fields, Value
from facilitator.exchange import Recorded, of_record
from facilitator.exchange.beside import Beside, beside
from facilitator.exchange.to_record import to_record
from facilitator.meetings import KeptMeeting, Meeting
from facilitator.notes import Note, Whose
from facilitator.people import People, Person

RECORD = "campbell-conference.json"
_KINDS_BEFORE = frozenset({"bottom_line", "question", "if_no_plan"})
_WORRIES_BEFORE = frozenset({"w1", "w2"})
# What becomes of a child's words is known only when there is a plan.
_KNOWN_LATER: Mapping[str, Value] = MappingProxyType(
    {"shown_by": (), "could_not": "", "copy_told": ""}
)


@cache
def shipped_record() -> record.Record:
    """The whole meeting of the made-up family, as it was led and recorded."""
    data = resources.files("facilitator.practice").joinpath(RECORD).read_bytes()
    return record.read(data, RECORD)


@cache
def prepared_record() -> record.Record:
    """The same meeting with its preparation, and nothing that its day brought."""
    whole, known = shipped_record(), _recorded()
    prepared = Recorded(
        meeting=_as_planned(known.meeting),
        people=_all_as_planned(known.people),
        contributions=tuple(
            without_what_comes_later(one) for one in known.contributions if was_prepared(one)
        ),
    )
    return to_record(prepared, _notes_before(whole), _without_what_came_later(beside(whole)))


def _notes_before(whole: record.Record) -> tuple[Note, ...]:
    """The professional's note; the facilitator's own looks back at the day, and is blank yet."""
    own, professional = (whole.document[f"{whose}_notes"] for whose in Whose)
    return (
        Note(whose=Whose.FACILITATOR, audience=own["audience"], text=""),
        Note(
            whose=Whose.PROFESSIONAL, audience=professional["audience"], text=professional["text"]
        ),
    )


def is_practice_family(kept: KeptMeeting) -> bool:
    """Whether that meeting is somebody's practice meeting of the made-up family."""
    return kept.practice and kept.meeting.id == shipped_record().id


def was_prepared(said: Contribution) -> bool:
    """Whether that line of the shipped record stood there before the day."""
    if said.kind == "worry":
        return said.id in _WORRIES_BEFORE
    if said.kind == "child_view":
        day = said.fields.day("date")
        return day is not None and day < _recorded().meeting.held_on
    return said.kind in _KINDS_BEFORE


def without_what_comes_later(said: Contribution) -> Contribution:
    """The same line without what is known only when there is a plan."""
    if said.kind != "child_view":
        return said
    return replace(said, fields=Fields({**said.fields.values, **_KNOWN_LATER}))


def _recorded() -> Recorded:
    return of_record(shipped_record())


def _as_planned(meeting: Meeting) -> Meeting:
    return replace(meeting, end="", plan_given_on=None, stages=(), private=None)


def _all_as_planned(people: People) -> People:
    return People(tuple(_without_their_copy(one) for one in people), people.safety)


def _without_their_copy(person: Person) -> Person:
    """Which copy they want was settled before the day; when they got it was not."""
    copying = person.copying and replace(person.copying, on=None)
    return replace(person, copying=copying)


def _without_what_came_later(beside: Beside) -> Beside:
    frame: Any = thaw(beside.frame)
    frame["meeting"]["plan_given_note"] = ""
    return replace(beside, frame=frame)
