"""The documents about trust name tests and commands: each of them is there."""

import re
from pathlib import Path

import click
import pytest

from facilitator.cli import commands
from facilitator.meetings.meeting import Meeting
from facilitator.people import Person

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("docs/dpia.md", "docs/threat-model.md")
NAMED = re.compile(r"`(tests/[^`]+|docs/[^`]+)`")
COMMAND = re.compile(r"`facilitator ([a-z][a-z -]*)`")


def words(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_test_and_document_that_is_named_exists(document: str) -> None:
    named = NAMED.findall(words(document))
    assert len(named) > 15
    assert [one for one in named if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_test_that_is_named_holds_a_test(document: str) -> None:
    tests = [one for one in NAMED.findall(words(document)) if one.startswith("tests/")]
    holds = re.compile(r"^(?:def test_|Test\w+ = )", re.MULTILINE)
    empty = [one for one in tests if not holds.search((ROOT / one).read_text(encoding="utf-8"))]
    assert empty == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_that_is_named_exists(document: str) -> None:
    for named in COMMAND.findall(words(document)):
        command: click.Command = commands
        for part in named.split():
            assert isinstance(command, click.Group), named
            assert part in command.commands, named
            command = command.commands[part]


def test_every_threat_has_what_stops_it_and_what_shows_it() -> None:
    rows = [one for one in words("docs/threat-model.md").splitlines() if one.startswith("| ")]
    threats = [one.strip("| ").split(" | ") for one in rows if "`tests/" in one]
    assert len(threats) > 25
    assert [row for row in threats if len(row) != 3 or not all(row)] == []


def test_every_risk_says_what_is_left_and_what_only_the_service_knows_is_marked() -> None:
    text = words("docs/dpia.md")
    risks = text.split("## 8.")[1].split("## 9.")[0]
    rows = [one for one in risks.splitlines() if "`tests/" in one and one.startswith("| ")]
    assert len(rows) > 10
    assert [one for one in rows if len(one.strip("| ").split(" | ")) != 6] == []
    assert text.count("**[to fill in") >= 8


def test_the_assessment_is_right_that_no_address_or_day_of_birth_has_a_place() -> None:
    held = {*Person.__dataclass_fields__, *Meeting.__dataclass_fields__}
    assert [one for one in held if "address" in one or "birth" in one or "case" in one] == []
