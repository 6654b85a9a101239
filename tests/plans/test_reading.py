"""A plan that was kept as a document is read back as the very same plan, or not at all."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator import exchange
from facilitator.copies import Copy
from facilitator.plans import Plan
from facilitator.record import Record
from facilitator.refusals import Refusal
from tests.builders import hidden, kept_away, people, plan, said, step
from tests.records import records

Document = dict[str, Any]


def as_kept(made: Plan) -> Document:
    """The document as it comes back from where it was kept."""
    document: Document = json.loads(made.canonical)
    return document


def copies_of(made: Plan) -> dict[str, bytes | str]:
    """Everybody's copy, or why they have none."""
    found: dict[str, bytes | str] = {}
    for person in made.people:
        try:
            found[person.id] = Copy.for_reader(made, person.id).canonical
        except Refusal as refusal:
            found[person.id] = str(refusal)
    return found


@settings(max_examples=50, deadline=None)
@given(records())
def test_any_plan_is_read_back_as_the_same_document_with_the_same_copies(
    document: Document,
) -> None:
    record = Record(document)
    made = exchange.plan_of(record, exchange.draft_of(record))
    again = Plan.read(as_kept(made))
    assert again.document == made.document
    assert again.sha256 == made.sha256
    assert copies_of(again) == copies_of(made)


def test_what_was_left_out_is_not_known_and_no_usual_value_is_put_there() -> None:
    made = plan(step(), languages=(), zone="")
    again = Plan.read(as_kept(made))
    assert (again.meeting.languages, again.meeting.zone) == ((), "")
    assert again == made


def whole() -> Document:
    safe = people(hidden_items=(hidden("Moor House", "sam"),), restrictions=(kept_away("sam"),))
    lines = (step(id="a1"), said("meet_again", date=None, who=("nan",)))
    return as_kept(plan(*lines, of=safe))


def in_the_meeting(document: Document) -> Document:
    found: Document = document["meeting"]
    return found


PLACES: dict[str, Callable[[Document], Document]] = {
    "plan": lambda document: document,
    "meeting": in_the_meeting,
    "people": lambda document: document["people"],
    "a person": lambda document: document["people"]["everyone"][0],
    "safety": lambda document: document["people"]["safety"],
    "a restriction": lambda document: document["people"]["safety"]["restrictions"][0],
    "a hidden item": lambda document: document["people"]["safety"]["hidden_items"][0],
    "a line": lambda document: document["lines"][0],
    "a gap": lambda document: document["gaps"][0],
    "a line's fields": lambda document: document["lines"][0]["fields"],
}


@pytest.mark.parametrize("place", PLACES)
def test_a_key_that_is_not_known_was_made_by_a_newer_program(place: str) -> None:
    document = whole()
    PLACES[place](document)["aura"] = "green"
    with pytest.raises(Refusal, match=r"'aura'.*newer program"):
        Plan.read(document)


WRONG: dict[str, tuple[Callable[[Document], object], str]] = {
    "a newer format": (lambda one: one.update(format="family-plan/2"), "newer program"),
    "no format": (lambda one: one.pop("format"), "newer program"),
    "a newer kind of line": (lambda one: one["lines"][0].update(kind="dream"), "newer program"),
    "a newer part": (
        lambda one: one["people"]["everyone"][0].update(role="sage"),
        "newer program",
    ),
    "a day that is none": (lambda one: one.update(agreed_on="yesterday"), "no day"),
    "a day that is a number": (lambda one: one.update(agreed_on=20270306), "no day"),
    "a day of a line": (lambda one: one["lines"][0]["fields"].update(start="soon"), "no day"),
    "a number that is a word": (lambda one: one.update(version="1"), "does not belong"),
    "a yes for a number": (lambda one: one.update(version=True), "does not belong"),
    "no number": (lambda one: one.pop("version"), "is missing"),
    "no day": (lambda one: one.pop("agreed_on"), "is missing"),
    "words for lines": (lambda one: one.update(lines="none"), "no list"),
    "a list for a meeting": (lambda one: one.update(meeting=[]), "no group"),
    "a list for fields": (lambda one: one["lines"][0].update(fields=[1]), "no group"),
    "no meeting": (lambda one: one.pop("meeting"), "is missing"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_plan_is_refused_with_its_reason(wrong: str) -> None:
    document = whole()
    spoil, reason = WRONG[wrong]
    spoil(document)
    with pytest.raises(Refusal, match=reason):
        Plan.read(document)


def test_the_whole_document_that_the_others_spoil_is_read() -> None:
    assert Plan.read(whole()).document == whole()
