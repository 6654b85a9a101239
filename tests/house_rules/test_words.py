"""docs/words.md and the code know the same words.

The glossary is a table of three columns: the word, what it means, and where it is in the code.
The third column names classes in backticks (`Prompt`), and kinds as `kind: action`.
"""

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import PurePosixPath

from facilitator.kinds import KINDS
from tests.house_rules import house

GLOSSARY = "docs/words.md"
# How a page or a command is made is no word of the domain.
NOT_DOMAIN = (
    "facilitator/__main__.py",
    "facilitator/app.py",
    "facilitator/cli/*",
    "facilitator/accounts/*",
    "facilitator/agreeing/*",
    "facilitator/auditing/*",
    "facilitator/break_glass/*",
    "facilitator/database/*",
    "facilitator/leading/*",
    "facilitator/migrations/*",
    "facilitator/pages/*",
    "facilitator/paper/*",
    "facilitator/practice/*",
    "facilitator/preparing/*",
    "facilitator/quarterly/*",
    "facilitator/releasing/*",
    "facilitator/settings/*",
    "facilitator/supervising/*",
    "facilitator/who_looked/*",
    "*/views.py",
    "*/forms.py",
    "*/store.py",
)


@dataclass(frozen=True)
class Entry:
    """One row of the glossary."""

    word: str
    means: str
    code: frozenset[str]


def entries() -> tuple[Entry, ...]:
    """The rows of the glossary."""
    return rows_of(house.lines(GLOSSARY))


def rows_of(lines: Iterable[str]) -> tuple[Entry, ...]:
    """The rows of every table among those lines of Markdown, without their heads."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in lines
        if line.strip().startswith("|")
    ]
    named = [row for row in rows if row[0] != "word" and not set("".join(row)) <= set("-: ")]
    assert all(len(row) == 3 for row in named), "Each row has three cells: word, means, in code."
    return tuple(
        Entry(word, means, frozenset(re.findall(r"`([^`]+)`", code))) for word, means, code in named
    )


def classes() -> dict[str, str]:
    """Every class without an underscore -> its file."""
    return {
        node.name: name
        for name in house.python_files("facilitator")
        for node in house.tree(name).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }


def public_classes() -> dict[str, str]:
    """The domain's classes that others may use: of a room those that its __all__ hands out."""
    return {
        word: name
        for word, name in classes().items()
        if not any(fnmatch(name, pattern) for pattern in NOT_DOMAIN)
        if word in handed_out(PurePosixPath(name), word)
    }


def handed_out(path: PurePosixPath, word: str) -> frozenset[str]:
    """What the room of that file hands out; a file that is no room hands out all its classes."""
    if path.parent == PurePosixPath("facilitator"):
        return frozenset({word})
    for node in house.tree(f"{path.parent}/__init__.py").body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset({word})


def in_code() -> set[str]:
    """Everything that the glossary says is in the code."""
    return set().union(*(entry.code for entry in entries()))


def test_every_public_class_of_the_domain_is_in_the_glossary() -> None:
    missing = {name: file for name, file in public_classes().items() if name not in in_code()}
    assert missing == {}, f"Give each a row in {GLOSSARY}, or make it private."


def test_every_kind_has_its_word_in_the_glossary() -> None:
    named = {code: entry.word for entry in entries() for code in entry.code}
    assert {key: named.get(f"kind: {key}") for key in KINDS} == {
        key: kind.word for key, kind in KINDS.items()
    }


def test_every_name_in_the_glossary_is_in_the_code() -> None:
    known = {*classes(), *(f"kind: {key}" for key in KINDS)}
    assert in_code() - known == set()


def test_each_word_stands_in_the_glossary_once_and_means_something() -> None:
    words = [entry.word for entry in entries()]
    assert sorted(words) == sorted(set(words))
    assert [entry.word for entry in entries() if not entry.means] == []


def test_a_rooms_own_machinery_needs_no_word() -> None:
    assert "Prompt" in public_classes()  # The agenda hands it out.
    assert "Problem" in public_classes()  # It stands in a file by itself.
    assert set(classes()) - set(public_classes())  # The rest is for use inside a room.


def test_the_table_is_read_without_its_head() -> None:
    table = [
        "# Words",
        "",
        "| word | means | in code |",
        "|---|---|---|",
        "| step | a thing | `A`, `kind: b` |",
    ]
    assert rows_of(table) == (Entry("step", "a thing", frozenset({"A", "kind: b"})),)
