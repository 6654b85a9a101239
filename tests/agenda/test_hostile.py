"""Whatever the bytes: an agenda or a Refusal, soon, and never anything else."""

import sys
import time
import tomllib
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.agenda import Agenda
from facilitator.agenda.opening import MOST_BYTES, MOST_DOTS, MOST_OPEN
from facilitator.refusals import Refusal
from tests.agenda.builders import TINY


def answer(data: bytes) -> Agenda | Refusal:
    """The agenda in these bytes, or the Refusal of them; any other exception fails the test."""
    try:
        found: Agenda | Refusal = Agenda.read(data, "x.toml")
    except Refusal as refusal:
        found = refusal
    if isinstance(found, Refusal):
        assert found.problems
        assert all(problem.wrong and problem.remedy for problem in found.problems)
        assert all(problem.place.startswith("x.toml") for problem in found.problems)
    return found


@given(st.binary(max_size=400))
@example(b"\xff")
@example(b"a=[[[[")
def test_any_bytes_get_an_answer(data: bytes) -> None:
    answer(data)


@given(st.lists(st.sampled_from([*"abé\"'[]{}=.,#\n\r\t\\ _-0159:Z?<", '"""', "'''"]), max_size=80))
def test_any_heap_of_toml_signs_gets_an_answer(signs: list[str]) -> None:
    answer("".join(signs).encode())


@settings(max_examples=150)
@given(
    start=st.integers(0, len(TINY)),
    length=st.integers(0, 12),
    put_in=st.text(st.sampled_from("ab\"'[]{}=.,#\n\\ <?\x00\ud7ff"), max_size=4),
)
def test_a_sound_agenda_with_a_slip_of_the_hand_gets_an_answer(
    start: int, length: int, put_in: str
) -> None:
    answer((TINY[:start] + put_in + TINY[start + length :]).encode())


SLIPS: list[Callable[[str], str]] = [
    lambda line: line[:-1],
    lambda line: line[1:],
    lambda line: line.replace("=", "", 1),
    lambda line: line.replace("=", "==", 1),
    lambda line: line.replace('"', "", 1),
    lambda line: line.replace('"', "'", 1),
    lambda line: f"{line} x",
    lambda line: f"{line} \\",
    lambda line: f"{line}\x07",
    lambda line: f"{line}\n{line}",
    lambda line: f"[{line}",
    lambda line: f"{line}]",
    lambda line: f"{line.split('=')[0]}= 1979-13-45",
    lambda line: f"{line.split('=')[0]}= {{a = 1, a = 2}}",
    lambda line: f"{line.split('=')[0]}= '''",
    lambda line: f"{line.split('=')[0]}= inf",
]


def test_every_slip_on_every_line_is_refused_or_leaves_the_agenda_as_it_was() -> None:
    sound = Agenda.read(TINY.encode(), "x.toml")
    lines = TINY.splitlines()
    refused = tried = 0
    for number, line in enumerate(lines):
        for slip in SLIPS:
            slipped = "\n".join([*lines[:number], slip(line), *lines[number + 1 :]])
            found = answer(slipped.encode())
            tried += 1
            refused += isinstance(found, Refusal)
            if isinstance(found, Agenda) and line and slip(line) != line:
                # A word that lost its first letter is another word, and no fault of the file.
                assert len(found.prompts) == len(sound.prompts)
    assert tried == len(lines) * len(SLIPS)
    assert refused > tried * 0.8


def full(unit: str, before: str = "", after: str = "", size: int = MOST_BYTES) -> bytes:
    return (before + unit * ((size - len(before) - len(after)) // len(unit)) + after).encode()


COSTLY = {
    "one name of many parts": ("a.", "", "a=1"),
    "one quoted name of many parts": ('"a" . ', "", "a=1"),
    "one heading of many parts": ("a.", "[", "a]"),
    "lists in lists": ("[", "a=", ""),
    "tables in tables": ("{a=", "a=", ""),
    "as many parts as are let through": (".".join("abcdefghijklmnop") + "=1\n", "", ""),
    "lists of headings": ("[[prompt]]\n", "", ""),
    "quotation marks": ('"', "", ""),
    "quotation marks in threes": ('"""a', "", ""),
    "strings without an end": ("\\\n", 'a="""', ""),
    "addresses without an end": ("a@", '[[prompt]]\nwords="', '"'),
    "unknown commitments": ('"REX-1",', "[[prompt]]\ncommitments=[", "]"),
    "small numbers": ("1,", "a=[", "]"),
    "big numbers": ("f", "minutes=0x", ""),
    "closing brackets": ("]", "", ""),
    "empty lines": ("\r\n", "", ""),
    "notes": ("#\n", "", ""),
}


@pytest.mark.parametrize("parts", COSTLY.values(), ids=COSTLY)
def test_the_costliest_64_kb_are_answered_in_seconds_and_not_in_minutes(
    parts: tuple[str, str, str],
) -> None:
    unit, before, after = parts
    data = full(unit, before, after)
    began = time.process_time()
    assert isinstance(answer(data), Refusal)
    assert time.process_time() - began < 5


def calls_made(data: bytes) -> int:
    """How many functions an answer calls: a measure of work that no busy machine changes."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        answer(data)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("parts", COSTLY.values(), ids=COSTLY)
def test_twice_the_file_is_at_most_twice_the_work(parts: tuple[str, str, str]) -> None:
    unit, before, after = parts
    calls_made(b"")  # the first answer of all pays for things that are kept
    half, whole = (calls_made(full(unit, before, after, size)) for size in (8_000, 16_000))
    assert whole <= 2.2 * half + 500


def test_a_deep_or_many_dotted_file_never_reaches_the_toml_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("It was read."))
    answer(b"a = " + b"[" * (MOST_OPEN + 1))
    answer(b"a." * (MOST_DOTS + 1) + b"a = 1")
    answer(b'"#" . ' * (MOST_DOTS + 1) + b"a = 1")


def test_dots_and_brackets_within_words_and_notes_do_not_count() -> None:
    many = "." * 40 + "(" * 40
    note = f"# {'[' * 40}{'.' * 40}\n"
    words = TINY.replace("What helps?", f"What helps{many}?")
    assert isinstance(answer((note + words).encode()), Agenda)
    whys = f'\n[left_out]\nX = """{"[" * 20}\n{"." * 20}"""\nY = \'{"[" * 20}\'\n'
    found = answer((TINY + whys).encode())
    assert isinstance(found, Refusal)
    assert not any("brackets are open" in problem.wrong for problem in found.problems)
