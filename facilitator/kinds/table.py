"""The table of kinds, made of its rows, and the ways to look one up."""

from collections.abc import Mapping
from types import MappingProxyType

from facilitator.kinds.kind import Kind
from facilitator.kinds.planned import PLANNED
from facilitator.kinds.shared import SHARED
from facilitator.kinds.wording import WORDING

_ROWS = (*SHARED, *PLANNED, *WORDING)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.key: kind for kind in _ROWS})
_BY_LETTER = MappingProxyType({kind.letter: kind for kind in KINDS.values() if kind.letter})


def by_letter(letter: str) -> Kind | None:
    """The kind that this key of the people row chooses, or None."""
    return _BY_LETTER.get(letter.lower())
