"""What came in from a record goes out into a record: the very same document."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.canonical import thaw
from facilitator.contributions import Fields
from facilitator.exchange.beside import Beside, beside, words_of_private_time
from facilitator.exchange.from_record import Recorded, of_record
from facilitator.exchange.to_record import to_record
from facilitator.notes import Note, Whose
from facilitator.people import People, Person, Role
from facilitator.record import Record, read, write
from facilitator.refusals import Refusal
from tests import builders
from tests.records import CAMPBELL, RECORDINGS, records

SECRET = "What nobody should have written down."  # noqa: S105 - a family's, not ours


def notes_of(record: Record) -> tuple[Note, ...]:
    return tuple(Note(whose=whose, **record.document[f"{whose}_notes"]) for whose in Whose)


def there_and_back(record: Record) -> Record:
    return to_record(of_record(record), notes_of(record), beside(record))


def without_private_words(document: dict[str, Any]) -> dict[str, Any]:
    if document["private"] and document["private"].get("record"):
        document["private"].pop("record")
    return document


def campbell() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(CAMPBELL.read_bytes())
    return document


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_both_recordings_come_back_byte_for_byte(path: Path) -> None:
    record = read(path.read_bytes(), path.name)
    expected = Record(without_private_words(json.loads(path.read_bytes())))
    assert write(there_and_back(record)) == write(expected)


@settings(max_examples=60, deadline=None)
@given(records())
def test_any_record_comes_back_with_every_key_in_its_order(document: dict[str, Any]) -> None:
    out = there_and_back(Record(document))
    assert json.dumps(thaw(out.document)) == json.dumps(without_private_words(document))


@settings(max_examples=60, deadline=None)
@given(records())
def test_values_that_no_record_brought_make_one_that_says_the_same(
    document: dict[str, Any],
) -> None:
    recorded = of_record(Record(document))
    assert of_record(to_record(recorded, (), Beside())) == recorded


@pytest.mark.parametrize("phone", [{}, {"phone": None}, {"phone": ""}, {"phone": "07700 900142"}])
@pytest.mark.parametrize("said", [{}, {"exact": None}, {"exact": False}, {"exact": True}])
@pytest.mark.parametrize("yes", [{}, {"phone_on_plan": None}, {"phone_on_plan": False}])
def test_missing_null_and_empty_stay_three_things(
    phone: dict[str, Any], said: dict[str, Any], yes: dict[str, Any]
) -> None:
    document = campbell()
    person, line = document["people"][0], document["share"]["needs"][0]
    for key in ("phone", "phone_on_plan"):
        person.pop(key, None)
    person |= phone | yes
    line.pop("exact", None)
    line |= said
    out: Any = there_and_back(Record(document)).document
    assert thaw(out["people"][0]) == person
    assert thaw(out["share"]["needs"][0]) == line


@pytest.mark.parametrize("text", [SECRET, "", None])
def test_words_of_private_time_do_not_come_back(text: str | None) -> None:
    document = campbell()
    document["private"]["record"] = text
    record = Record(document)
    kept = beside(record)
    assert words_of_private_time(record) == (text or "")
    assert SECRET not in repr(kept)
    assert Record(document | {"private": dict(record.document["private"])}) == record
    assert there_and_back(record) == Record(without_private_words(document))


def test_no_value_that_a_room_knows_is_kept_a_second_time() -> None:
    record = read(CAMPBELL.read_bytes(), CAMPBELL.name)
    held = json.dumps(thaw(vars(beside(record))), ensure_ascii=False)
    recorded = of_record(record)
    known = {one.words for one in recorded.contributions} | {one.name for one in recorded.people}
    known |= {one.phone for one in recorded.people} | {note.text for note in notes_of(record)}
    known |= {one.text for one in recorded.people.safety.hidden_items}
    assert [words for words in known if len(words) > 4 and words in held] == []


def changed(record: Record, **known: Any) -> dict[str, Any]:
    """The document that a record makes after the rooms changed those of its values."""
    recorded = replace(of_record(record), **known)
    out: Any = thaw(to_record(recorded, notes_of(record), beside(record)).document)
    return out  # type: ignore[no-any-return]


def test_what_was_changed_in_a_room_goes_out_changed_and_the_rest_as_it_came() -> None:
    record = read(CAMPBELL.read_bytes(), CAMPBELL.name)
    recorded = of_record(record)
    people = tuple(replace(one, phone="") if one.id == "bev" else one for one in recorded.people)
    said = tuple(
        replace(one, words="Sit with Tiana.") if one.id == "a5" else one
        for one in recorded.contributions
        if one.id not in ("a1", "open.hopes.0")
    )
    out = changed(record, people=replace(recorded.people, everyone=people), contributions=said)
    expected = campbell()
    next(one for one in expected["people"] if one["id"] == "bev")["phone"] = ""
    del expected["open"]["hopes"][0]
    for view in expected["child_views"]:
        view["shown_by"] = [line for line in view["shown_by"] if line != "a1"]
    actions = expected["plan"]["actions"]
    actions[:] = [one for one in actions if one["id"] != "a1"]
    next(one for one in actions if one["id"] == "a5")["what"] = "Sit with Tiana."
    assert out == expected


def test_a_line_that_became_another_kind_takes_nothing_of_the_old_kind_along() -> None:
    record = read(CAMPBELL.read_bytes(), CAMPBELL.name)
    recorded = of_record(record)
    moved = tuple(
        replace(one, kind="need", fields=Fields()) if one.id == "w1" else one
        for one in recorded.contributions
    )
    out = changed(record, contributions=moved)
    assert "w1" not in [one["id"] for one in out["share"]["worries"]]
    (need,) = (one for one in out["share"]["needs"] if one["id"] == "w1")
    assert need.keys() == {"id", "text", "by"}


def test_a_meeting_that_began_here_makes_a_record_too() -> None:
    nan = Person(id="nan", name="Nan Marsh", called="Nan", role=Role.FAMILY)
    said = (
        builders.said("keep_going", "Tea.", id="k1"),
        builders.said("action", "Walk Ellie to school.", id="s1", by="nan", kind="family"),
    )
    recorded = Recorded(builders.meeting(), People((nan,)), said)
    document = to_record(recorded, (), Beside()).document
    assert document["plan"]["keep_going"] == ("Tea.",)
    assert document["plan"]["actions"][0]["what"] == "Walk Ellie to school."
    assert document["people"][0]["called"] == "Nan"


def test_two_notes_of_one_kind_go_out_as_one() -> None:
    record = read(CAMPBELL.read_bytes(), CAMPBELL.name)
    two = tuple(
        Note(whose=Whose.FACILITATOR, audience="me", text=text) for text in ("One.", "Two.")
    )
    document = to_record(of_record(record), two, beside(record)).document
    assert dict(document["facilitator_notes"]) == {"audience": "me", "text": "One.\n\nTwo."}
    assert document["professional_notes"]["text"] == ""


def test_values_that_make_no_record_are_refused_with_the_reason() -> None:
    strange = Recorded(builders.meeting(), People(), (builders.said("hope", "x", by="nobody"),))
    with pytest.raises(Refusal, match="is the id of nobody in people"):
        to_record(strange, (), Beside())
