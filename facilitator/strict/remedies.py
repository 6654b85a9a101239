"""What each rule of a schema says to the person who has to put a document right.

Every answer is a pair of sentences: what is wrong with the value shown, and what to do.
"""

import calendar
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, Protocol

from facilitator.strict.places import LONGEST_SHOWN, shown

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")

Words = tuple[str, str]
Schema = Mapping[str, Any]

_KINDS = {
    "string": "words in quotes",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list, in [ ]",
    "object": "a group of keys, in { }",
    "null": "null",
}
_NEWER = "It may have been made by a newer program."


class Fault(Protocol):
    """One rule that a value does not keep, as the schema library tells it.

    `validator` is the rule's keyword, `schema` where the rule stands, `instance` the value.
    `message` is the key for a missing or an unknown key.
    """

    validator: Any
    message: Any
    instance: Any
    schema: Any


def wrong_and_remedy(fault: Fault) -> Words:
    """The two sentences for this fault."""
    return _WORDS.get(str(fault.validator), _does_not_fit)(fault)


def _unknown_key(fault: Fault) -> Words:
    key, known = fault.message, fault.schema.get("properties", {})
    wrong = f"The key {shown(key)} is not known here."
    near = (
        get_close_matches(key, known, n=1)
        if isinstance(key, str) and len(key) <= LONGEST_SHOWN
        else []
    )
    if near:
        return wrong, f"Did you mean {shown(near[0])}? If not: {_NEWER[0].lower()}{_NEWER[1:]}"
    return wrong, f"{_NEWER} Use a newer version of this one, or take the key out."


def _missing_key(fault: Fault) -> Words:
    wanted = fault.schema.get("properties", {}).get(fault.message, {})
    return f"The key {shown(fault.message)} is missing.", f"Add it{_when_nothing(wanted)}."


def _when_nothing(wanted: Schema) -> str:
    types = _types(wanted)
    if "null" in types:
        return ", with null where nothing is known"
    if "array" in types:
        return ", with [] where there is nothing"
    if "" in wanted.get("enum", ()) or (
        types == ("string",) and not {"enum", "const", "pattern", "format"} & set(wanted)
    ):
        return "" if wanted.get("minLength") else ', with "" where nothing is known'
    return f", with one of: {_listed(wanted['enum'])}" if "enum" in wanted else ""


def _types(schema: Schema) -> tuple[str, ...]:
    types = schema.get("type", ())
    return (types,) if isinstance(types, str) else tuple(types)


def _wrong_type(fault: Fault) -> Words:
    wanted = [_KINDS[name] for name in _types(fault.schema)]
    return f"This is {shown(fault.instance)}.", f"Use {' or '.join(wanted)}."


def _not_listed(fault: Fault) -> Words:
    listed = [str(choice) for choice in fault.schema["enum"] if choice is not None]
    near = get_close_matches(
        str(fault.instance)[:LONGEST_SHOWN], [word for word in listed if word], n=1
    )
    meant = f"Did you mean {shown(near[0])}? " if near else ""
    wrong = f"{shown(fault.instance)} is not one of the words for this."
    return wrong, f"{meant}Use one of: {_listed(fault.schema['enum'])}."


def _listed(choices: Any) -> str:
    return ", ".join({"": '""', None: "null"}.get(choice, str(choice)) for choice in choices)


def _not_the_one(fault: Fault) -> Words:
    wanted = shown(fault.schema["const"])
    return f"{shown(fault.instance)} is not {wanted}.", f"Use {wanted}."


def _not_written_so(fault: Fault) -> Words:
    name = fault.schema.get("title", "written as it must be here")
    return f"{shown(fault.instance)} is not {name}.", _like_this(fault)


def _like_this(fault: Fault) -> str:
    examples = fault.schema.get("examples", ())
    return f"Write it like this: {examples[0]}." if examples else "Write it in another way."


def _no_day(fault: Fault) -> Words:
    value = str(fault.instance)
    parts = DAY.match(value)
    if fault.schema["format"] != "date" or not parts:
        return _not_written_so(fault)
    year, month, _ = map(int, parts.groups())
    wrong = f"{value} is not a day in the calendar."
    if not 1 <= month <= 12 or year < 1:  # noqa: PLR2004
        return wrong, "Use a year from 0001 and a month from 01 to 12."
    days = calendar.monthrange(year, month)[1]
    return wrong, f"{date(year, month, 1):%B %Y} has {days} days."


def _too_long(fault: Fault) -> Words:
    most = fault.schema["maxLength"]
    wrong = f"{shown(fault.instance)} is {len(fault.instance):,} characters long."
    return wrong, f"Use at most {most:,}."


def _too_many(fault: Fault) -> Words:
    wrong = f"There are {len(fault.instance):,} here."
    return wrong, f"Use at most {fault.schema['maxItems']:,}."


def _too_few(_: Fault) -> Words:
    return "There is nothing in it.", "Put at least one in."


def _empty(_: Fault) -> Words:
    return "There are no words here.", "Write some, or take this line out."


def _out_of_range(fault: Fault) -> Words:
    low, high = fault.schema.get("minimum"), fault.schema.get("maximum")
    span = f"from {low} to {high}" if high is not None else f"of {low} or more"
    return f"{fault.instance} is out of range.", f"Use a whole number {span}."


def _twice(fault: Fault) -> Words:
    counted = Counter(item for item in fault.instance if isinstance(item, str))
    double, _ = counted.most_common(1)[0]
    return f"{shown(double)} stands twice in this list.", "Keep one of the two."


def _not_that(fault: Fault) -> Words:
    return f"This is {shown(fault.instance)}.", _like_this(fault)


def _does_not_fit(fault: Fault) -> Words:
    return f"{shown(fault.instance)} does not fit here.", "Look this key up in the format's page."


_WORDS: Mapping[str, Callable[[Fault], Words]] = {
    "additionalProperties": _unknown_key,
    "required": _missing_key,
    "type": _wrong_type,
    "enum": _not_listed,
    "const": _not_the_one,
    "pattern": _not_written_so,
    "format": _no_day,
    "maxLength": _too_long,
    "minLength": _empty,
    "maxItems": _too_many,
    "minItems": _too_few,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "uniqueItems": _twice,
    "not": _not_that,
}
