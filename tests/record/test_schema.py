"""The schema, the table of kinds and the page for other people say the same."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import jsonschema
import pytest

from facilitator.canonical import thaw
from facilitator.kinds import KINDS, Holds, Kind, Shape
from facilitator.record import schema
from facilitator.strict import problems
from tests.records import RECORDINGS, ROOT

SCHEMA: dict[str, Any] = json.loads(json.dumps(thaw(schema())))
OF_A_SIDE = {"lang", "dir", "rendering", "exact", "name_shown", "prompt", "said_at"}
ADDITIONS = OF_A_SIDE | {"hurts", "hurts_yes"}
PAGE = (ROOT / "docs" / "record.md").read_text("utf-8")
ROW = re.compile(r"\| `(\w+)(\??)` \| (.+?) \| (.+?) \| (?:`(.+?)`|below) \|")


def rules_of(part: dict[str, Any]) -> dict[str, Any]:
    named = SCHEMA["$defs"][part["$ref"].split("/")[-1]] if "$ref" in part else None
    return {**rules_of(named), **part} if named else part


def groups(part: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every group of keys of the format with its path, `[]` for each item of a list."""
    rules = rules_of(part)
    if "properties" in rules:
        yield path, rules
    for key, inside in rules.get("properties", {}).items():
        yield from groups(inside, f"{path}.{key}".lstrip("."))
    if "items" in rules:
        yield from groups(rules["items"], f"{path}[]")


GROUPS = dict(groups(SCHEMA))


def of_kind(kind: Kind) -> dict[str, Any]:
    """The rules at the place of a kind: its line's, or its words'."""
    rules = SCHEMA
    for key in kind.place.split("."):
        rules = rules_of(rules["properties"][key])
    in_list = kind.shape in {Shape.LINES, Shape.STRINGS}
    return rules_of(rules["items"]) if in_list else rules


def test_the_schema_is_a_schema_and_both_recordings_keep_it() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    for path in RECORDINGS:
        assert validator.is_valid(json.loads(path.read_bytes()))


def test_every_group_names_all_its_keys_and_every_key_has_its_sentence() -> None:
    for path, rules in GROUPS.items():
        assert rules["additionalProperties"] is False, path
        assert set(rules["required"]) <= set(rules["properties"]), path
        for key, part in rules["properties"].items():
            assert rules_of(part)["description"].endswith("."), f"{path}.{key}"


def test_words_have_an_end_and_lists_too() -> None:
    def parts(part: Any) -> Iterator[dict[str, Any]]:
        if isinstance(part, dict):
            yield part
            for inside in part.values():
                yield from parts(inside)

    for part in parts(SCHEMA):
        types = part.get("type", ())
        if "array" in types:
            assert part["maxItems"] <= 500
        assert part.get("maxLength", 0) <= (100_000 if part is SCHEMA["$defs"]["notes"] else 5000)
        if "string" in types:
            assert "maxLength" in part or "pattern" in part or "format" in part or "enum" in part


def test_nothing_in_the_schema_can_be_left_without_being_noticed() -> None:
    assert all(f'"#/$defs/{name}"' in json.dumps(SCHEMA) for name in SCHEMA["$defs"])


# The table of kinds.

LINES = [kind for kind in KINDS.values() if kind.shape in {Shape.LINES, Shape.ONE, Shape.STRINGS}]


@pytest.mark.parametrize("kind", LINES, ids=lambda kind: kind.key)
def test_a_line_has_the_keys_of_its_kind_and_no_others(kind: Kind) -> None:
    words = {"text"} if kind.shape is Shape.STRINGS else {kind.words} - {""}
    id_ = {"id"} if kind.has_id else set()
    fields = {field.key for field in kind.fields}
    statement = {"lang", "dir"} if kind.key == "statement" else set()

    rules = of_kind(kind)
    assert set(rules["properties"]) == words | id_ | fields | {kind.by} | ADDITIONS
    assert (words | id_ | statement) <= set(rules["required"])


@pytest.mark.parametrize("kind", LINES, ids=lambda kind: kind.key)
def test_a_field_may_be_missing_where_its_kind_says_so(kind: Kind) -> None:
    required = set(of_kind(kind)["required"])

    for field in kind.fields:
        assert (field.key not in required) == field.optional, field.key


