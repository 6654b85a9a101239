"""The page of ASVS: every requirement of levels 1 and 2 is answered, and what it names is there."""

import ast
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PAGE = tomllib.loads((ROOT / "docs" / "asvs.toml").read_text("utf-8"))
ANSWERS: list[dict[str, Any]] = PAGE["answer"]
VERDICTS = ("met", "by design", "not applicable", "the service's", "not met")
# Each section of the standard with its requirements of levels 1 and 2, by their last number.
SECTIONS = """
    1.1 1-2; 1.2 1-9; 1.3 1-11; 1.4 1-3; 1.5 1-2
    2.1 1-3; 2.2 1-3; 2.3 1-4; 2.4 1
    3.2 1-2; 3.3 1-4; 3.4 1-6; 3.5 1-5; 3.7 1-2
    4.1 1-3; 4.2 1; 4.3 1-2; 4.4 1-4
    5.1 1; 5.2 1-3; 5.3 1-2; 5.4 1-3
    6.1 1-3; 6.2 1-12; 6.3 1-4; 6.4 1-4; 6.5 1-5; 6.6 1-3; 6.8 1-4
    7.1 1-3; 7.2 1-4; 7.3 1-2; 7.4 1-5; 7.5 1-2; 7.6 1-2
    8.1 1-2; 8.2 1-3; 8.3 1; 8.4 1
    9.1 1-3; 9.2 1-4
    10.1 1-2; 10.2 1-2; 10.3 1-4; 10.4 1-11; 10.5 1-5; 10.6 1-2; 10.7 1-3
    11.1 1-2; 11.2 1-3; 11.3 1-3; 11.4 1-4; 11.5 1; 11.6 1
    12.1 1-3; 12.2 1-2; 12.3 1-4
    13.1 1; 13.2 1-5; 13.3 1-2; 13.4 1-5
    14.1 1-2; 14.2 1-4; 14.3 1-3
    15.1 1-3; 15.2 1-3; 15.3 1-7
    16.1 1; 16.2 1-5; 16.3 1-4; 16.4 1-3; 16.5 1-3
    17.1 1; 17.2 1-4; 17.3 1-2
"""


def all_ids() -> list[str]:
    found = []
    for part in SECTIONS.replace("\n", ";").split(";"):
        if part.strip():
            section, span = part.split()
            first, _, last = span.partition("-")
            found += [f"V{section}.{one}" for one in range(int(first), int(last or first) + 1)]
    return found


@cache
def functions(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


def is_there(shown: str) -> bool:
    path, _, name = shown.partition("::")
    return (ROOT / path).is_file() and (not name or name in functions(path))


def test_every_requirement_is_answered_once() -> None:
    answered = Counter(one for answer in ANSWERS for one in answer["ids"])
    assert sorted(set(all_ids()) - set(answered)) == []
    assert sorted(set(answered) - set(all_ids())) == []
    assert [one for one, times in answered.items() if times > 1] == []
    assert len(all_ids()) == 253


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda one: one["ids"][0])
def test_an_answer_has_a_verdict_a_reason_and_what_shows_it(answer: dict[str, Any]) -> None:
    assert answer["verdict"] in VERDICTS
    assert answer["why"].endswith(".")
    shown = answer.get("shown_by", [])
    assert bool(shown) == (answer["verdict"] in {"met", "by design"})
    assert [one for one in shown if not is_there(one)] == []


@pytest.mark.parametrize("shown", ["tests/test_asvs.py::test_that_is_not_there", "tests/gone.py"])
def test_what_is_not_there_would_be_noticed(shown: str) -> None:
    assert not is_there(shown)


def test_what_is_met_is_shown_by_a_test() -> None:
    met = [one for one in ANSWERS if one["verdict"] == "met"]
    without = [
        one["ids"] for one in met if not any(name.startswith("tests/") for name in one["shown_by"])
    ]
    assert without == []
    counts = Counter(dict.fromkeys(VERDICTS, 0))
    for one in ANSWERS:
        counts[one["verdict"]] += len(one["ids"])
    print(", ".join(f"{verdict}: {number}" for verdict, number in counts.items()))  # noqa: T201
