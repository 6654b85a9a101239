"""Rows of a flip chart become lines: nothing is guessed, and nothing is dropped."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.kinds import KINDS
from facilitator.leading.typing_up.flip_pages import FLIP_PAGES, SPEAKER, WORDS
from facilitator.leading.typing_up.rows import Reader
from tests import builders
from tests.builders import said

SATURDAY = date(2027, 2, 27)
READER = Reader(builders.people(), SATURDAY, {"1": "mum", "3": "nan"})
PEOPLE = READER.people


def row(page: str, **cells: str) -> dict[str, Any]:
    document = READER.document(
        FLIP_PAGES[page], {key.rstrip("_"): one for key, one in cells.items()}
    )
    assert document is not None
    return document


def test_every_column_fills_a_field_that_its_kind_has() -> None:
    for page in FLIP_PAGES.values():
        fields = {one.key for one in KINDS[page.kind].fields}
        fills = {one.fills for one in page.columns} - {WORDS, SPEAKER}
        assert fills <= fields
        assert page.rest in {WORDS, *fields}


def test_a_step_has_its_words_its_people_and_when_as_it_was_typed() -> None:
    document = row("steps", what="Walk Ellie to school.", who="Nan and 1", when="every day")
    assert document == {
        "kind": "action",
        "words": "Walk Ellie to school.",
        "by": "",
        "fields": {"who": ["nan", "mum"], "how_often": "every day"},
    }


def test_an_empty_row_is_no_line() -> None:
    assert READER.document(FLIP_PAGES["steps"], {"what": " ", "who": ""}) is None


@pytest.mark.parametrize(
    ("page", "cells", "expected"),
    [
        ("going-well", {"what": "She sings.", "said": "Nan"}, ("She sings.", "nan", {})),
        (
            "going-well",
            {"what": "She sings.", "said": "Nan and Mum"},
            ("She sings. (who said it: Mum)", "nan", {}),
        ),
        (
            "steps",
            {"what": "Ring.", "who": "Nan, Auntie Flo"},
            ("Ring. (who: Auntie Flo)", "", {"who": ["nan"]}),
        ),
        (
            "sort-out",
            {"what": "The money.", "who": "Priya", "by": "Fri 5 March"},
            ("The money.", "", {"who": "priya", "by": "2027-03-05"}),
        ),
        (
            "sort-out",
            {"what": "The money.", "by": "soon"},
            ("The money. (by when: soon)", "", {}),
        ),
        (
            "if",
            {"if": "Nan is ill", "then": "Mum comes.", "first": "Mum", "next": "Flo"},
            ("Mum comes. (ring next: Flo)", "", {"if": "Nan is ill", "who": "mum"}),
        ),
        (
            "meet-again",
            {"day": "22 May", "time": "10am", "place": "The hall"},
            ("", "", {"date": "2027-05-22", "time": "10:00", "place": "The hall"}),
        ),
        (
            "meet-again",
            {"day": "in May", "place": "The hall"},
            ("", "", {"place": "The hall (day: in May)"}),
        ),
        ("help", {"what": "A car seat.", "of": "Priya"}, ("A car seat.", "", {"of": "priya"})),
    ],
)
def test_each_page_reads_its_columns(
    page: str, cells: dict[str, str], expected: tuple[str, str, dict[str, Any]]
) -> None:
    document = READER.document(FLIP_PAGES[page], cells)
    assert document is not None
    assert (document["words"], document["by"], document["fields"]) == expected


TYPED = st.text("abn AN3&,()", max_size=12)


@given(st.sampled_from(sorted(FLIP_PAGES)), st.lists(TYPED, min_size=4, max_size=4))
def test_every_word_that_was_typed_stands_somewhere_in_the_line(
    page: str, cells: list[str]
) -> None:
    flip = FLIP_PAGES[page]
    typed = {one.key: words for one, words in zip(flip.columns, cells, strict=False)}
    document = READER.document(flip, typed)
    if document is None:
        assert not any(one.strip() for one in typed.values())
        return
    stands = str(document)
    for column in flip.columns:
        words = " ".join(typed[column.key].split())
        names = ("nan", "3", "3 3")  # what stands as somebody's id
        parts = words.replace("&", ",").split(",") if column.cell.startswith("name") else [words]
        for part in parts:
            bare = part.strip(" .:-")
            assert not bare or bare in stands or bare.casefold() in names or _only_seats(bare)


def _only_seats(words: str) -> bool:
    return set(words) <= set("3 ,&")


def test_a_row_that_was_typed_again_keeps_what_no_column_holds() -> None:
    base = row("steps", what="Walk Ellie.", who="Nan", when="daily")
    base["fields"] |= {"links": ["w1"], "checked_by": "mum"}
    page = FLIP_PAGES["steps"]
    again = READER.document(page, {"what": "Walk Ellie home.", "who": "", "when": ""}, base)
    assert again is not None
    assert again["words"] == "Walk Ellie home."
    assert again["fields"] == {"links": ["w1"], "checked_by": "mum"}


def test_a_name_is_asked_about_with_the_likeliest_people_first() -> None:
    (ask,) = READER.asks(FLIP_PAGES["steps"], said("action", "Ring. (who: Priay)"))
    assert (ask.column, ask.typed) == ("who", "Priay")
    assert ask.sentence == "“Priay”: is that Priya?"
    assert ask.people[0].id == "priya"
    assert len(ask.people) == len(tuple(PEOPLE))


def test_a_name_that_nobody_has_is_asked_about_plainly() -> None:
    (ask,) = READER.asks(FLIP_PAGES["steps"], said("action", "Ring. (who: Auntie Flo)"))
    assert ask.sentence == "Nobody here is called “Auntie Flo”. Who is it?"


def test_a_second_speaker_who_is_known_is_not_asked_about() -> None:
    line = said("strength", "She sings. (who said it: Mum)", by="nan")
    assert READER.asks(FLIP_PAGES["going-well"], line) == ()


def test_once_it_is_said_whom_a_name_means_the_words_are_as_they_were() -> None:
    base = row("steps", what="Ring.", who="Nan, Priay")
    now = READER.named_now(FLIP_PAGES["steps"], base, ("who", "Priay"), PEOPLE.load("priya"))
    assert now["words"] == "Ring."
    assert now["fields"]["who"] == ["nan", "priya"]
    assert READER.named_now(FLIP_PAGES["steps"], now, ("who", "Priay"), PEOPLE.load("mum")) == now


def test_words_that_are_surely_a_day_are_offered_as_one_and_not_taken() -> None:
    page = FLIP_PAGES["steps"]
    line = said("action", "Write.", who=("priya",), how_often="by 5 March")
    (ask,) = READER.asks(page, line)
    assert (ask.day, ask.day_in_words) == (date(2027, 3, 5), "Friday 5 March 2027")
    assert "due" not in row("steps", what="Write.", when="by 5 March")["fields"]
    known = said("action", "Write.", who=("priya",), how_often="by 5 March", due=SATURDAY)
    assert READER.asks(page, known) == ()
    assert READER.asks(page, said("action", "Write.", how_often="every Friday")) == ()


@pytest.mark.parametrize("as_what", ["start", "due"])
def test_what_somebody_says_of_a_day_is_kept_until_the_words_change(as_what: str) -> None:
    dated = row("steps", what="Write.", when="5 March", day_is=as_what)
    assert dated["fields"] == {"how_often": "", as_what: "2027-03-05"}
    page = FLIP_PAGES["steps"]
    changed = {"what": "Write.", "when": "every week", "day_is": as_what}
    again = READER.document(page, changed, dated)
    assert again is not None
    assert again["fields"] == {"how_often": "every week"}
