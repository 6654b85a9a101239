"""One entry of a plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from facilitator.contributions import Contribution, Fields, Value
from facilitator.contributions.contribution import Direction
from facilitator.kinds import KINDS, Holds, Kind

_FREE = (Holds.WORDS, Holds.TIME, Holds.PAGE_ONE, Holds.SEEN, Holds.VIEWS, Holds.REPEATS)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One entry of a plan, as the family agreed it.

    ``id`` is its contribution's; ``came_from`` names every contribution that it was made of, so
    that nothing stands in a plan which nobody said.
    """

    id: str
    kind: str
    words: str = ""
    by: str = ""
    fields: Fields = field(default_factory=Fields)
    came_from: tuple[str, ...] = ()
    exact: bool | None = None
    name_shown: bool | None = None
    lang: str | None = None
    dir: Direction | None = None
    rendering: str | None = None

    @classmethod
    def of(cls, said: Contribution) -> Self:
        """The line that one contribution makes by itself."""
        return cls(
            id=said.id,
            kind=said.kind,
            words=said.words,
            by=said.by,
            fields=said.fields,
            came_from=(said.id,),
            exact=said.exact,
            name_shown=said.name_shown,
            lang=said.lang or None,
            dir=said.dir,
            rendering=said.rendering or None,
        )

    @property
    def row(self) -> Kind:
        """The row of its kind in the table of kinds."""
        return KINDS[self.kind]

    @property
    def answers(self) -> tuple[str, ...]:
        """The ids of the lines that this one answers, or that show it was heard."""
        return tuple(
            line_id
            for one in self.row.fields
            if one.holds is Holds.LINES
            for line_id in self.fields.ids(one.key)
        )

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of everybody whom a field of this line names: who, second, checker, asked."""
        return tuple(
            person_id
            for one in self.row.fields
            if one.holds in (Holds.PERSON, Holds.PEOPLE) and one.on_paper
            for person_id in self.fields.ids(one.key)
        )

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything in this line that somebody typed as free words and that may be printed."""
        own = (self.words, self.rendering or "")
        return tuple(text for text in (*own, *self._typed()) if text)

    def _typed(self) -> Iterator[str]:
        for one in self.row.fields:
            if one.holds in _FREE and one.on_paper and one.key in self.fields:
                yield from _strings(self.fields[one.key])


def _strings(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
