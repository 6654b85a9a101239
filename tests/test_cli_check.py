"""`facilitator check`, as somebody at a keyboard and as a program meets it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from facilitator.cli import commands
from facilitator.plain_language import Level, Reason, Scope

SERVICE_WORDS = """\
format = "facilitator-words/1"

[[word]]
name = "hubbub"
level = "stop"
reason = "jargon"
say = "the blue room"
"""
WRONG_CALLS = 10
KEYS = ["line", "start", "end", "level", "reason", "words", "instead", "why"]


def check(*words: str | Path, typed: str | bytes | None = None) -> Result:
    return CliRunner().invoke(commands, ["check", *(str(word) for word in words)], input=typed)


def told(ran: Result) -> dict[str, Any]:
    """The one JSON answer on standard output, and nothing beside it."""
    answer = json.loads(ran.stdout)
    assert isinstance(answer, dict)
    return answer


def findings(*words: str | Path, typed: str | bytes) -> list[dict[str, Any]]:
    found = told(check("--json", *words, typed=typed))["findings"]
    assert isinstance(found, list)
    return found


def stops(found: list[dict[str, Any]]) -> list[tuple[int, str]]:
    return [(it["line"], it["words"]) for it in found if it["level"] == "stop"]


def test_each_line_of_the_input_is_a_line_of_a_plan_and_is_counted_from_one() -> None:
    found = findings(typed="Nan makes us laugh.\n\nMum failed to engage with us.\n")
    assert stops(found) == [(3, "failed to engage")]


def test_the_answer_for_a_program_has_just_the_keys_that_were_promised() -> None:
    ran = check("--json", typed="Mum failed to engage with us.")
    answer = told(ran)
    assert ran.exit_code == 1
    assert list(answer) == ["findings", "reading"]
    (found,) = answer["findings"]
    assert list(found) == KEYS
    assert (found["start"], found["end"], found["level"]) == (4, 20, "stop")
    assert (found["reason"], found["words"]) == ("blame", "failed to engage")
    assert found["instead"]
    assert found["why"]


def test_offsets_are_counted_in_code_points() -> None:
    typed = "\N{FACE WITH TEARS OF JOY} Zoë said Mum failed to engage."
    (found,) = findings(typed=typed)
    assert typed[found["start"] : found["end"]] == found["words"] == "failed to engage"


def test_a_stop_ends_with_one_and_anything_less_with_nothing() -> None:
    assert check(typed="Mum failed to engage.").exit_code == 1
    assert check(typed="My siblings live in Leeds.").exit_code == 0
    assert check(typed="Nan makes us laugh.").exit_code == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_any_computer_ends_them(tmp_path: Path, end: str) -> None:
    file = tmp_path / "plan.txt"
    file.write_bytes(f"Nan cooks.{end}{end}Mum failed to engage.{end}".encode())
    (found,) = findings(file, typed="")
    assert (found["line"], found["start"]) == (3, 4)


def test_what_only_a_program_counts_as_the_end_of_a_line_ends_none() -> None:
    found = findings(typed="Nan cooks.\x0b\x0c\x85\u2028Mum failed to engage.")
    assert stops(found) == [(1, "failed to engage")]


def test_the_mark_that_some_editors_put_before_a_text_is_no_letter_of_it() -> None:
    (found,) = findings(typed=b"\xef\xbb\xbfMum failed to engage.")
    assert (found["line"], found["start"]) == (1, 4)


@pytest.mark.parametrize("typed", ["", "\n\n", "\ufeff", " \n\t\n"])
def test_a_text_with_nothing_in_it_is_all_right(typed: str) -> None:
    ran = check("--json", typed=typed)
    assert ran.exit_code == 0
    assert told(ran)["findings"] == []
    assert told(ran)["reading"]["grade"] is None
    assert check(typed=typed).stdout == "Nothing found.\n"


def test_a_huge_line_gets_its_answer() -> None:
    found = findings(typed="Nan cooks tea. " * 20_000 + "Mum failed to engage.")
    assert stops(found) == [(1, "failed to engage")]


def test_without_a_file_and_with_a_dash_it_reads_what_is_typed(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("Mum failed to engage.", "utf-8")
    said = {check(*where, typed="Mum failed to engage.").stdout for where in ((), ("-",), (file,))}
    assert len(said) == 1


def test_each_finding_is_one_line_with_its_place_its_reason_and_what_to_say() -> None:
    ran = check(typed="Nan cooks.\nMum failed to engage.")
    first, *rest = ran.stdout.splitlines()
    assert first.startswith("Line 2, letters 5 to 20: stop, blame: 'failed to engage'. ")
    assert "Say instead: " in first
    assert rest[0].startswith("6 words. ")


def test_letters_that_would_move_a_terminal_are_written_out() -> None:
    ran = check(typed="Mum failed\x1b[2J to engage.\x07\nMum \x1b]0;x\x07failed to engage.")
    assert "\x1b" not in ran.stdout
    assert "\x07" not in ran.stdout


def test_how_the_whole_reads_comes_last_and_only_where_it_can_be_told() -> None:
    ran = check(typed="Nan cooks.")
    assert "too short to say how hard it reads" in ran.stdout
    ran = check(typed="Nan walks Sam to school on Monday.\n" * 30)
    assert ran.stdout.startswith("Nothing found.\n210 words. ")
    assert "A child of about " in ran.stdout


def test_the_reading_names_the_lines_that_would_help_most_by_their_numbers() -> None:
    hard = "The authorities communicated considerable dissatisfaction regarding accommodation."
    typed = "Nan walks Sam to school.\n" * 25 + "\n" + hard + "\n"
    reading = told(check("--json", typed=typed))["reading"]
    assert reading["help_most"][0]["line"] == 27
    assert reading["help_most"][0]["why"]
    assert "Line 27 would help most: " in check(typed=typed).stdout


def test_a_word_that_is_vague_in_a_step_may_stand_in_a_story() -> None:
    line = "Dad will monitor it."
    assert stops(findings(typed=line)) == []
    assert (1, "monitor") in stops(findings("--scope", "actions", typed=line))


def test_the_help_names_every_scope() -> None:
    said = check("--help").stdout
    for scope in Scope:
        assert scope.value in said


def test_levels_and_reasons_are_said_in_the_words_of_the_list() -> None:
    typed = "Mum failed to engage.\nMy siblings live here.\nThe IRO came at 19:00."
    found = findings(typed=typed)
    assert {it["level"] for it in found} == {level.value for level in Level}
    assert {it["reason"] for it in found} <= {reason.value for reason in Reason}


def test_a_services_own_words_are_found_too(tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(SERVICE_WORDS, "utf-8")
    line = "We meet at the hubbub."
    assert findings(typed=line) == []
    (found,) = findings("--words", own, typed=line)
    assert (found["words"], found["level"]) == ("hubbub", "stop")


def test_the_words_that_the_app_is_set_to_are_found_without_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(SERVICE_WORDS, "utf-8")
    monkeypatch.setenv("FACILITATOR_WORDS", str(own))
    assert check(typed="We meet at the hubbub.").exit_code == 1


def wrong_calls(folder: Path) -> list[tuple[tuple[str | Path, ...], bytes, str]]:
    """A call, what is typed, and a part of what is said."""
    latin = folder / "latin.txt"
    latin.write_bytes(b"Nan cooks.\nZo\xeb laughs.")
    words = folder / "words.toml"
    words.write_text("colour = 'red'", "utf-8")
    return [
        ((latin,), b"", "'latin.txt' is not UTF-8: line 2 "),
        ((), b"\xff\xfeN\x00", "What was typed is UTF-16"),
        ((folder / "none.txt",), b"", "'none.txt' can't be read"),
        (("long" * 2000,), b"", "can't be read: File name too long"),
        ((folder,), b"", "is a directory"),
        ((), b"a" * 10_000_001, "What was typed is more than 10 MB long."),
        (("--scope", "poems"), b"", "There is no scope called 'poems'."),
        (("--words", words), b"", "words.toml"),
        (("--words", folder / "gone.toml"), b"", "gone.toml"),
        (("--dance",), b"", "--dance"),
    ]


@pytest.mark.parametrize("number", range(WRONG_CALLS))
def test_a_wrong_call_ends_with_two_and_says_what_to_do(tmp_path: Path, number: int) -> None:
    calls = wrong_calls(tmp_path)
    assert len(calls) == WRONG_CALLS
    words, typed, said = calls[number]
    ran = check(*words, typed=typed)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in " ".join(ran.stderr.split())
    ran = check("--json", *words, typed=typed)
    assert ran.exit_code == 2
    assert list(told(ran)) == ["error", "remedy"]
    assert said in " ".join(told(ran)["error"].split())
    assert told(ran)["remedy"]
    assert ran.stderr == ""
