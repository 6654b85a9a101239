"""Words and sentences: where they begin and end in what people really type."""

import pytest

from facilitator.plain_language.text import read


def sentences(typed: str) -> list[str]:
    return [typed[one.start : one.end] for one in read(typed).sentences]


def words(typed: str) -> list[str]:
    return [word.folded for word in read(typed).words]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ring Dr. Khan on Friday. Then rest.", ["Ring Dr. Khan on Friday.", "Then rest."]),
        ("We meet at 7 p.m. Then home.", ["We meet at 7 p.m.", "Then home."]),
        ("We meet at 7 p.m. on Friday.", ["We meet at 7 p.m. on Friday."]),
        ("Some help, e.g. Mum or i.e. Nan.", ["Some help, e.g. Mum or i.e. Nan."]),
        ("J. Smith came. He stayed.", ["J. Smith came.", "He stayed."]),
        ("Plan B. We ring Nan.", ["Plan B.", "We ring Nan."]),
        ("So do I. Mum too.", ["So do I.", "Mum too."]),
        ("No. We can't.", ["No.", "We can't."]),
        ("The bus is no. 5 and it is late.", ["The bus is no. 5 and it is late."]),
        ("Sat 5 Mar. Nan comes.", ["Sat 5 Mar.", "Nan comes."]),
        ("It costs 2.50 at 7.45pm. Bring it.", ["It costs 2.50 at 7.45pm.", "Bring it."]),
        ("wait... what? Yes!", ["wait... what?", "Yes!"]),
        ("yes. ring me", ["yes.", "ring me"]),
        ('"Are you OK?" she said. "No."', ['"Are you OK?" she said.', '"No."']),
        ("He said “I will.” She said ‘no’.", ["He said “I will.”", "She said ‘no’."]),
        ("Finished.Then home.", ["Finished.", "Then home."]),
        ("See www.example.org. Then ring.", ["See www.example.org.", "Then ring."]),
        ("Milk, eggs, etc. Then home.", ["Milk, eggs, etc.", "Then home."]),
        ("Milk, eggs etc. and so on.", ["Milk, eggs etc. and so on."]),
        ("hello . Then home", ["hello .", "Then home"]),
        ("", []),
        ("?! ...", []),
    ],
)
def test_a_sentence_ends_where_somebody_ended_it(typed: str, expected: list[str]) -> None:
    assert sentences(typed) == expected


def test_each_line_of_a_list_is_a_sentence_of_its_own() -> None:
    assert sentences("- Ring Nan\n• Go home\n\n* Rest") == ["Ring Nan", "Go home", "Rest"]


def test_the_number_of_an_item_is_no_word_of_it() -> None:
    typed = "1. Ask Mum.\n2) Rest\na) Sleep"
    assert sentences(typed) == ["Ask Mum.", "Rest", "Sleep"]
    assert words("She is 8. He is 9.") == ["she", "is", "8", "he", "is", "9"]


def test_a_line_broken_at_the_edge_of_a_page_goes_on_in_the_next() -> None:
    typed = (
        "This line was pasted out of a long letter that somebody\nwrote to Nan. Yes.\nmilk\neggs"
    )
    assert sentences(typed) == [typed[: typed.index(" Yes.")], "Yes.", "milk", "eggs"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Nan’s co‑ordinator", ["nan's", "co-ordinator"]),
        ("and/or C&F", ["and", "or", "c", "f"]),
        (
            "at 7.45pm or 7.30p.m. on 27/2/2027",
            ["at", "7.45pm", "or", "7.30p.m.", "on", "27/2/2027"],
        ),
        ("s.17, D.V. and x3", ["s.17", "d.v.", "and", "x3"]),
        ("write to kay@example.org!", ["write", "to", "kay@example.org"]),
        ("soft\u00adly", ["softly"]),
        ("cafe\u0301 İ", ["café", "i̇"]),
        ("don't 'stop'", ["don't", "stop"]),
    ],
)
def test_a_word_is_folded_and_whole(typed: str, expected: list[str]) -> None:
    assert words(typed) == expected


@pytest.mark.parametrize(
    "typed", ["“Go,” said Nan’s\u00ad friend.\r\n 2) İt's 7.45pm 🎂 (ok?) …", "a\u0301 b\u2028c"]
)
def test_every_word_stands_where_it_says(typed: str) -> None:
    text = read(typed)
    assert [typed[word.start : word.end] for word in text.words] == [
        word.typed for word in text.words
    ]
    ends = [0, *(one.end for one in text.sentences)]
    assert all(one.start >= end for one, end in zip(text.sentences, ends, strict=False))
