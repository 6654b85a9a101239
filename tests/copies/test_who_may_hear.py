"""What somebody said for a few is held by those few, and nobody else learns that there is more."""

import json
from typing import Any

import pytest
from hypothesis import given

from facilitator import exchange
from facilitator.contributions import Contribution
from facilitator.copies import Copy
from facilitator.copies.reader import may_hear
from facilitator.plans import Line
from facilitator.record import Record
from facilitator.refusals import Refusal
from tests.builders import MEETING_DAY, copy, said, step
from tests.records import records

FOR_NAN = said("child_view", "I am scared at night.", by="ellie", may_hear=("nan",), how="said")
SENT = said(
    "sent_words",
    "Tell Sam that I can drive.",
    by="dean",
    may_hear=("mum", "sam"),
    how="by letter",
    date=MEETING_DAY,
    read_by="nan",
)
READERS = ("mum", "ellie", "nan", "sam", "priya", "dean")


def holders(*contributions: Contribution, words: str) -> set[str]:
    return {
        reader
        for reader in READERS
        if words in copy(reader, step(), *contributions).canonical.decode()
    }


def test_a_child_s_words_are_held_by_the_child_and_by_whom_the_child_chose() -> None:
    assert holders(FOR_NAN, words="scared at night") == {"ellie", "nan"}


def test_words_that_nobody_kept_for_a_few_are_held_as_ever() -> None:
    for everybody in ({}, {"may_hear": ()}):
        view = said("child_view", "I want a dog.", by="ellie", **everybody)
        assert holders(view, words="want a dog") == {"mum", "ellie", "nan", "priya", "dean"}


def test_somebody_who_sent_words_holds_them_with_those_who_may_hear_them() -> None:
    assert holders(SENT, words="I can drive") == {"mum", "sam", "dean"}


def test_a_copy_does_not_say_for_whom_the_words_were_nor_who_reads_them_out() -> None:
    document = copy("mum", SENT).document
    (line,) = document["lines"]
    assert line.keys() == {"id", "kind", "words", "by", "how", "date"}
    assert {one["name"] for one in document["people"]} == {"Mum", "Ellie", "Nan", "Dean"}


def test_whoever_may_hear_somebody_is_not_named_by_their_words() -> None:
    view = said("child_view", "I want a dog.", by="ellie", may_hear=("sam", "nan"))
    assert copy("sam", view).plan.lines == ()


def test_a_copy_without_the_words_is_the_copy_of_a_plan_that_never_had_them() -> None:
    lines = (step(id="a1", links=("v1",)), said("child_view", "Dog, please.", by="ellie"))
    for_few = Contribution(
        id="v1", kind="child_view", words=FOR_NAN.words, by="ellie", fields=FOR_NAN.fields
    )
    whole = copy("mum", lines[0], for_few, lines[1]).document
    assert whole == copy("mum", *lines).document


@pytest.mark.parametrize(("said_for", "heard"), [((), READERS), (("nan",), ("ellie", "nan"))])
def test_the_rule_is_the_same_for_what_was_said_and_for_a_line(
    said_for: tuple[str, ...], heard: tuple[str, ...]
) -> None:
    view = said("child_view", "Dog, please.", by="ellie", may_hear=said_for)
    for one in (view, Line.of(view)):
        assert tuple(reader for reader in READERS if may_hear(one, reader)) == heard


@given(records())
def test_no_copy_of_any_record_holds_what_its_reader_may_not_hear(document: dict[str, Any]) -> None:
    views = (*document["child_views"], *document["share"].get("sent_words", ()))
    for number, view in enumerate(views):
        view["words"] = f"word-for-a-few-{number}."
    record = Record(document)
    plan = exchange.plan_of(record, exchange.draft_of(record))
    for person in plan.people:
        try:
            text = json.dumps(Copy.for_reader(plan, person.id).document)
        except Refusal:
            continue
        for view in views:
            speaker = view["child"] if "child" in view else view["by"]
            if view.get("may_hear") and person.id not in (speaker, *view["may_hear"]):
                assert view["words"] not in text
