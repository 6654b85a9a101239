"""What a schema's rules say to the person who has to put a document right."""

import subprocess
import sys
from typing import Any

import pytest

from facilitator.canonical import freeze
from facilitator.strict import load_json, problems, shown

STEP: dict[str, Any] = {
    "type": "object",
    "required": ["what"],
    "additionalProperties": False,
    "properties": {
        "id": {"$ref": "#/$defs/id"},
        "what": {"type": "string", "minLength": 1, "maxLength": 20},
        "due": {
            "title": "a day",
            "type": ["string", "null"],
            "format": "date",
            "examples": ["2027-02-27"],
        },
        "at": {
            "title": "a time of day",
            "type": "string",
            "pattern": "^[0-2][0-9]:[0-5][0-9]$",
            "examples": ["14:30"],
        },
        "said_at": {
            "title": "a moment",
            "format": "date-time",
            "examples": ["2027-02-27T14:30:00Z"],
        },
        "score": {"type": ["integer", "null"], "minimum": 0, "maximum": 10},
        "answer": {"enum": ["yes", "no", ""]},
        "who": {
            "type": "array",
            "maxItems": 3,
            "uniqueItems": True,
            "items": {"$ref": "#/$defs/id"},
        },
        "on": {"type": "array", "minItems": 1},
        "page_one": {"type": ["boolean", "string"], "not": {"const": False}, "examples": ["true"]},
        "version": {"const": "1"},
    },
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"steps": {"type": "array", "maxItems": 200, "items": STEP}},
    "$defs": {
        "id": {"title": "an id", "type": "string", "pattern": "^[a-z0-9]{1,9}$", "examples": ["a3"]}
    },
}


NEWER = (
    "It may have been made by a newer program. Use a newer version of this one, "
    "or take the key out."
)


def said(**keys: object) -> list[str]:
    document = {"steps": [{"what": "x"}, {"id": "a2", "what": "x", **keys}]}
    return [str(problem) for problem in problems(document, SCHEMA, "f.json")]


@pytest.mark.parametrize(
    ("keys", "place", "wrong", "remedy"),
    [
        ({"what": 5}, "what", "This is the number 5.", "Use words in quotes."),
        ({"what": ["a"]}, "what", "This is a list of 1.", "Use words in quotes."),
        ({"what": None}, "what", "This is null.", "Use words in quotes."),
        ({"what": ""}, "what", "There are no words here.", "Write some, or take this line out."),
        (
            {"what": "w" * 21},
            "what",
            "'wwwwwwwwwwwwwwwwwwwww' is 21 characters long.",
            "Use at most 20.",
        ),
        ({"score": 4.0}, "score", "This is the number 4.0.", "Use a whole number or null."),
        ({"score": True}, "score", "This is true.", "Use a whole number or null."),
        ({"score": 11}, "score", "11 is out of range.", "Use a whole number from 0 to 10."),
        ({"score": -1}, "score", "-1 is out of range.", "Use a whole number from 0 to 10."),
        (
            {"due": "2027-02-30"},
            "due",
            "2027-02-30 is not a day in the calendar.",
            "February 2027 has 28 days.",
        ),
        (
            {"due": "2027-13-01"},
            "due",
            "2027-13-01 is not a day in the calendar.",
            "Use a year from 0001 and a month from 01 to 12.",
        ),
        (
            {"due": "0000-01-01"},
            "due",
            "0000-01-01 is not a day in the calendar.",
            "Use a year from 0001 and a month from 01 to 12.",
        ),
        (
            {"due": "27/2/2027"},
            "due",
            "'27/2/2027' is not a day.",
            "Write it like this: 2027-02-27.",
        ),
        (
            {"due": "2027-02-27\n"},
            "due",
            "'2027-02-27\\u000a' is not a day.",
            "Write it like this: 2027-02-27.",
        ),
        ({"due": "20270227"}, "due", "'20270227' is not a day.", "Write it like this: 2027-02-27."),
        (
            {"due": "２０２７-02-27"},
            "due",
            "'２０２７-02-27' is not a day.",
            "Write it like this: 2027-02-27.",
        ),
        ({"at": "9am"}, "at", "'9am' is not a time of day.", "Write it like this: 14:30."),
        (
            {"at": "14:30\n"},
            "at",
            "'14:30\\u000a' is not a time of day.",
            "Write it like this: 14:30.",
        ),
        (
            {"said_at": "2027-02-27T14:30:00+01:00"},
            "said_at",
            "'2027-02-27T14:30:00+01:00' is not a moment.",
            "Write it like this: 2027-02-27T14:30:00Z.",
        ),
        (
            {"said_at": "2027-02-27T25:30:00Z"},
            "said_at",
            "'2027-02-27T25:30:00Z' is not a moment.",
            "Write it like this: 2027-02-27T14:30:00Z.",
        ),
        (
            {"answer": "yess"},
            "answer",
            "'yess' is not one of the words for this.",
            "Did you mean 'yes'? Use one of: yes, no, \"\".",
        ),
        (
            {"answer": 1},
            "answer",
            "the number 1 is not one of the words for this.",
            'Use one of: yes, no, "".',
        ),
        ({"who": ["a", "b", "a"]}, "who", "'a' stands twice in this list.", "Keep one of the two."),
        ({"who": ["a", "b", "c", "d"]}, "who", "There are 4 here.", "Use at most 3."),
        ({"who": ["A b"]}, "who[0]", "'A b' is not an id.", "Write it like this: a3."),
        ({"on": []}, "on", "There is nothing in it.", "Put at least one in."),
        ({"page_one": False}, "page_one", "This is false.", "Write it like this: true."),
        ({"version": "2"}, "version", "'2' is not '1'.", "Use '1'."),
        (
            {"anser": "yes"},
            "anser",
            "The key 'anser' is not known here.",
            "Did you mean 'answer'? If not: it may have been made by a newer program.",
        ),
        ({"colour": "red"}, "colour", "The key 'colour' is not known here.", NEWER),
    ],
)
def test_each_rule_shows_the_value_and_says_what_to_do(
    keys: dict[str, object], place: str, wrong: str, remedy: str
) -> None:
    assert said(**keys) == [f"f.json, steps[1] 'a2'.{place}: {wrong} {remedy}"]


