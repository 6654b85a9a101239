"""Who is named in words, and what looks like a way to a door."""

import doctest
from types import ModuleType

import pytest

from facilitator.mentions import (
    figures,
    letters,
    looks_like_address,
    looks_like_phone,
    looks_like_postcode,
    names,
    names_in,
    slips,
    sounds,
    surnames,
    ways_to_name,
)

PEOPLE = {
    "charlene": ways_to_name("Charlene Campbell", "Mum / Charlene"),
    "grace": ways_to_name("Grace Campbell", "Nan"),
    "bev": ways_to_name("Beverley Campbell", "Auntie Bev"),
    "joy": ways_to_name("Joy Thompson", "Pastor Joy"),
    "will": ways_to_name("Will Marks", "Will"),
    "jan": ways_to_name("Jan Nowak", "Jan"),
}


@pytest.mark.parametrize("module", [figures, letters, names, slips, sounds])
def test_the_examples_beside_the_code_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ring Charlene each night and listen.", ("charlene",)),
        ("Mum's flat, with Nan.", ("charlene", "grace")),
        ("ring mum", ("charlene",)),
        ("Ask Beverley; Bev's car is big.", ("bev",)),
        ("Joy comes, and Will too.", ("joy", "will")),
        ("We will feel joy and say grace.", ()),
        ("Mrs Campbell rings the school.", ()),
        ("In January we rest.", ()),
        ("JAN rests.", ("jan",)),
        ("Minute by minute, the mummy bear came.", ()),
        ("", ()),
    ],
)
def test_a_person_is_named_by_whole_words(text: str, who: tuple[str, ...]) -> None:
    assert names_in(text, PEOPLE) == who


def test_a_person_is_named_by_first_name_whole_name_and_what_they_are_called() -> None:
    assert ways_to_name("Grace Campbell", "Nan") == ("Grace Campbell", "Grace", "Nan")
    assert ways_to_name("Joy Thompson", "Pastor Joy") == ("Joy Thompson", "Pastor Joy", "Joy")
    assert ways_to_name("Nan", "") == ("Nan",)
    assert ways_to_name("", " / ") == ()


def test_a_surname_is_the_last_of_two_names_or_what_stands_after_a_title() -> None:
    people = ["Omar al-Rahman", "Auntie Bev", "Dr Anwar Siddiqui", "Tiana Campbell-Reid", "Nan"]
    assert surnames(people) == (
        "al-Rahman",
        "Rahman",
        "Siddiqui",
        "Campbell-Reid",
        "Campbell",
        "Reid",
    )


@pytest.mark.parametrize(
    "text",
    [
        "See Mum at 12 Elm Road.",
        "12 elm road",
        "See Mum at twelve Elm Rd.",
        "14a Victoria Terrace",
        "Flat 3, by the lift",
        "apt 3",
        "Send it to EX4 3PQ.",
        "send it to ex43pq",
        "3 Queen St",
        "27 Old Mill Lane",
    ],
)
def test_an_address_is_seen(text: str) -> None:
    assert looks_like_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "See Mum at Bev's flat at 4pm.",
        "We meet on Saturday 22 May 2027 at 10am, New Hope Church hall.",
        "Walk 2 miles down the road.",
        "Take 3 coats and close the gate.",
        "Sit with Tiana at 7.45pm.",
        "On 5 March Nan will drive.",
        "On 5 March Close the gate.",
        "",
    ],
)
def test_an_everyday_line_is_no_address(text: str) -> None:
    assert not looks_like_address(text)


def test_a_postcode_and_a_telephone_number_are_seen() -> None:
    assert looks_like_postcode("sw1a2aa")
    assert not looks_like_postcode("Room 4 at 3pm")
    assert looks_like_phone("Ring oh seven seven double oh nine double oh one four two.")
    assert not looks_like_phone("Ring 999, or Childline on 0800 1111.")
