"""Nothing grows until nobody can read it: short files, short functions, few methods."""

import ast
from collections.abc import Iterable
from pathlib import PurePosixPath

from tests.house_rules import house

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LONGEST_TEMPLATE = 200
MOST_METHODS = 12
VAGUE = {"utils", "util", "common", "core", "helpers", "misc"}


def test_a_file_can_be_read_in_one_sitting() -> None:
    sizes = {name: len(house.lines(name)) for name in house.python_files()}
    long = {name: size for name, size in sizes.items() if size > LONGEST_FILE}
    assert long == {}, "Split by idea."


def test_a_template_can_be_seen_whole() -> None:
    sizes = {name: len(house.lines(name)) for name in house.templates()}
    assert {name: size for name, size in sizes.items() if size > LONGEST_TEMPLATE} == {}


def long_functions(nodes: Iterable[ast.AST]) -> list[str]:
    """Functions longer than the rule allows, with their lengths."""
    found = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    sizes = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in found}
    return [f"{name}: {size} lines" for name, size in sizes.items() if size > LONGEST_FUNCTION]


def crowded_classes(nodes: Iterable[ast.AST]) -> list[str]:
    """Classes with more methods than the rule allows; what Python itself calls is not counted."""
    counts = {
        node.name: sum(
            isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)
            and not (part.name.startswith("__") and part.name.endswith("__"))
            for part in node.body
        )
        for node in nodes
        if isinstance(node, ast.ClassDef)
    }
    return [f"{name}: {count} methods" for name, count in counts.items() if count > MOST_METHODS]


def test_a_function_can_be_read_without_scrolling() -> None:
    found = {name: long_functions(house.nodes(name)) for name in house.python_files()}
    assert {name: long for name, long in found.items() if long} == {}


def test_a_class_does_one_thing() -> None:
    found = {name: crowded_classes(house.nodes(name)) for name in house.python_files()}
    assert {name: crowd for name, crowd in found.items() if crowd} == {}


def test_every_room_is_named_for_an_idea() -> None:
    parts = {
        part: name
        for name in house.files()
        for part in (*PurePosixPath(name).parts[:-1], PurePosixPath(name).stem)
    }
    vague = {part: name for part, name in parts.items() if part.lower() in VAGUE}
    assert vague == {}, "Name what it is about, or leave it where it is used."


def test_the_rules_see_what_is_too_big() -> None:
    body = "\n".join(["    pass"] * LONGEST_FUNCTION)
    methods = "\n".join(f"    def m{number}(self): ..." for number in range(MOST_METHODS + 1))
    words = f"def grown():\n{body}\nclass Crowd:\n    def __init__(self): ...\n{methods}"
    grown = house.walked(ast.parse(words))
    assert long_functions(grown) == ["grown: 41 lines"]
    assert crowded_classes(grown) == ["Crowd: 13 methods"]
