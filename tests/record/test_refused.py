"""Any single fault in a valid record is refused by its place, and by nothing but a refusal."""

import copy
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.record import Record, schema
from facilitator.refusals import Problem, Refusal
from facilitator.strict import place, problems
from facilitator.strict.places import Path
from tests.records import CAMPBELL, Document, records

Found = tuple[Path, Any, dict[str, Any]]
NOT_THERE = "nobody-of-that-name"


def refused(document: object) -> tuple[Problem, ...]:
    with pytest.raises(Refusal) as refusal:
        Record(document, "f.json")  # type: ignore[arg-type]
    return refusal.value.problems


def campbell() -> Document:
    document: Document = json.loads(CAMPBELL.read_bytes())
    return document


def rules_of(part: Any) -> dict[str, Any]:
    """The rules of a part of the schema, with what its `$ref` names put in."""
    named = schema()["$defs"][part["$ref"].split("/")[-1]] if "$ref" in part else None
    return {**rules_of(named), **part} if named else dict(part)


def every_value(document: Any, part: Any = None, path: Path = ()) -> Iterator[Found]:
    """Each value of a valid document with its path and its rules."""
    rules = rules_of(part or schema())
    yield path, document, rules
    if isinstance(document, dict):
        for key, value in document.items():
            yield from every_value(value, rules["properties"][key], (*path, key))
    elif isinstance(document, list):
        for at, value in enumerate(document):
            yield from every_value(value, rules["items"], (*path, at))


def put(document: Document, path: Path, value: object) -> Path:
    """Puts the value there, and gives the path back."""
    held: Any = document
    for step in path[:-1]:
        held = held[step]
    held[path[-1]] = value
    return path


def one_of(document: Document, chance: Random, fits: Callable[..., bool]) -> Found:
    return chance.choice([found for found in every_value(document) if found[0] and fits(*found)])


def is_words(_: Path, value: object, rules: dict[str, Any]) -> bool:
    return isinstance(value, str) and "maxLength" in rules


def an_unknown_key(document: Document, chance: Random) -> Path:
    path, *_ = one_of(document, chance, lambda _, value, __: isinstance(value, dict))
    return put(document, (*path, "blessing"), "be well")


def a_missing_key(document: Document, chance: Random) -> Path:
    def has_to_have(_: Path, value: object, rules: dict[str, Any]) -> bool:
        return isinstance(value, dict) and bool(rules["required"])

    path, group, rules = one_of(document, chance, has_to_have)
    key = chance.choice(rules["required"])
    del group[key]
    return (*path, key)


def a_part_number(document: Document, chance: Random) -> Path:
    path, *_ = one_of(document, chance, lambda *_: True)
    return put(document, path, 4.0)


def a_null(document: Document, chance: Random) -> Path:
    def has_to_be_something(_: Path, __: object, rules: dict[str, Any]) -> bool:
        return "null" not in rules.get("type", ()) and None not in rules.get("enum", ())

    path, *_ = one_of(document, chance, has_to_be_something)
    return put(document, path, None)


def a_word_that_is_no_choice(document: Document, chance: Random) -> Path:
    path, *_ = one_of(document, chance, lambda _, __, rules: "enum" in rules)
    return put(document, path, "perhaps")


def a_day_that_never_comes(document: Document, chance: Random) -> Path:
    path, *_ = one_of(document, chance, lambda _, __, rules: rules.get("format") == "date")
    return put(document, path, chance.choice(("2027-02-30", "2027-04-31", "27/2/27", "")))


def a_time_that_never_comes(document: Document, chance: Random) -> Path:
    def is_time(_: Path, __: object, rules: dict[str, Any]) -> bool:
        return rules.get("title") == "a time of day"

    path, *_ = one_of(document, chance, is_time)
    return put(document, path, chance.choice(("24:00", "9:30", "10.30", "10:60", "10:30\n")))


def too_many_words(document: Document, chance: Random) -> Path:
    path, _, rules = one_of(document, chance, is_words)
    return put(document, path, "w" * (rules["maxLength"] + 1))


def a_character_nobody_can_print(document: Document, chance: Random) -> Path:
    path, *_ = one_of(document, chance, is_words)
    return put(document, path, "a" + chance.choice("\x00\x1b\r\ud800\udfff\ufffe\uffff"))


def a_name_that_leads_nowhere(document: Document, chance: Random) -> Path:
    def names_somebody(path: Path, value: object, rules: dict[str, Any]) -> bool:
        title = rules.get("title", "")
        one = "person's id" in title or path[-1] in {"child", "person"}
        many = title.startswith("an id") and isinstance(path[-1], int)
        return isinstance(value, str) and (one or many)

    path, *_ = one_of(document, chance, names_somebody)
    return put(document, path, NOT_THERE)


