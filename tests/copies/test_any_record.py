"""Whatever a meeting says: its plan holds no more, and no copy shows what is hidden."""

import json
from typing import Any

from hypothesis import given

from facilitator import exchange
from facilitator.copies import Copy
from facilitator.people import CopyKind
from facilitator.plans import Plan
from facilitator.record import Record
from facilitator.refusals import Refusal
from tests.records import records

NOTE, PRIVATE = "a-note-that-nobody-may-read", "said-when-nobody-was-listening"


def plan_from(document: dict[str, Any]) -> Plan:
    record = Record(document)
    return exchange.plan_of(record, exchange.draft_of(record))


def copies_of(plan: Plan) -> list[Copy]:
    made = []
    for person in plan.people:
        try:
            made.append(Copy.for_reader(plan, person.id))
        except Refusal:
            continue
    return made


def plainly(text: str) -> str:
    return " ".join(text.casefold().split())


@given(records())
def test_every_line_of_a_plan_came_from_what_was_said(document: dict[str, Any]) -> None:
    said = {one.id: one for one in exchange.of_record(Record(document)).contributions}
    for line in plan_from(document).lines:
        assert line.came_from
        assert line.words in {said[source].words for source in line.came_from}


@given(records())
def test_no_copy_holds_what_is_hidden_from_its_reader(document: dict[str, Any]) -> None:
    for copy in copies_of(plan_from(document)):
        text = plainly(json.dumps(copy.document, ensure_ascii=False))
        for item in document["safety"]["confidential"]:
            if {copy.reader.id, f"{copy.reader.id}_page"} & set(item["hide_from"]):
                assert plainly(item["text"]) not in text


@given(records())
def test_nobody_who_is_shut_out_holds_a_copy(document: dict[str, Any]) -> None:
    plan = plan_from(document)
    holders = {copy.reader.id for copy in copies_of(plan)}
    day = plan.agreed_on.isoformat()
    for one in document["safety"]["restrictions"]:
        if (one.get("until") or day) >= day:
            assert one["person"] not in holders
    for person in document["people"]:
        if "excluded" in (person["role"], person["attended"]):
            assert person["id"] not in holders


@given(records())
def test_no_note_and_nothing_of_private_time_is_in_any_copy(document: dict[str, Any]) -> None:
    document["facilitator_notes"] = {"audience": "facilitator", "text": NOTE}
    document["professional_notes"] = {"audience": "professionals", "text": NOTE}
    document["private"] = {"facilitator_present": False, "who_extra": [], "record": PRIVATE}
    plan = plan_from(document)
    for text in (plan.canonical.decode(), *(copy.canonical.decode() for copy in copies_of(plan))):
        assert NOTE not in text
        assert PRIVATE not in text


@given(records())
def test_a_copy_never_holds_a_line_that_the_plan_does_not(document: dict[str, Any]) -> None:
    plan = plan_from(document)
    ids = {line.id for line in plan.lines}
    for copy in copies_of(plan):
        assert {line.id for line in copy.plan.lines} <= ids
        if copy.kind is CopyKind.CHILD:
            theirs = copy.plan.of("own_view", "not_said")
            assert {line.by for line in theirs} <= {copy.reader.id, ""}
            kinds = {line.kind for line in copy.plan.lines if line not in theirs}
            assert kinds <= {"title", "plan_keeper", "meet_again", "child_view", "action"}


@given(records())
def test_the_numbers_of_a_copy_have_no_holes(document: dict[str, Any]) -> None:
    for copy in copies_of(plan_from(document)):
        made = copy.document
        assert [line["id"] for line in made["lines"]] == [
            f"l{n}" for n in range(1, len(made["lines"]) + 1)
        ]
        held = {line["id"] for line in made["lines"]}
        links = [
            one
            for line in made["lines"]
            for one in (*line.get("links", ()), *line.get("shown_by", ()))
        ]
        assert set(links) <= held


@given(records())
def test_the_same_record_gives_the_same_copies(document: dict[str, Any]) -> None:
    again = json.loads(json.dumps(document))
    hashes = [[copy.sha256 for copy in copies_of(plan_from(one))] for one in (document, again)]
    assert hashes[0] == hashes[1]
