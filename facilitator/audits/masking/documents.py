"""Made-up names inside a JSON document: which of its strings are words, and which are ids."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.audits.masking.ways import Ways, edited
from facilitator.mentions.folding import told

# Keys of a document whose values are our own words, and those whose values are ids.
_OURS = frozenset(("kind", "prompt", "commitments", "gates", "code", "sha256", "format"))
_IDS = frozenset(("line", "id", "by", "about"))
_OF_PERSON = re.compile(r"^people\.([^.]+)")


@dataclass(frozen=True)
class Documents:
    """How a document is masked. ``first`` gives the made-up first name by a person's id.

    ``ways`` are how people are named, also in an id, whose shape stays; ``text`` masks words.
    """

    first: Mapping[str, str]
    ways: Ways
    text: Callable[[str], str]

    def masked(self, value: Any, key: str = "") -> Any:
        """The value that stands under that key, masked; numbers and our own words stay."""
        if isinstance(value, str):
            return value if key in _OURS else self._string(value, is_id=key in _IDS)
        if isinstance(value, Mapping):
            return {name: self.masked(held, name) for name, held in value.items()}
        if isinstance(value, list | tuple):
            return [self.masked(one, key) for one in value]
        return value

    def _string(self, value: str, *, is_id: bool) -> str:
        if value in self.first:
            return self.first[value]
        if (found := _OF_PERSON.match(value)) and found[1] in self.first:
            value = f"people.{self.first[found[1]]}{value[found.end() :]}"
        return edited(value, self.ways.edits(told(value))) if is_id else self.text(value)