def an_id_that_stands_twice(document: Document, chance: Random) -> Path:
    ids = [
        path
        for path, *_ in every_value(document)
        if path and path[-1] == "id" and (len(path) > 2) and (path[0] == "people")
    ]
    first, second = sorted(chance.sample(ids, 2))
    return put(document, second, document["people"][first[1]]["id"])


def the_familys_own_id(document: Document, chance: Random) -> Path:
    at = chance.randrange(len(document["people"]))
    return put(document, ("people", at, "id"), "family")


FAULTS = (
    an_unknown_key,
    a_missing_key,
    a_part_number,
    a_null,
    a_word_that_is_no_choice,
    a_day_that_never_comes,
    a_time_that_never_comes,
    too_many_words,
    a_character_nobody_can_print,
    a_name_that_leads_nowhere,
    an_id_that_stands_twice,
    the_familys_own_id,
)


@pytest.mark.parametrize("fault", FAULTS)
@settings(max_examples=12)
@given(document=records(), chance=st.randoms(use_true_random=True))
def test_any_single_fault_is_refused_by_its_place(
    fault: Callable[[Document, Random], Path], document: Document, chance: Random
) -> None:
    path = fault(document, chance)

    found = refused(document)
    assert place(path, document, "f.json") in {problem.place for problem in found}
    assert all(problem.wrong and problem.remedy for problem in found)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=3),
        lambda inside: (
            st.lists(inside, max_size=3)
            | st.dictionaries(
                st.sampled_from(("schema", "people", "plan", "id", "actions", "share", "x")), inside
            )
        ),
        max_leaves=12,
    )
)
def test_anything_that_is_no_record_is_refused(document: object) -> None:
    assert refused(document)


@settings(max_examples=30)
@given(document=records(), chance=st.randoms(use_true_random=True), junk=st.data())
def test_no_value_in_any_place_breaks_the_reader(
    document: Document, chance: Random, junk: st.DataObject
) -> None:
    odd = junk.draw(st.sampled_from(([], {}, "", [[]], [{}], {"id": {}}, [None], [{"id": 1}], 7)))
    path, *_ = one_of(document, chance, lambda *_: True)
    put(document, path, copy.deepcopy(odd))
    try:
        Record(document)
    except Refusal as refusal:
        assert refusal.problems  # noqa: PT017  (a junk value may be a right one there)


def test_all_faults_are_told_at_once() -> None:
    document = campbell()
    document["people"][3]["role"] = "nan"
    document["plan"]["actions"][2]["due"] = "2027-02-30"
    document["plan"]["plan_keeper"] = "bef"
    document["plan"]["goals"][0]["text"] = "a\x07"
    del document["share"]["if_no_plan"]

    assert {str(problem) for problem in refused(document)} >= {
        (
            "f.json, people[3] 'grace'.role: 'nan' is not one of the words for this. "
            "Use one of: family, child, supporter, advocate, interpreter, referrer, worker, "
            "facilitator, team, excluded."
        ),
        (
            "f.json, plan.actions[2] 'a3'.due: 2027-02-30 is not a day in the calendar. "
            "February 2027 has 28 days."
        ),
        "f.json, plan.plan_keeper: 'bef' is the id of nobody in people. Did you mean 'bev'?",
        (
            "f.json, share.if_no_plan: The key 'if_no_plan' is missing. "
            'Add it, with "" where nothing is known.'
        ),
    }
    assert any("U+0007" in problem.wrong for problem in refused(document))
    assert len(refused(document)) == 5


@pytest.mark.parametrize("version", ["family-meeting-record/2", "family-meeting-record/1.1"])
def test_a_later_version_is_named_and_nothing_else_is_said_of_it(version: str) -> None:
    document = campbell() | {"schema": version, "blessings": []}

    assert [str(problem) for problem in refused(document)] == [
        (
            f"f.json, schema: '{version}' is not the version that is read here, "
            "'family-meeting-record/1'. It may have been made by a newer program. "
            "Use a newer version of this one."
        )
    ]


def test_a_document_of_another_kind_is_told_which_kind_is_wanted() -> None:
    assert "Use 'family-meeting-record/1'." in {one.remedy for one in refused({"schema": "recipe"})}


@pytest.mark.parametrize(
    ("place_of_list", "most"), [(("people",), 100), (("plan", "actions"), 500)]
)
def test_a_list_that_is_too_long_has_one_problem(place_of_list: Path, most: int) -> None:
    document = campbell()
    put(document, place_of_list, [{} for _ in range(most + 1)])

    at = place(place_of_list, document)
    assert [
        str(problem) for problem in problems(document, schema()) if problem.place.startswith(at)
    ] == [f"{at}: There are {most + 1} here. Use at most {most}."]
