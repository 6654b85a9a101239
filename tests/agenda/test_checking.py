"""Checking agenda files by their paths."""

from pathlib import Path

import pytest

from facilitator import agenda
from tests.agenda.builders import TINY


def test_a_sound_file_has_no_problem_and_a_broken_one_has_its_own(tmp_path: Path) -> None:
    sound, broken = tmp_path / "sound.toml", tmp_path / "broken.toml"
    sound.write_text(TINY, encoding="utf-8")
    broken.write_text(TINY.replace('"all"', '"al"'), encoding="utf-8")
    (first, second) = agenda.check([sound, broken])
    assert first == (sound, ())
    assert second[0] == broken
    assert [problem.wrong for problem in second[1]] == ["There is no audience called 'al'."]


def test_a_path_with_no_file_is_a_problem_and_stops_nothing(tmp_path: Path) -> None:
    sound = tmp_path / "sound.toml"
    sound.write_text(TINY, encoding="utf-8")
    missing, folder, after = agenda.check([tmp_path / "none.toml", tmp_path, sound])
    assert [problem.wrong for problem in missing[1]] == ["There is no such file."]
    assert [problem.wrong for problem in folder[1]] == ["There is no such file."]
    assert after[1] == ()


@pytest.mark.parametrize("name", ["none\0.toml", "long" * 2000])
def test_a_path_that_no_system_can_hold_is_a_problem(name: str) -> None:
    ((_, problems),) = agenda.check([Path(name)])
    assert len(problems) == 1


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(10**10)
    ((_, problems),) = agenda.check([huge])
    assert [problem.wrong for problem in problems] == ["This file is more than 64 KB long."]
