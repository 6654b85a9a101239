"""Every line goes through the form for mending and comes out as it was, unless it is changed."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given

from facilitator import record
from facilitator.contributions import Change, Contribution, Wording
from facilitator.exchange import of_record
from facilitator.kinds import KINDS, Holds
from facilitator.leading.lines.line_json import document_of
from facilitator.leading.mending.boxes import Boxes, kinds, whose_yes
from facilitator.leading.mending.fields import name_of
from facilitator.leading.mending.form import (
    document_from,
    lost,
    moved,
    touches_exact_words,
    typed_of,
)
from tests import builders
from tests.builders import said
from tests.kept import NOW
from tests.records import CAMPBELL, records

PEOPLE = builders.people()
WORRY, NEED, STEP = KINDS["worry"], KINDS["need"], KINDS["action"]


def wording(line: Contribution, **known: Any) -> Wording:
    return Wording(number=1, change=change(line, **known))


def change(line: Contribution, **known: Any) -> Change:
    named = replace(line, id="line")
    return Change(said=named, key="k", based_on=0, typed_by=UUID(int=1), at=NOW, **known)


def document(line: Contribution) -> dict[str, Any]:
    return document_of(change(line))


@given(records())
def test_a_line_that_nobody_changes_comes_out_of_the_form_as_it_went_in(found: Any) -> None:
    recorded = of_record(record.Record(found))
    for line in recorded.contributions:
        before = document(line)
        views = before["fields"].get("views") or ()
        if any(set(one) - {"by", "text"} for one in views):
            continue  # Their own marks come from records alone, and no line can be kept with them.
        after = document_from(typed_of(before), before)
        assert after == before
        Boxes(recorded.people, recorded.contributions, typed_of(before), line.id).of(line.row)


def test_the_practice_family_has_a_line_of_nearly_every_kind_to_try() -> None:
    recorded = of_record(record.read(CAMPBELL.read_bytes(), "campbell"))
    assert len({one.kind for one in recorded.contributions}) > 18
    for line in recorded.contributions:
        before = document(line)
        assert document_from(typed_of(before), before) == before


def test_what_is_typed_becomes_the_line() -> None:
    before = document(said("action", "Walk.", who=("nan",), start=None))
    typed = typed_of(before) | {
        "words": ("Walk Ellie.\r\nEvery day.",),
        "people.who": ("nan", "mum"),
        "day.start": ("2027-03-01",),
        "words.how_often": ("daily",),
        "page_one.page_one": ("own",),
        "page_one.page_one.words": ("Walk.",),
        "lines.links": ("w1",),
        "exact": ("yes",),
        "name_shown": ("no",),
        "lang": ("ur",),
    }
    after = document_from(typed, before)
    assert after["words"] == "Walk Ellie.\nEvery day."
    assert after["fields"] == {
        "who": ["nan", "mum"],
        "start": "2027-03-01",
        "how_often": "daily",
        "links": ["w1"],
        "page_one": "Walk.",
    }
    assert (after["exact"], after["name_shown"], after["lang"], after["dir"]) == (
        True,
        False,
        "ur",
        "rtl",
    )


def test_what_is_emptied_becomes_empty_and_what_nobody_asked_for_stays_unasked() -> None:
    before = document(said("worry", "He falls.", about=("ellie",), serious=True))
    typed = typed_of(before) | {"people.about": (), "yes.serious": ("",)}
    fields = document_from(typed, before)["fields"]
    assert fields == {"about": [], "serious": None}


def test_both_sides_of_a_disagreement_are_filled_in() -> None:
    before = document(said("disagreement", "How long?"))
    typed = typed_of(before) | {
        "views.views.by": ("nan", "", "mum"),
        "views.views.text": ("Too long.", "", "Long enough."),
    }
    assert document_from(typed, before)["fields"]["views"] == [
        {"by": "nan", "text": "Too long."},
        {"by": "mum", "text": "Long enough."},
    ]


def test_the_calendar_of_a_step_is_left_alone() -> None:
    repeats = {"each": "week", "on": ("mon",)}
    before = document(said("action", "Walk.", repeats=repeats))
    assert (
        document_from(typed_of(before) | {"words": ("Run.",)}, before)["fields"]["repeats"]
        == before["fields"]["repeats"]
    )


def test_whoever_is_named_moves_along_with_the_line() -> None:
    by = typed_of(document(said("need", "Sleep.", by="nan")))
    assert moved(by, NEED, STEP)["people.who"] == ("nan",)
    who = typed_of(document(said("action", "Walk.", who=("nan", "mum"))))
    assert moved(who, STEP, NEED)["by"] == ("nan",)


def test_what_the_new_kind_has_no_room_for_is_named_before_it_goes() -> None:
    typed = typed_of(document(said("worry", "He falls.", about=("ellie",), serious=False)))
    assert [one.key for one in lost(typed, WORRY, NEED)] == ["about", "serious"]
    assert lost(typed_of(document(said("worry", "He falls."))), WORRY, NEED) == ()
    step = typed_of(document(said("action", "Walk.", who=("nan",))))
    assert lost(step, STEP, NEED) == ()  # Nan is still named, as who said it.
    two = typed_of(document(said("action", "Walk.", who=("nan", "mum"))))
    assert [one.key for one in lost(two, STEP, NEED)] == ["who"]


@pytest.mark.parametrize(
    ("changed", "needed"),
    [
        ({}, False),
        ({"fields": {"about": ["ellie"]}}, False),
        ({"words": "Other words."}, True),
        ({"by": "mum"}, True),
        ({"exact": False}, True),
        ({"lang": "cy"}, True),
        ({"taken_back": True}, True),
    ],
)
def test_the_familys_yes_is_needed_for_exact_words_alone(
    changed: dict[str, Any], *, needed: bool
) -> None:
    line = said("worry", "I am scared.", by="nan", exact=True)
    now = document(line) | changed
    assert touches_exact_words(wording(line), now) is needed
    free = said("worry", "I am scared.", by="nan")
    assert not touches_exact_words(wording(free), now)
    assert not touches_exact_words(wording(line, taken_back=True), now)


def test_every_field_of_every_kind_has_a_box() -> None:
    boxes = Boxes(PEOPLE, (said("worry", "He falls.", id="w"),), {}, "x")
    for kind in KINDS.values():
        names = {box.name for box in boxes.of(kind)}
        for field in kind.fields:
            if field.holds is not Holds.REPEATS:
                assert any(name.startswith(name_of(field)) for name in names)


def test_a_step_may_answer_lines_with_ids_and_never_itself() -> None:
    lines = (
        said("worry", "He falls.", id="w"),
        said("action", "Walk.", id="a"),
        said("hope", "Sun.", id="h"),
    )
    (box,) = [one for one in Boxes(PEOPLE, lines, {}, "a").of(STEP) if one.name == "lines.links"]
    assert [(one.value, one.text) for one in box.choices] == [("w", "Worry: He falls.")]


@pytest.mark.parametrize("kind", ["not_said", "unknown"])
def test_what_somebody_says_of_a_line_may_be_of_any_other_line(kind: str) -> None:
    lines = (said("action", "Walk.", id="a"), said("hope", "Sun.", id="h"), said(kind, "x", id="x"))
    (box,) = [one for one in Boxes(PEOPLE, lines, {}, "x").of(KINDS[kind]) if "about" in one.name]
    assert [one.value for one in box.choices] == ["a", "h"]


def test_how_an_answer_was_given_is_asked_in_plain_words() -> None:
    (box,) = [one for one in Boxes(PEOPLE, (), {}, "x").of(KINDS["answer"]) if "how" in one.name]
    assert [one.text for one in box.choices] == [
        "In the round",
        "Alone",
        "By card",
        "By phone",
        "Later",
        "Not said yet",
    ]


def test_a_line_is_moved_to_kinds_that_people_say_and_stays_what_it_is() -> None:
    boxes = Boxes(PEOPLE, (), {"kind": ("consent",)}, "x")
    on_pages_of_their_own = {"consent", "reading", "own_view", "not_said", "kept_wording"}
    assert on_pages_of_their_own.isdisjoint(one.value for one in kinds(boxes, "need").choices)
    assert [one.value for one in kinds(boxes, "consent").choices if one.is_chosen] == ["consent"]


def test_the_yes_of_the_family_and_of_whose_words_they_are_counts() -> None:
    found = {one.value for one in whose_yes(Boxes(PEOPLE, (), {}, "x"), "priya").choices}
    assert found == {"", "mum", "ellie", "nan", "dean", "priya"}
