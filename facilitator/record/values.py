"""A record of a meeting, checked once and the same ever after."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass
from typing import Any, cast

from facilitator.canonical import canonical, freeze
from facilitator.record.check import record_problems
from facilitator.refusals import Refusal


@dataclass(frozen=True, eq=False)
class Record:
    """A document that keeps `family-meeting-record/1`; there is no other way to have one.

    `document` is given plain and kept frozen: read-only mappings and tuples, keys in the order
    in which they came, missing, null and "" kept apart. `name` is what the messages call it.
    Two records are equal when their documents are, whatever the order of keys.
    Raises Refusal with every problem (50 at most) where the document is none.
    """

    document: Mapping[str, Any]
    name: InitVar[str] = ""

    def __post_init__(self, name: str) -> None:
        if found := record_problems(self.document, name):
            raise Refusal(*found)
        object.__setattr__(self, "document", cast("Mapping[str, Any]", freeze(self.document)))

    @property
    def id(self) -> str:
        """The record's own id."""
        return cast("str", self.document["id"])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return canonical(self.document) == canonical(other.document)

    def __hash__(self) -> int:
        return hash(canonical(self.document))
