"""All that a document must keep to be a record of a meeting."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any

from facilitator.canonical import freeze
from facilitator.record.references import reference_problems
from facilitator.refusals import Problem
from facilitator.strict import first, place, problems, shown, text_problems

FORMAT = "family-meeting-record/1"
_ANY_VERSION = "family-meeting-record/"


@lru_cache(maxsize=1)
def schema() -> Mapping[str, Any]:
    """The JSON Schema (2020-12) of the record; read-only."""
    text = files("facilitator.record").joinpath("schema.json").read_text("utf-8")
    frozen: Any = freeze(json.loads(text))
    return frozen  # type: ignore[no-any-return]


def record_problems(document: object, name: str = "") -> tuple[Problem, ...]:
    """All that keeps the document from being a record, in words, 50 problems at most.

    Nothing else is said of a record of another version: its keys may mean something else.
    """
    if other := tuple(_another_version(document, name)):
        return other
    every = chain(
        text_problems(document, name),
        problems(document, schema(), name),
        reference_problems(document, name),
    )
    return first(every, name)


def _another_version(document: object, name: str) -> Iterator[Problem]:
    if not isinstance(document, Mapping):
        return
    version = document.get("schema")
    if version != FORMAT and isinstance(version, str) and version.startswith(_ANY_VERSION):
        yield Problem(
            place(("schema",), document, name),
            f"{shown(version)} is not the version that is read here, '{FORMAT}'.",
            "It may have been made by a newer program. Use a newer version of this one.",
        )
