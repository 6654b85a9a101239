"""The words of a list: what is found, where it is fine, and what to say instead."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.plain_language.finding import Level, Reason, Scope
from facilitator.plain_language.terms_patterns import Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One entry of a list.

    ``level`` None is a thing that is fine: a name or a set phrase that nothing is found in.
    ``say`` is what to say instead or, for a word to explain, its meaning. ``fine`` are contexts
    in which the words are innocent. ``scopes`` empty: in every line. ``ready`` holds, by the
    words found (lower case, spaces for hyphens), a text that may stand in their place.
    """

    name: str
    level: Level | None
    reason: Reason
    say: str
    why: str
    find: tuple[Pattern, ...]
    fine: tuple[Pattern, ...]
    scopes: frozenset[Scope]
    ready: Mapping[str, str]

    def counts_in(self, scope: Scope) -> bool:
        """Whether this is looked for in a line of that kind."""
        return not self.scopes or scope in self.scopes
