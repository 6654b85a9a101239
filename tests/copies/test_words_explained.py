"""A copy explains the words of law that stand in it: each once, and only its own."""

from pathlib import Path

from facilitator.copies import Copy, Gate
from facilitator.database import new_id
from facilitator.plain_language import with_service
from tests.builders import copy, hidden, people, plan, said, step

LAW = said("worry", "Dean asked the court about parental responsibility.", id="w")
HUB = """format = "facilitator-words/1"

[[word]]
name = "gaffer lane hub"
level = "explain"
reason = "jargon"
say = "the family room at the library"
find = ["gaffer lane hub"]
"""


def words(made: Copy) -> list[str]:
    return [one.word for one in made.words_explained]


def test_a_word_of_law_is_explained_once_where_it_is_used() -> None:
    twice = said("need", "Parental responsibility is hard to understand.")
    made = copy("nan", LAW, twice)
    assert [one.casefold() for one in words(made)] == ["parental responsibility"]
    assert made.words_explained[0].meaning


def test_a_copy_without_the_word_does_not_explain_it() -> None:
    assert words(copy("nan", step())) == []
    assert words(copy("ellie", LAW, step())) == []


def test_what_is_hidden_from_a_reader_is_not_explained_to_them() -> None:
    kept = people(hidden_items=(hidden("parental responsibility", "nan"),))
    assert words(copy("nan", LAW, of=kept)) == []
    assert words(copy("mum", LAW, of=kept)) != []


def test_a_meaning_that_would_say_what_is_hidden_is_left_out() -> None:
    (meaning,) = [one.meaning for one in copy("nan", LAW).words_explained]
    kept = people(hidden_items=(hidden(meaning, "nan"),))
    assert words(copy("nan", LAW, of=kept)) == []


def test_a_services_own_word_is_explained_where_the_gate_was_given_its_list(
    tmp_path: Path,
) -> None:
    ours = tmp_path / "ours.toml"
    ours.write_text(HUB, "utf-8")
    line = said("need", "Somebody from the Gaffer Lane Hub to call.")
    gate = Gate(plan=plan(line), owner_id=new_id(), lists=with_service(ours))
    made = gate.check_of("nan").copy
    assert made is not None
    assert [one.meaning for one in made.words_explained] == ["the family room at the library"]
    assert words(copy("nan", line)) == []


def test_the_document_of_the_copy_says_what_its_paper_says() -> None:
    made = copy("nan", LAW)
    assert made.document["words_explained"] == [
        {"word": one.word, "meaning": one.meaning} for one in made.words_explained
    ]
    assert "words_explained" not in copy("nan", step()).document


def test_a_line_in_another_language_explains_nothing() -> None:
    welsh = said("worry", "Parental responsibility.", lang="cy")
    assert Copy.for_reader(plan(welsh), "nan").words_explained == ()
