"""A record into a file that people and programs can read."""

import json

from facilitator.canonical import thaw
from facilitator.record.values import Record


def write(record: Record) -> bytes:
    """The record as JSON in UTF-8, indented by one space, keys in the order in which they came.

    `read(write(record), name) == record`, and a file that was written so is given back byte
    for byte.
    """
    return json.dumps(thaw(record.document), ensure_ascii=False, indent=1).encode("utf-8")
