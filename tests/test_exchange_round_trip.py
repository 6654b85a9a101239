"""What came in from a record goes out into a record: the very same document."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.canonical import thaw
from facilitator.contributions import Contribution, Fields
from facilitator.exchange import problems_of_line
from facilitator.exchange.beside import Beside, beside, words_of_private_time
from facilitator.exchange.from_record import Recorded, of_record
from facilitator.exchange.known import HIDDEN_ITEM, RESTRICTION
from facilitator.exchange.to_record import to_record
from facilitator.kinds import KINDS, Kind, Shape
from facilitator.notes import Note, Whose
from facilitator.people import People, Person, Role
from facilitator.record import Record, read, schema, write
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


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)
@pytest.mark.parametrize("words", ["Tea.", ""])
@pytest.mark.parametrize("by", ["nan", ""])
def test_whatever_is_said_goes_out_however_little_of_it_is_known(
    kind: Kind, words: str, by: str
) -> None:
    nan = Person(id="nan", name="Nan Marsh", called="Nan", role=Role.FAMILY)
    one = Contribution(id="l1", kind=kind.key, words=words, by=by)
    assert problems_of_line(one) == ()
    record = to_record(Recorded(builders.meeting(), People((nan,)), (one,)), (), Beside())
    out = of_record(record).contributions
    assert "".join(said.words for said in out) == words
    if kind.shape in (Shape.LINES, Shape.STRINGS):
        assert [(said.kind, said.by) for said in out] == [(kind.key, by)]


def test_where_there_is_room_for_one_the_last_stands_and_no_word_is_lost() -> None:
    said = (
        builders.said("title", "Home by May", id="l1"),
        builders.said("title", "Home by summer", id="l2"),
        builders.said("beginning", "Nan lit a candle.", id="l3"),
        builders.said("beginning", "We said who we miss.", id="l4"),
        builders.said("meet_again", "At Nan's.", id="l5", date=date(2027, 5, 1)),
        builders.said("title", "", id="l6"),
    )
    document = to_record(Recorded(builders.meeting(), People(), said), (), Beside()).document
    assert document["meeting"]["plan_title"] == "Home by summer"
    assert document["open"]["how_started"] == "Nan lit a candle.\nWe said who we miss."
    assert document["plan"]["review"]["date"] == "2027-05-01"
    assert [line["text"] for line in document["share"]["unsorted"]] == ["Home by May", "At Nan's."]


def test_a_line_that_no_record_would_take_is_told_of_before_it_is_kept() -> None:
    def wrong(said: Contribution) -> list[str]:
        return [str(problem) for problem in problems_of_line(said)]

    assert wrong(builders.step(id="a1", links=("w1", "w99"))) == []
    assert wrong(builders.step(id="a1", page_one="x" * 301)) == [
        f"page_one: '{'x' * 59}…' is 301 characters long. Use at most 300."
    ]
    assert wrong(builders.said("goal", "Home.", id="g1", score_now=11))[0].startswith("score_now:")
    assert wrong(builders.said("title", "x" * 301)) != []
    assert wrong(builders.said("question", "a\u0000b")) != []


def test_questions_of_one_s_own_come_back_and_stand_in_one_place() -> None:
    document = campbell()
    own = [{"id": "own-1", "words": "Who taught you to cook?"}]
    document["meeting"]["own_questions"] = own
    record = Record(document)
    assert of_record(record).own_questions == (("own-1", "Who taught you to cook?"),)
    assert "cook" not in repr(beside(record))
    assert there_and_back(record) == record
    assert "own_questions" not in changed(record, own_questions=())["meeting"] or (
        changed(record, own_questions=())["meeting"]["own_questions"] == []
    )


RULES = (
    {"person": "leon", "kind": "bail", "protects": ["charlene"], "rule": "Away.", "reason": None},
    {
        "person": "marlon",
        "kind": "order",
        "rule": "No calls.",
        "protects": [],
        "seen_by": "idris",
        "seen_on": "2027-01-11",
        "reason": "Last year.",
    },
)


def test_a_restriction_that_is_taken_out_leaves_nothing_with_the_others() -> None:
    document = campbell()
    document["safety"]["restrictions"] = list(RULES)
    record = Record(document)
    recorded = of_record(record)
    assert there_and_back(record) == record
    safety = recorded.people.safety
    for gone in (0, 1):
        (left,) = (one for at, one in enumerate(safety.restrictions) if at != gone)
        people = recorded.people.with_safety(replace(safety, restrictions=(left,)))
        (out,) = changed(record, people=people)["safety"]["restrictions"]
        said = {key: held for key, held in RULES[1 - gone].items() if held}
        assert {key: held for key, held in out.items() if held} == said


@pytest.mark.parametrize("place", ["restrictions", "confidential"])
def test_everything_that_a_record_says_of_safety_is_known_to_a_room(place: str) -> None:
    document = campbell()
    document["safety"]["restrictions"] = list(RULES)
    came = beside(Record(document))
    known = {"restrictions": RESTRICTION, "confidential": HIDDEN_ITEM}[place]
    rules: Any = schema()["properties"]["safety"]["properties"][place]["items"]
    assert known == rules["properties"].keys()
    held = came.restrictions if place == "restrictions" else came.hidden_items
    assert {str(value) for one in held for value in one.values()} <= {"True", "None", "", "[]"}


def test_a_record_without_the_newer_keys_is_written_without_them() -> None:
    record = read(CAMPBELL.read_bytes(), CAMPBELL.name)
    said = (*of_record(record).contributions, builders.said("purpose", "To be safe."))
    out = changed(record, contributions=said)
    assert out["meeting"].pop("purpose") == "To be safe."
    assert out == campbell()
