"""One tiny file for each fault, with the exact sentences that it must be refused with.

The sentences stand in the file itself, in the lines that begin with '#! '.
"""

from pathlib import Path

import pytest

from facilitator.agenda import Agenda
from facilitator.refusals import Refusal
from tests.agenda.builders import TINY

FOLDER = Path(__file__).parent / "broken"
FILES = sorted(FOLDER.glob("*.toml"))


def sentences(data: bytes, name: str = "x.toml") -> list[str]:
    with pytest.raises(Refusal) as refused:
        Agenda.read(data, name)
    return [str(problem) for problem in refused.value.problems]


def test_the_tiny_agenda_that_the_faults_are_put_into_is_sound() -> None:
    assert Agenda.read(TINY.encode(), "tiny.toml").prompts[0].words == "What helps?"
    assert len(FILES) >= 90


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_faulty_agenda_is_refused_with_these_words(path: Path) -> None:
    data = path.read_bytes()
    said = [line[3:] for line in data.decode().splitlines() if line.startswith("#! ")]
    assert sentences(data, path.name) == said


def test_a_file_over_64_kb_is_refused_unread() -> None:
    padded = TINY.encode() + b"#" * (64 * 1024)
    assert sentences(padded) == [
        "x.toml: This file is more than 64 KB long. Make it shorter, or make two agendas of it."
    ]


def test_a_file_of_64_kb_is_read() -> None:
    padded = TINY.encode() + b"#" * (64 * 1024 - len(TINY.encode()))
    assert Agenda.read(padded, "x.toml").id == "tiny"


def test_bytes_that_are_not_utf_8_are_named_with_their_line() -> None:
    assert sentences(b'id = "tiny"\nname = "Caf\xe9"\n') == [
        "x.toml, line 2: The byte 0xE9 is not text in UTF-8. Save the file as UTF-8."
    ]


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_is_refused(mark: bytes) -> None:
    (said,) = sentences(mark + TINY.encode())
    assert said == (
        "x.toml, line 1: The file begins with a byte order mark, which can't be seen. "
        "Save it as plain UTF-8, without a byte order mark (BOM)."
    )


def test_a_nul_in_the_file_is_refused() -> None:
    assert sentences(TINY.encode().replace(b"helps", b"hel\x00ps")) == [
        "x.toml, line 16: There is a character here that can't be seen: '[U+0000]'. Take it out."
    ]


@pytest.mark.parametrize("surrogate", [b"\xed\xa0\x80", b"\\ud800"])
def test_half_a_character_is_refused(surrogate: bytes) -> None:
    (said,) = sentences(TINY.encode().replace(b"helps", surrogate))
    assert said.startswith("x.toml, line 16: ")


def test_a_number_of_thousands_of_figures_is_refused() -> None:
    assert sentences(b"minutes = " + b"9" * 5000) == [
        "x.toml: A number has thousands of figures. Write a number as people say it."
    ]
    (said, *_) = sentences(b'[[stage]]\nid = "open"\nminutes = 0x' + b"f" * 9000)
    assert "x.toml: 'format' is missing." in said


def test_a_huge_number_is_not_written_out_in_the_message() -> None:
    data = TINY.replace('name = "Welcome"', f'name = "Welcome"\nminutes = 0x{"f" * 9000}').encode()
    (said,) = sentences(data)
    assert said == (
        "x.toml, stage 'open': 'minutes' is a very big number. "
        "Use a whole number from 1 to 600, or leave it out."
    )


def test_lines_may_end_as_on_windows() -> None:
    assert Agenda.read(TINY.replace("\n", "\r\n").encode(), "x.toml").id == "tiny"


def test_after_a_hundred_problems_the_rest_are_not_looked_for() -> None:
    many = TINY + "\n[left_out]\n" + "".join(f'X-{n} = "Why."\n' for n in range(500))
    said = sentences(many.encode())
    assert len(said) == 101
    assert said[-1] == (
        "x.toml: There are more problems than these 100. Put these right first, then check again."
    )


def test_a_file_name_with_an_unseen_character_is_shown_safely() -> None:
    (said, *_) = sentences(b"", "x\n\x1b[2J.toml")
    assert said.startswith("x[U+000A][U+001B][2J.toml: ")


@pytest.mark.parametrize(
    "kind_words",
    [
        "What helps at 10.30 in the morning?",
        "What does Mr. Green like to do - and when?",
        "¿Qué te ayuda?",
        "ما الذي يساعدك؟",
        "می‌خواهی چه کسی کنارت باشد؟",
        "What helps [child] & the others, 2 or 3 times?",
        "Tell us why. What would you like?",
        "Where does his/her story begin (in your words)?",
    ],
)
def test_kind_words_of_many_languages_are_let_through(kind_words: str) -> None:
    agenda = Agenda.read(TINY.replace("What helps?", kind_words).encode(), "x.toml")
    assert agenda.prompts[0].words == kind_words
