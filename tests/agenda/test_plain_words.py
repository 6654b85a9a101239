"""The language of an agenda's questions: open, plain, and with no word that hurts."""

from pathlib import Path

import pytest

from facilitator import agenda
from facilitator.agenda import shipped
from facilitator.refusals import Problem
from tests.agenda.builders import TINY
from tests.records import ROOT


def problems_of(question: str, folder: Path, more: str = "", language: str = "en-GB") -> list[str]:
    said = TINY.replace("What helps?", question).replace("core = true", f"core = true\n{more}")
    return [str(it) for it in checked(said.replace("en-GB", language), folder)]


def checked(text: str, folder: Path) -> tuple[Problem, ...]:
    file = folder / "tiny.toml"
    file.write_text(text, "utf-8")
    ((_, problems),) = agenda.check([file])
    return problems


@pytest.mark.parametrize("name", shipped.names())
def test_the_questions_of_a_shipped_agenda_are_open_plain_and_kind(name: str) -> None:
    ((_, problems),) = agenda.check([ROOT / "agendas" / f"{name}.toml"])
    assert problems == ()


def test_a_word_that_hurts_is_refused_with_what_to_say_instead(tmp_path: Path) -> None:
    (said,) = problems_of("What do you do when you see his challenging behaviour?", tmp_path)
    assert said.startswith("tiny.toml, prompt 'A-1': 'words' says 'challenging behaviour' (label).")
    assert "Say instead: " in said


def test_follow_ups_and_other_ways_are_read_too(tmp_path: Path) -> None:
    more = 'then = ["Who failed to engage?"]\nother_ways = ["Who is hard to reach?"]'
    first, second = problems_of("What helps?", tmp_path, more)
    assert "'then' says 'failed to engage'" in first
    assert "'other_ways' says 'hard to reach'" in second


def test_a_word_that_may_stand_with_care_is_no_fault_of_an_agenda(tmp_path: Path) -> None:
    assert problems_of("What is a good time for the siblings?", tmp_path) == []


@pytest.mark.parametrize(
    "question",
    [
        "Did you hear him?",
        "Isn't it time to go?",
        "Think of last week. Was it good?",
        "Won\u2019t you tell us?",
    ],
)
def test_a_question_that_yes_or_no_can_end_is_named(tmp_path: Path, question: str) -> None:
    (said,) = problems_of(question, tmp_path)
    assert "Yes or no can end this question" in said
    assert "'other_ways'" in said


@pytest.mark.parametrize("key", ["then", "other_ways"])
def test_a_shut_question_may_stand_with_an_open_one_beside_it(tmp_path: Path, key: str) -> None:
    assert problems_of("Does this fit?", tmp_path, f'{key} = ["What would fit?"]') == []
    assert len(problems_of("Does this fit?", tmp_path, f'{key} = ["Is it so?"]')) == 1


def test_what_is_no_question_is_neither_open_nor_shut(tmp_path: Path) -> None:
    assert problems_of("Do take your time. Tell us about a good day.", tmp_path) == []


def test_a_question_that_a_child_of_ten_can_not_follow_is_named(tmp_path: Path) -> None:
    hard = "Which considerations are fundamental to collaborative decisions about residence?"
    (said,) = problems_of(hard, tmp_path)
    assert "reads like grade " in said
    assert "a question has 5 or less" in said


def test_one_long_word_in_a_short_question_is_no_fault_where_its_follow_up_is_plain(
    tmp_path: Path,
) -> None:
    more = 'then = ["Who will be there, and what will they do?"]'
    assert problems_of("What will happen tomorrow?", tmp_path, more) == []


def test_a_childs_name_makes_no_question_hard(tmp_path: Path) -> None:
    assert problems_of("What would help [child] to sleep well at home?", tmp_path) == []


def test_questions_in_another_language_are_left_to_those_who_speak_it(tmp_path: Path) -> None:
    assert problems_of("Did you hear him, and was he uncooperative?", tmp_path, language="cy") == []


def test_a_meeting_keeps_an_agenda_that_a_later_list_of_words_would_not_like() -> None:
    said = TINY.replace("What helps?", "Did you see his challenging behaviour?")
    assert agenda.Agenda.read(said.encode(), "tiny.toml").id == "tiny"
