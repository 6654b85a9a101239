"""The README of the agendas and the reader say the same."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from facilitator import kinds
from facilitator.agenda import Agenda, keys, vocabulary
from facilitator.agenda.keys import Key, Takes
from facilitator.agenda.opening import MOST_BYTES

README = (Path(__file__).parents[2] / "agendas" / "README.md").read_text(encoding="utf-8")

KEYS = {
    "Keys at the top": keys.TOP,
    "Keys of a `[[stage]]`": keys.STAGE,
    "Keys of a `[[prompt]]`": keys.PROMPT,
    "Keys of a `[technique.name]`": keys.TECHNIQUE,
}
VALUES: dict[str, Mapping[str, str]] = {
    "Stages": vocabulary.STAGES,
    "Audiences": vocabulary.AUDIENCES,
    "Parts": vocabulary.PARTS,
    "Aspects": vocabulary.ASPECTS,
    "Kinds of contribution": {key: kind.word for key, kind in kinds.KINDS.items()},
}


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under one heading, without its head."""
    (part,) = [part for part in README.split("\n## ") if part.startswith(f"{heading}\n")]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[1:]]


@pytest.mark.parametrize("heading", KEYS)
def test_every_key_is_explained_and_every_key_explained_is_known(heading: str) -> None:
    assert [row[0] for row in rows(heading)] == [f"`{key.name}`" for key in KEYS[heading]]


@pytest.mark.parametrize("heading", KEYS)
def test_each_key_is_explained_with_its_limits_its_default_and_an_example(heading: str) -> None:
    for row, key in zip(rows(heading), KEYS[heading], strict=True):
        _, meaning, kind, default, reader, example = row
        assert meaning.endswith(".")
        assert reader
        assert (default == "refused") is key.needed, key.name
        assert key.name in tomllib.loads(example.strip("`")) or key.name == "left_out"
        for limit in limits(key):
            assert limit in kind, key.name


def limits(key: Key) -> list[str]:
    if key.takes is Takes.WHOLE or key.takes is Takes.TABLES:
        return [str(key.most if key.takes is Takes.WHOLE else key.longest_list)]
    if key.takes is Takes.LIST and (key.asked or key.name == "gathers"):
        return [f"up to {key.longest_list}"]
    if key.said and key.takes is Takes.WORDS:
        return [f"up to {key.most} characters"]
    return []


@pytest.mark.parametrize("heading", VALUES)
def test_every_value_to_choose_from_is_explained_as_the_program_explains_it(heading: str) -> None:
    explained = {row[0].strip("`"): row[1] for row in rows(heading)}
    assert explained == dict(VALUES[heading])
    assert list(explained) == list(VALUES[heading])


def test_the_agenda_in_the_readme_is_sound() -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    agenda = Agenda.read(block.encode(), "README.md")
    assert {left.commitment for left in agenda.left_out} == {"RES-2", "RSP-3", "REF-1"}


def test_the_readme_tells_the_largest_size() -> None:
    assert f"{MOST_BYTES // 1024} KB" in README


@pytest.mark.parametrize("key", [key for part in KEYS.values() for key in part])
def test_the_example_in_a_message_is_toml_of_that_key(key: Key) -> None:
    assert key.name in tomllib.loads(key.example)