def items_of(rules: dict[str, Any]) -> dict[str, Any]:
    return rules_of(rules.get("items", {}))


def ids_in(rules: dict[str, Any]) -> bool:
    return "array" in rules["type"] and str(items_of(rules)["title"]).startswith("an id")


HOLDS: Mapping[Holds, Callable[[dict[str, Any]], bool]] = {
    Holds.WORDS: lambda rules: "maxLength" in rules,
    Holds.PERSON: lambda rules: "person's id" in rules["title"],
    Holds.PEOPLE: ids_in,
    Holds.LINES: ids_in,
    Holds.DAY: lambda rules: rules["format"] == "date",
    Holds.TIME: lambda rules: rules["title"] == "a time of day",
    Holds.NUMBER: lambda rules: (rules["minimum"], rules["maximum"]) == (0, 10),
    Holds.CHOICE: lambda rules: "enum" in rules,
    Holds.YES: lambda rules: "boolean" in rules["type"] and "string" not in rules["type"],
    Holds.PAGE_ONE: lambda rules: {"boolean", "string"} <= set(rules["type"]),
    Holds.REPEATS: lambda rules: set(rules["properties"]) == {"each", "on", "at", "to"},
    Holds.SEEN: lambda rules: set(rules["properties"]) == {"what", "when"},
    Holds.VIEWS: lambda rules: {"by", "text"} <= set(items_of(rules)["properties"]),
}


@pytest.mark.parametrize("kind", LINES, ids=lambda kind: kind.key)
def test_a_field_holds_what_its_kind_says(kind: Kind) -> None:
    for field in kind.fields:
        rules = rules_of(of_kind(kind)["properties"][field.key])
        assert HOLDS[field.holds](rules), field.key
        assert set(rules.get("enum", ())) - {None} == set(field.choices), field.key


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)
def test_a_kind_stands_in_the_shape_that_the_table_gives_it(kind: Kind) -> None:
    types = of_kind(kind)["type"]

    match kind.shape:
        case Shape.WORDS | Shape.PERSON:
            assert types == "string"
        case Shape.STRINGS:
            assert types == ["string", "object"]
        case Shape.LINES:
            assert types == "object"
        case Shape.ONE:
            assert "object" in types


def test_every_line_of_the_format_is_of_a_kind() -> None:
    with_words = {
        path.removesuffix("[]")
        for path, rules in GROUPS.items()
        if set(rules["properties"]) >= ADDITIONS
    }

    assert with_words == {kind.place for kind in LINES}


# The page for other people.


def documented() -> dict[str, dict[str, tuple[str, ...]]]:
    sections: dict[str, dict[str, tuple[str, ...]]] = {}
    for section in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]:
        head = section.splitlines()[0]
        rows = {row[0]: row[1:] for row in ROW.findall(section)}
        if rows:
            sections["" if head == "The record" else head.strip("`")] = rows
    return sections


DOCUMENTED = documented()


def test_the_page_has_a_table_for_each_group_and_no_other() -> None:
    bare = {kind.place + "[]" for kind in KINDS.values() if kind.shape is Shape.STRINGS}

    assert set(DOCUMENTED) - {"On any line"} == set(GROUPS) - bare


@pytest.mark.parametrize("path", DOCUMENTED)
def test_each_table_of_the_page_has_the_keys_of_the_schema(path: str) -> None:
    if path == "On any line":
        assert set(DOCUMENTED[path]) == ADDITIONS
        return
    rules = GROUPS[path]
    shared = ADDITIONS if set(rules["properties"]) >= OF_A_SIDE else set()
    own = {
        key
        for key, part in rules["properties"].items()
        if key not in shared or part != {"$ref": f"#/$defs/line_{key}"}
    }

    assert set(DOCUMENTED[path]) == own
    for key, (mark, _, meaning, example) in DOCUMENTED[path].items():
        part = rules["properties"][key]
        assert (mark == "?") == (key not in rules["required"]), key
        assert meaning == rules_of(part)["description"], key
        if example:
            assert problems(json.loads(example), {"$defs": SCHEMA["$defs"], **part}) == (), key


def test_the_page_is_named_after_the_format() -> None:
    assert PAGE.startswith("# The record: `family-meeting-record/1`\n")
