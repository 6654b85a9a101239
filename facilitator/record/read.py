"""A record from a file: strictly, all problems at once, all or nothing."""

from typing import Any, cast

from facilitator.record.values import Record
from facilitator.strict import load_json


def read(data: bytes, name: str) -> Record:
    """The record that `data` (JSON in UTF-8) holds; `name` is what the messages call the file.

    Raises Refusal with every problem found, 50 at most, each with its place and remedy.
    """
    return Record(cast("Any", load_json(data, name)), name)
