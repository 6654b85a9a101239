"""A record in which everything that somebody said or wrote is something that breaks programs."""

import copy
from collections.abc import Callable
from typing import Any

from tests.desk.at_the_desk import campbell

# Words that mean something to the program, or that must be one of a few.
_NOT_WORDS = frozenset(
    {"id", "format", "kind", "lang", "dir", "role", "date", "time", "form", "language", "edition"}
)
LONGEST_OF: dict[str, int] = {"title": 300, "name": 300, "called": 300}


def hostile_record(take: Callable[[int], str]) -> dict[str, Any]:
    """The practice family's, with ``take(most)`` wherever words stand, at most so long."""
    document: dict[str, Any] = _changed(copy.deepcopy(campbell()), "", take)
    return document | {"id": "hostile-words"}


def _changed(value: Any, key: str, take: Callable[[int], str]) -> Any:
    if isinstance(value, dict):
        return {one: _changed(held, one, take) for one, held in value.items()}
    if isinstance(value, list):
        return [_changed(one, key, take) for one in value]
    # Words have spaces between them; ids, days and keys have none.
    if isinstance(value, str) and " " in value and key not in _NOT_WORDS:
        return take(LONGEST_OF.get(key, 300))
    return value
