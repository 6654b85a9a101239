"""A document against its schema, JSON Schema 2020-12, said in words for a person.

Some rules of the library are replaced: so that no document of 5 MB takes long, and so that a
whole number is one, a day is in the calendar, and a missing or unknown key is named.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from facilitator.refusals import Problem
from facilitator.strict.places import GROUP, first, place
from facilitator.strict.remedies import DAY, wrong_and_remedy

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

Schema = Mapping[str, Any]

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z\Z")


def problems(document: object, schema: Schema, where: str = "") -> tuple[Problem, ...]:
    """All that is wrong with the document, at most 50 of them and then "and more".

    `document` may be plain or frozen; `where` is put before each place (a file's name).
    A value has one problem at most, the first in the order of its schema's keywords.
    """
    return first(_each(document, schema, where), where)


def _each(document: object, schema: Schema, where: str) -> Iterator[Problem]:
    said: set[str] = set()
    for error in _validator(_Same(schema)).iter_errors(document):  # type: ignore[arg-type]
        path = [*error.absolute_path, *([error.message] if _names_a_key(error) else [])]
        at = place(path, document, where)
        if at not in said:
            said.add(at)
            yield Problem(at, *wrong_and_remedy(error))


def _names_a_key(error: "ValidationError") -> bool:
    return error.validator in {"required", "additionalProperties"}


class _Same:
    """A schema as a key: one and the same object means the same schema.

    Putting a schema together costs more than a small document's whole check.
    """

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def __hash__(self) -> int:
        return id(self.schema)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.schema is self.schema


@lru_cache(maxsize=8)
def _validator(same: _Same) -> "Validator":
    # The library is slow to import, and most commands never read a document.
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415
    from jsonschema.validators import extend  # noqa: PLC0415

    types = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "array": lambda _, value: isinstance(value, list | tuple),
            "object": lambda _, value: isinstance(value, GROUP),
            "integer": lambda _, value: isinstance(value, int) and not isinstance(value, bool),
        }
    )
    formats = FormatChecker(formats=())
    formats.checks("date")(_is_day)
    formats.checks("date-time")(_is_instant)
    extended: Any = extend  # the library's own types leave it out
    stricter = extended(Draft202012Validator, dict(_KEYWORDS), type_checker=types)
    put_together: Validator = stricter(_inlined(same.schema, same.schema), format_checker=formats)
    return put_together


def _inlined(part: Any, whole: Schema) -> Any:
    """The schema with each `$ref` replaced by what it names: following them is slow."""
    if isinstance(part, list | tuple):
        return [_inlined(item, whole) for item in part]
    if not isinstance(part, Mapping):
        return part
    named: dict[str, Any] = {}
    if "$ref" in part:
        target: Any = whole
        for step in part["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        named = _inlined(target, whole)
    own = {key: _inlined(value, whole) for key, value in part.items() if key not in _ELSEWHERE}
    return {**named, **own}


_ELSEWHERE = {"$ref", "$defs"}


def _fault(message: str) -> "ValidationError":
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415

    return ValidationError(message)


def _required(_: Any, keys: Any, document: Any, __: Any) -> Iterator["ValidationError"]:
    if isinstance(document, GROUP):
        yield from (_fault(key) for key in keys if key not in document)


def _no_other(_: Any, allowed: Any, document: Any, schema: Any) -> Iterator["ValidationError"]:
    if allowed is False and isinstance(document, GROUP):
        known = schema.get("properties", {})
        yield from (_fault(key) for key in document if key not in known)


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator["ValidationError"]:
    # A Python `$` lets a new line pass behind it; a schema's `$` does not.
    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield _fault(pattern)


def _items(validator: Any, items: Any, document: Any, schema: Any) -> Iterator["ValidationError"]:
    # What stands in a list that is too long anyway is not looked at.
    if not isinstance(document, list | tuple) or len(document) > schema.get("maxItems", 10**6):
        return
    for at, item in enumerate(document):
        yield from validator.descend(item, items, path=at)


def _unique(_: Any, wanted: Any, document: Any, __: Any) -> Iterator["ValidationError"]:
    # The library compares every item with every other one; only words need it here.
    if wanted and isinstance(document, list | tuple):
        words = [item for item in document if isinstance(item, str)]
        if len(set(words)) < len(words):
            yield _fault("twice")


_KEYWORDS: Mapping[str, Callable[..., Any]] = {
    "required": _required,
    "additionalProperties": _no_other,
    "pattern": _pattern,
    "items": _items,
    "uniqueItems": _unique,
}


def _is_day(value: object) -> bool:
    return not isinstance(value, str) or (bool(DAY.match(value)) and _exists(value))


def _is_instant(value: object) -> bool:
    return not isinstance(value, str) or (bool(_INSTANT.match(value)) and _exists(value))


def _exists(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
