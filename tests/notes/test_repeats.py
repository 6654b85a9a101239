"""Words of a note never reach a family through a line of its plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.notes.repeats import IN_A_ROW, Repeat, repeats

NOTE = "Strategy meeting: mum minimises the drinking and does not accept the need for help."
LINE = "Everybody knows that Mum minimises the drinking, and does not accept help."


def words_of(note: str, line: str) -> list[str]:
    return [one.words for one in repeats([note], [("a1", line)])]


def test_six_words_in_a_row_are_found_in_the_words_of_the_line() -> None:
    found = repeats([NOTE], [("a1", LINE)])
    expected = Repeat("a1", "Mum minimises the drinking, and does not accept")
    assert found == (expected,)


def test_five_words_in_a_row_are_nobodys() -> None:
    assert words_of("mum minimises the drinking and", LINE) == []


@pytest.mark.parametrize(
    "line",
    [
        "MUM MINIMISES THE DRINKING AND DOES",
        "mum -- minimises; the\n\ndrinking (and) does",
        "Mum\u00a0minimises  the   drinking…and does",
        "Múm minimises the drinking and dóes",
        "“Mum minimises” the ‘drinking’ and does.",
        "\uff4d\uff55\uff4d minimises the drinking and does",
    ],
)
def test_neither_case_nor_punctuation_nor_spacing_hides_it(line: str) -> None:
    assert len(words_of(NOTE, line)) == 1


def test_an_apostrophe_may_be_written_in_any_way_or_not_at_all() -> None:
    note = "She doesn't think that he'll stop soon"
    for line in ("She doesnt think that hell stop soon", "She doesn’t think that he’ll stop soon"):
        assert len(words_of(note, line)) == 1


def test_two_runs_in_one_line_are_two() -> None:
    note = "one two three four five six. seven eight nine ten eleven twelve"
    line = "one two three four five six X seven eight nine ten eleven twelve"
    assert words_of(note, line) == [
        "one two three four five six",
        "seven eight nine ten eleven twelve",
    ]


def test_words_of_two_notes_are_not_one_run() -> None:
    assert (
        repeats(["one two three", "four five six"], [("a1", "one two three four five six")]) == ()
    )


# Signs that become several when they are folded, beside plain ones.
ODD = st.text(st.sampled_from("ab é\u0301ŉﬁ½ßİ'’_ \n"), max_size=60)


@given(st.lists(ODD, max_size=4), st.lists(ODD, max_size=4))
def test_whatever_is_written_what_is_found_stands_in_its_line(
    notes: list[str], lines: list[str]
) -> None:
    named = [(str(at), line) for at, line in enumerate(lines)]
    for one in repeats(notes, named):
        assert one.words in lines[int(one.line)]


@given(st.lists(st.sampled_from(["ab", "cd", "ef", "gh"]), max_size=24), st.integers(0, 20))
def test_any_six_words_of_a_line_in_a_note_are_found(words: list[str], at: int) -> None:
    row = words[at : at + IN_A_ROW]
    found = repeats([" ".join(row)], [("a1", ", ".join(words).upper())])
    assert bool(found) == (len(row) == IN_A_ROW)


def test_a_thousand_notes_and_three_hundred_lines_are_looked_through() -> None:
    sentence = "We talked about the school run and about who could sit with the children at night. "
    notes = [f"{at} {sentence * 5}" for at in range(1000)]
    lines = [
        (f"a{at}", f"Somebody walks child {at} to school on every day of the week.")
        for at in range(300)
    ]
    assert repeats(notes, lines) == ()
    assert len(repeats([*notes, "walks child 7 to school on every"], lines)) == 1
