"""A record that is read and written again is the same."""

import json
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given, settings

from facilitator.canonical import canonical, thaw
from facilitator.record import Record, read, write
from facilitator.refusals import Refusal
from tests.records import CAMPBELL, RECORDINGS, Document, records


def campbell() -> Document:
    document: Document = json.loads(CAMPBELL.read_bytes())
    return document


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_both_recordings_are_read_as_they_are_and_written_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()

    assert write(read(data, path.name)) == data


@settings(max_examples=25)
@given(records())
def test_any_record_comes_back_with_every_key_in_its_order(document: Document) -> None:
    record = Record(document)
    again = read(write(record), "again.json")

    assert again == record
    assert json.dumps(thaw(again.document)) == json.dumps(document)


@settings(max_examples=15)
@given(records(), records())
def test_two_records_are_equal_when_they_hold_the_same(one: Document, other: Document) -> None:
    first, second = Record(one), Record(other)

    assert (first == second) == (canonical(one) == canonical(other))
    assert Record(dict(reversed(one.items()))) == first
    assert hash(Record(dict(reversed(one.items())))) == hash(first)


def test_missing_null_and_empty_words_stay_three_things() -> None:
    written = set()
    for phone in ({}, {"phone": None}, {"phone": ""}):
        document = campbell()
        document["people"][0] |= phone
        written.add(write(Record(document)))
        again = json.loads(write(Record(document)))["people"][0]
        assert {key: again[key] for key in ("phone",) if key in again} == phone

    assert len(written) == 3


def test_private_words_in_a_file_are_neither_lost_nor_changed_by_reading_it() -> None:
    document = campbell()
    document["private"]["record"] = "What nobody should have written down."

    assert json.loads(write(Record(document))) == document


def test_a_record_cannot_be_changed() -> None:
    document = campbell()
    record = Record(document)
    document["title"] = "Another title"

    assert record.document["title"] == campbell()["title"]
    assert record.id == "04_kinship_campbell"
    with pytest.raises(TypeError):
        record.document["people"][0]["name"] = "Another name"
    with pytest.raises(FrozenInstanceError):
        record.document = {}  # type: ignore[misc]


def test_there_is_no_record_that_was_not_checked() -> None:
    with pytest.raises(Refusal):
        Record({})


def test_a_record_equals_nothing_but_a_record() -> None:
    record = Record(campbell())

    assert record != record.document
    assert record != "04_kinship_campbell"
