"""Getting at the parts of a parsed agenda, whatever shape they turn out to have.

The checks have to go on past the first fault to name all of them, so these give an empty value
for anything missing or of a wrong type: that fault has its own message elsewhere.
"""

from collections.abc import Iterator
from typing import TypeAlias

Table: TypeAlias = dict[str, object]


def words(table: Table, key: str) -> str:
    """The words under that key, or the empty string."""
    value = table.get(key)
    return value if isinstance(value, str) else ""


def listed(table: Table, key: str) -> tuple[str, ...]:
    """The words in the list under that key; what is not words is passed over."""
    value = table.get(key)
    if not isinstance(value, list):
        return ()
    return tuple(entry for entry in value if isinstance(entry, str))


def whole(table: Table, key: str) -> int | None:
    """The whole number under that key, or None; true and false are not numbers."""
    value = table.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def yes(table: Table, key: str) -> bool:
    """Whether that key says true."""
    return table.get(key) is True


def tables(table: Table, key: str) -> tuple[Table, ...]:
    """The parts under a heading in double brackets, in the order of the file."""
    value = table.get(key)
    if not isinstance(value, list):
        return ()
    return tuple(entry for entry in value if isinstance(entry, dict))


def named(table: Table, key: str) -> Iterator[tuple[str, object]]:
    """The names and values under one heading, in the order of the file."""
    value = table.get(key)
    if isinstance(value, dict):
        yield from value.items()
