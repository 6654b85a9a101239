"""The record: one JSON document, one meeting, read strictly and written as it was read."""

from facilitator.record.check import schema
from facilitator.record.read import read
from facilitator.record.values import Record
from facilitator.record.write import write

__all__ = ["Record", "read", "schema", "write"]
