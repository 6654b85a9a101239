"""The commands, as somebody at a keyboard meets them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator.cli import commands
from tests.records import CAMPBELL, PEARCE, ROOT


def facilitator(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


def changed(path: Path, change: object, into: Path) -> Path:
    document = json.loads(path.read_bytes())
    change(document)  # type: ignore[operator]
    into.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    return into


def test_one_readers_copy_is_printed_by_name(tmp_path: Path) -> None:
    ran = facilitator("plan", CAMPBELL, "-o", tmp_path, "--reader", "tiana")
    assert ran.exit_code == 0, ran.output
    (row,) = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert row["reader"] == "tiana"
    assert ran.stdout.startswith(f"{row['file']}  Tiana, child, ")


def test_gaps_are_said_on_standard_error_and_the_paper_is_printed(tmp_path: Path) -> None:
    ran = facilitator("plan", PEARCE, "-o", tmp_path, "--reader", "mo")
    assert ran.exit_code == 0
    assert "Still to sort out: We have not set a day to meet again yet." in ran.stderr
    assert "Still to sort out" not in ran.stdout


def test_a_refused_copy_is_not_written_and_the_others_are(tmp_path: Path) -> None:
    def shut_out(document: dict[str, object]) -> None:
        one = {"person": "joy", "kind": "order", "protects": ["tiana"], "rule": "No contact."}
        document["safety"]["restrictions"].append(one)  # type: ignore[index]
        for person in document["people"]:  # type: ignore[attr-defined]
            if person["id"] not in ("joy", "jaydon"):
                person["copy"] = {"kind": "none"}

    source = changed(CAMPBELL, shut_out, tmp_path / "record.json")
    ran = facilitator("plan", source, "-o", tmp_path / "out")
    assert ran.exit_code == 1
    assert "Not printed. Pastor Joy must not have a copy: “No contact.”" in ran.stderr
    rows = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert [row["reader"] for row in rows] == ["jaydon"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--edition", "easy_read"), "There is no edition called 'easy_read' yet."),
        (("--lang", "cy"), "There is no paper in 'cy' yet."),
    ],
)
def test_an_edition_that_is_not_built_yet_is_a_wrong_call(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    ran = facilitator("plan", CAMPBELL, "-o", tmp_path, *words)
    assert ran.exit_code == 2
    assert said in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_person_who_is_not_in_the_record_is_refused(tmp_path: Path) -> None:
    ran = facilitator("plan", CAMPBELL, "-o", tmp_path, "--reader", "bob")
    assert ran.exit_code == 1
    assert "There is nobody called 'bob' in this meeting." in ran.stderr


def test_a_broken_record_is_refused_whole(tmp_path: Path) -> None:
    source = changed(CAMPBELL, lambda it: it["people"][0].update(colour="red"), tmp_path / "r.json")
    for words in (("plan", source, "-o", tmp_path / "out"), ("record", "check", source)):
        ran = facilitator(*words)
        assert ran.exit_code == 1
        assert "people[0]" in ran.stderr
        assert "colour" in ran.stderr
    assert not (tmp_path / "out").exists()


def test_an_older_paper_in_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "family-plan-00000000.pdf").write_bytes(b"old")
    ran = facilitator("plan", CAMPBELL, "-o", tmp_path, "--reader", "tiana")
    assert "family-plan-00000000.pdf is from an earlier run. Do not hand it out." in ran.stderr


def test_a_letter_that_no_font_has_is_named_before_printing(tmp_path: Path) -> None:
    def runes(document: dict[str, object]) -> None:
        document["plan"]["keep_going"].append("ᚠ")  # type: ignore[index]

    source = changed(CAMPBELL, runes, tmp_path / "r.json")
    ran = facilitator("plan", source, "-o", tmp_path / "out", "--reader", "tiana")
    assert ran.exit_code == 0
    assert "This can't be printed: ᚠ" in ran.stderr


def test_records_and_agendas_that_are_all_right_say_so() -> None:
    ran = facilitator("record", "check", CAMPBELL, PEARCE)
    assert (ran.exit_code, ran.stdout.count("is all right.")) == (0, 2)
    ran = facilitator("agenda", "check", ROOT / "agendas" / "family_group_conference.toml")
    assert (ran.exit_code, ran.stdout) == (0, "family_group_conference.toml is all right.\n")


def test_a_broken_agenda_is_told_place_and_remedy(tmp_path: Path) -> None:
    source = tmp_path / "mine.toml"
    source.write_text("format = 'facilitator-agenda/1'\ncolour = 'red'\n", "utf-8")
    ran = facilitator("agenda", "check", source)
    assert ran.exit_code == 1
    assert "mine.toml" in ran.stderr
    assert "colour" in ran.stderr


def test_a_wrong_call_is_exit_two_without_a_traceback() -> None:
    for words in (("plan",), ("record", "check", "nowhere.json"), ("dance",)):
        ran = facilitator(*words)
        assert ran.exit_code == 2
        assert "Traceback" not in ran.output


def test_asking_for_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from facilitator.cli import commands\n"
        "try: commands(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'weasyprint', 'flask', 'jsonschema', 'jinja2'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_a_printing_command_leaves_without_a_word_on_standard_error(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "facilitator", "plan", str(CAMPBELL), "-o", str(tmp_path)]
    ran = subprocess.run(
        [*command, "--reader", "tiana"], capture_output=True, text=True, check=True
    )
    assert ran.stderr == ""