@pytest.mark.parametrize("day", ["2028-02-29", "0001-01-01", "9999-12-31", None])
def test_each_day_of_the_calendar_is_taken(day: str | None) -> None:
    assert said(due=day) == []


@pytest.mark.parametrize("moment", ["2027-02-27T14:30:00Z", "2027-02-27T14:30:00.123456Z"])
def test_a_moment_in_utc_is_taken(moment: str) -> None:
    assert said(said_at=moment) == []


@pytest.mark.parametrize(
    ("holds", "remedy"),
    [
        ({"type": "string"}, 'Add it, with "" where nothing is known.'),
        ({"type": "string", "minLength": 1}, "Add it."),
        ({"type": ["string", "null"]}, "Add it, with null where nothing is known."),
        ({"type": "array"}, "Add it, with [] where there is nothing."),
        ({"enum": ["yes", ""]}, 'Add it, with "" where nothing is known.'),
        ({"enum": ["yes", "no"]}, "Add it, with one of: yes, no."),
    ],
)
def test_a_missing_key_is_named_with_what_to_put_there(
    holds: dict[str, object], remedy: str
) -> None:
    schema = {"type": "object", "required": ["b"], "properties": {"b": holds}}

    assert [str(one) for one in problems({}, schema)] == [f"b: The key 'b' is missing. {remedy}"]


def test_a_value_that_breaks_two_rules_has_one_problem() -> None:
    schema = {"properties": {"a": {"type": "string", "enum": ["yes"], "minimum": 9}}}

    assert [str(one) for one in problems({"a": 5}, schema)] == [
        "a: This is the number 5. Use words in quotes."
    ]


def test_all_problems_are_told_at_once_but_at_most_fifty() -> None:
    document = {"steps": [{"what": at} for at in range(60)]}
    found = problems(document, SCHEMA)

    assert len(found) == 51
    assert found[49].place == "steps[49].what"
    assert str(found[50]) == (
        "And more: only the first 50 problems are listed here. Put these right, then try again."
    )


def test_a_list_that_is_too_long_is_not_looked_into() -> None:
    document = {"steps": [{"what": at} for at in range(201)]}

    assert [str(one) for one in problems(document, SCHEMA)] == [
        "steps: There are 201 here. Use at most 200."
    ]


def test_a_frozen_document_and_a_frozen_schema_say_the_same() -> None:
    document = {"steps": [{"id": "a1", "who": [1]}]}
    frozen: Any = freeze(SCHEMA)

    assert problems(freeze(document), frozen) == problems(document, SCHEMA)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("w" * 60, "'" + "w" * 60 + "'"),
        ("w" * 61, "'" + "w" * 59 + "…'"),
        ("a\x1b[2J\u202e", "'a\\u001b[2J\\u202e'"),
        ({"a": 1}, "a group of keys"),
        (10**70, "the number 1" + "0" * 59),
    ],
)
def test_a_value_is_shown_short_and_harmless(value: object, words: str) -> None:
    assert shown(value) == words


def test_reading_json_does_not_wait_for_the_schema_library() -> None:
    program = (
        "import sys, facilitator.record, facilitator.strict as strict;"
        "strict.load_json(b'[]', 'f'); sys.exit('jsonschema' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_place_of_a_key_with_odd_letters_is_shown_in_quotes() -> None:
    document = load_json('{"steps": [], "a.b c": 1}', "f")
    schema = {"properties": {"steps": {}}, "additionalProperties": False}

    assert [one.place for one in problems(document, schema)] == ["'a.b c'"]
