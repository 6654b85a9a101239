"""What is installed is locked: every package with a version and a hash, and no shop named."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"^([a-z0-9.-]+)==(\S+)")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(path: Path) -> dict[str, str]:
    found = map(PINNED.match, path.read_text(encoding="utf-8").splitlines())
    return {hit.group(1): hit.group(2) for hit in found if hit}


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ]", one)[0].lower().replace("_", "-") for one in requirements}


def npm_lock() -> dict[str, Any]:
    lock: dict[str, Any] = json.loads((ROOT / "frontend/package-lock.json").read_bytes())
    return lock


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_a_version_and_a_hash(path: Path) -> None:
    text = re.sub(r"^\s*#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    packages = re.split(r"\n(?=\S)", text.strip())
    assert packages
    for package in packages:
        assert PINNED.match(package), package
        assert HASH.search(package), package


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    project = pyproject()["project"]
    extras = project["optional-dependencies"]
    wanted = names(project["dependencies"])
    for lock, more in [("run", []), ("test", ["test"]), ("check", ["test", "check"])]:
        for extra in more:
            wanted |= names(extras[extra])
        assert wanted - set(pins(ROOT / f"requirements/{lock}.txt")) == set()


def test_we_test_the_very_versions_that_we_run() -> None:
    run = pins(ROOT / "requirements/run.txt")
    for other in ("test", "check"):
        held = pins(ROOT / f"requirements/{other}.txt")
        assert {name: held.get(name) for name in run} == run


def test_every_npm_package_has_a_hash_and_names_no_address() -> None:
    packages = {name: told for name, told in npm_lock()["packages"].items() if name}
    assert [name for name, told in packages.items() if "integrity" not in told] == []
    assert "://" not in json.dumps(packages)


def test_npm_takes_exact_versions_and_runs_no_script_of_theirs() -> None:
    wanted = json.loads((ROOT / "frontend/package.json").read_bytes())["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    assert "ignore-scripts=true" in (ROOT / "frontend/.npmrc").read_text(encoding="utf-8")
    assert npm_lock()["packages"][""]["devDependencies"] == wanted


def test_the_components_and_the_style_sheet_are_the_pair_that_was_tried() -> None:
    wanted = json.loads((ROOT / "frontend/package.json").read_bytes())["devDependencies"]
    assert wanted["govuk-frontend"] == "6.3.0"
    assert pins(ROOT / "requirements/run.txt")["govuk-frontend-jinja"] == "4.1.0"


def test_make_help_lists_every_word_that_make_knows() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r'@echo "make ([a-z]+)', makefile)) == targets - {"help"}


def test_ci_makes_what_a_person_makes() -> None:
    words = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert [line for line in words if line.startswith("make ")] == ["make test", "make check"]
