"""A record becomes plain values, and nothing that must stay behind comes with it."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from facilitator import exchange
from facilitator.kinds import KINDS
from facilitator.people import CopyKind
from facilitator.record import Record, read
from tests.records import CAMPBELL, PEARCE, RECORDINGS, records

ONE_OF_A_KIND = {"title", "beginning", "if_no_plan", "statement", "plan_keeper"}


def recorded(path: Any) -> exchange.Recorded:
    return exchange.of_record(read(path.read_bytes(), path.name))


def test_the_practice_family_comes_whole() -> None:
    made = recorded(CAMPBELL)
    by_kind = [one.kind for one in made.contributions]
    assert {
        kind: by_kind.count(kind) for kind in ("action", "worry", "strength", "need", "goal")
    } == {
        "action": 11,
        "worry": 4,
        "strength": 5,
        "need": 5,
        "goal": 4,
    }
    assert len(made.people.everyone) == 12
    assert made.meeting.held_on == date(2027, 2, 27)
    assert made.people.load("joy").copy_kind is CopyKind.OWN_PART
    assert made.people.load("grace").safe_adults == ()
    assert made.people.load("tiana").safe_adults == ("grace", "joy")


def test_a_step_keeps_everything_that_the_record_says_of_it() -> None:
    (step,) = (one for one in recorded(CAMPBELL).contributions if one.id == "a5")
    assert step.fields.ids("who") == ("grace",)
    assert step.fields.day("start") == date(2027, 2, 28)
    assert step.fields.day("due") is None
    assert step.fields.words("page_one") == "Sit with Tiana at bedtime."
    assert step.fields.ids("links") == ("w3", "n1", "g1")


def test_a_number_is_printable_only_where_the_record_says_so() -> None:
    document = json.loads(CAMPBELL.read_bytes())
    for person in document["people"]:
        person.pop("phone_on_plan", None)
    phones = [one.printable_phone for one in exchange.of_record(Record(document)).people]
    assert set(phones) == {""}
    assert recorded(CAMPBELL).people.load("bev").printable_phone == "07700 900142"


def test_a_poor_record_is_read_as_it_is() -> None:
    made = recorded(PEARCE)
    assert [one.kind for one in made.contributions].count("old_step") == 4
    assert not [one for one in made.contributions if one.kind in ("plan_keeper", "meet_again")]


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_no_note_and_nothing_of_private_time_comes_along(path: Any) -> None:
    record = read(path.read_bytes(), path.name)
    kept = repr(exchange.of_record(record))
    secret = [
        record.document["facilitator_notes"]["text"],
        record.document["professional_notes"]["text"],
    ]
    secret.append((record.document["private"] or {}).get("record") or "no record")
    assert [words for words in secret if words in kept] == []


@given(records())
def test_every_line_of_any_record_becomes_one_contribution(document: dict[str, Any]) -> None:
    made = exchange.of_record(Record(document))
    ids = [one.id for one in made.contributions]
    assert len(ids) == len(set(ids))
    for kind in KINDS.values():
        held: Any = document
        for key in kind.place.split("."):
            held = (held or {}).get(key)
        if isinstance(held, list):
            assert [one.kind for one in made.contributions].count(kind.key) == len(held)


def test_a_line_that_has_no_id_is_not_taken_for_one_that_is_called_like_its_place() -> None:
    document = json.loads(CAMPBELL.read_bytes())
    for line, strange in zip(
        document["share"]["strengths"], ("open.hopes.0", "open.hopes.0_"), strict=False
    ):
        line["id"] = strange
    for step in document["plan"]["actions"]:
        step["links"] = []
    said = exchange.of_record(Record(document)).contributions
    ids = [one.id for one in said]
    assert len(ids) == len(set(ids))
    assert [one.id for one in said if one.kind == "strength"][:2] == [
        "open.hopes.0",
        "open.hopes.0_",
    ]
    assert next(one.id for one in said if one.kind == "hope") == "open.hopes.0__"
