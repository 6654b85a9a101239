"""`facilitator audit`, as somebody at a keyboard and as a program meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator.cli import commands
from tests.records import CAMPBELL, PEARCE


def audit(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, ["audit", *(str(word) for word in words)])


@pytest.mark.parametrize("path", [CAMPBELL, PEARCE])
def test_the_answer_for_a_program_has_just_the_keys_that_were_promised(path: Path) -> None:
    ran = audit(path, "--json")
    told = json.loads(ran.stdout)
    assert ran.exit_code == 0
    assert list(told) == ["ratings", "gates", "metrics", "commitments"]
    assert list(told["ratings"]) == [f"Q{number}" for number in range(1, 21)]
    for rating in told["ratings"].values():
        assert list(rating) == ["suggested", "because", "evidence"]
        for one in rating["evidence"]:
            assert list(one) == ["line", "kind", "quote", "prompt", "commitments"]


def test_the_copy_register_says_why_somebody_holds_none() -> None:
    told = json.loads(audit(PEARCE, "--json").stdout)
    quotes = [one["quote"] for one in told["ratings"]["Q19"]["evidence"]]
    assert "no copy: no reason is written" in quotes


def test_a_record_brings_its_yes_to_the_meeting_and_the_fact_that_something_was_written() -> None:
    told = json.loads(audit(PEARCE, "--json").stdout)
    assert "164 days before" in told["ratings"]["Q11"]["because"]
    assert "G2 private family time breached or recorded" in told["gates"]
    assert "drinking again" not in audit(PEARCE, "--json").stdout


def test_a_person_reads_gates_first_then_each_criterion_with_its_question() -> None:
    ran = audit(PEARCE)
    lines = ran.stdout.splitlines()
    assert ran.exit_code == 0
    assert lines[0] == "The machine suggests, a person judges."
    assert lines[1] == "Gate G2 private family time breached or recorded."
    assert "Q8 The load is shared: 1" in lines
    assert "   Ask: Was anybody pressed into a yes?" in lines
    assert "REL-1 Trustworthy: 4" in lines
    assert "RES-1 Participatory: nothing found" in lines


def test_a_service_brings_its_own_criteria_and_what_it_left_out_is_said(tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(
        'format = "facilitator-rubric/1"\n[[criterion]]\nid = "S1"\nname = "Food"\n'
        'commitments = ["RES-3"]\nanchors = ["a", "b", "c", "d"]\nasks = "What was eaten?"\n'
        '[[left_out]]\nid = "Q11"\nwhy = "Counted elsewhere."\n',
        encoding="utf-8",
    )
    told = audit(CAMPBELL, "--rubric", own).stdout
    assert "S1 Food: a person judges it" in told
    assert "Left out: In time. Counted elsewhere." in told
    assert "Q11 In time" not in told


def test_a_wrong_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}", encoding="utf-8")
    for words in ((wrong,), (CAMPBELL, "--rubric", tmp_path / "gone.toml")):
        ran = audit(*words)
        assert ran.exit_code == 1
        assert "Traceback" not in ran.output
        assert ran.stderr.strip()
