"""What somebody put beside a line stands in just those copies that hold the line."""

from typing import Any

import pytest

from facilitator.contributions import Contribution
from facilitator.people import People
from tests.builders import copy, hidden, people, said, step

WORDS = "I said most days."


def beside(*about: str, **known: Any) -> Contribution:
    whole = {"id": "n1", "by": "nan", "about": about, "date": None, **known}
    return said("not_said", WORDS, **whole)


def holds(reader: str, *lines: Contribution, of: People | None = None) -> bool:
    made = copy(reader, *lines, of=of)
    text = made.canonical.decode()
    assert (WORDS in text) == (WORDS in [line.words for line in made.plan.lines])
    return WORDS in text


def test_whoever_holds_the_line_holds_what_was_put_beside_it() -> None:
    assert holds("mum", step(id="a1"), beside("a1"))
    assert holds("sam", step(id="a1", who=("sam",)), beside("a1"))
    assert not holds("sam", step(id="a1"), beside("a1"))


def test_in_the_copys_document_it_names_the_line_by_the_copys_own_number() -> None:
    made = copy("mum", said("hope", "Rest.", id="h1"), step(id="a1"), beside("a1"))
    (one,) = (line for line in made.document["lines"] if line["kind"] == "not_said")
    assert one["about"] == ["l2"]


@pytest.mark.parametrize("reader", ["mum", "priya"])
def test_where_the_line_is_hidden_nothing_shows_that_there_is_one(reader: str) -> None:
    of = people(hidden_items=(hidden("Moor House", reader),))
    lines = (step("Go to Moor House.", id="a1", who=("nan",)), beside("a1"))
    assert not holds(reader, *lines, of=of)
    assert holds("nan", *lines, of=of)


def test_beside_several_lines_it_stands_where_one_of_them_does() -> None:
    of = people(hidden_items=(hidden("Moor House", "mum"),))
    lines = (step("Go to Moor House.", id="a1"), step(id="a2"), beside("a1", "a2"))
    assert holds("mum", *lines, of=of)
    (one,) = (line for line in copy("mum", *lines, of=of).plan.lines if line.kind == "not_said")
    assert one.fields.ids("about") == ("a2",)


def test_what_comes_near_to_something_hidden_is_told_only_of_lines_that_are_there() -> None:
    of = people(hidden_items=(hidden("St Mary's Primary School", "mum"),))
    lines = (
        step("Go to St Mary's Primary School.", id="a1"),
        said("not_said", "Mary was not there.", id="n1", by="nan", about=("a1",), date=None),
    )
    assert copy("mum", *lines, of=of).near_misses == ()


def test_who_was_not_to_hear_the_words_does_not_hold_what_stands_beside_them() -> None:
    told = said("sent_words", "Love.", id="s1", by="nan", may_hear=("mum",))
    assert holds("mum", told, beside("s1"))
    assert not holds("priya", told, beside("s1"))


def test_a_line_that_is_gone_takes_it_along() -> None:
    assert not holds("mum", beside("a9"))


def test_words_beside_words_hang_on_the_line_at_their_root() -> None:
    of = people(hidden_items=(hidden("Moor House", "mum"),))
    root = step("Go to Moor House.", id="a1", who=("nan",))
    first = said("not_said", "No.", id="n0", by="nan", about=("a1", "n1"), date=None)
    assert holds("nan", root, first, beside("n0"), of=of)
    assert not holds("mum", root, first, beside("n0"), of=of)
    assert not holds("nan", beside("n1"), of=of)


def test_a_childs_page_holds_the_childs_own_words_and_nobody_elses() -> None:
    view = said("child_view", "More dog.", id="c1", by="ellie")
    assert holds("ellie", view, beside("c1", by="ellie"))
    assert not holds("ellie", view, beside("c1", by="nan"))
    assert not holds("ellie", step(id="a1"), beside("a1", by="ellie"))


def test_an_own_view_is_in_every_whole_copy_and_in_their_own() -> None:
    own = said("own_view", WORDS, id="o1", by="sam", date=None)
    assert holds("mum", own)
    assert holds("sam", own)
    assert not holds("ellie", own)
    assert holds("ellie", said("own_view", WORDS, id="o1", by="ellie", date=None))


@pytest.mark.parametrize("kind", ["own_view", "not_said"])
def test_a_name_stands_there_but_for_those_who_would_rather_not(kind: str) -> None:
    known: dict[str, Any] = {"about": ("a1",)} if kind == "not_said" else {}
    for shown, by in ((None, "nan"), (True, "nan"), (False, "")):
        line = said(kind, WORDS, id="n1", by="nan", name_shown=shown, date=None, **known)
        (one,) = copy("mum", step(id="a1"), line).plan.of(kind)
        assert one.by == by
