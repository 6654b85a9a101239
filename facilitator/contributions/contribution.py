"""One thing that somebody said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from facilitator.kinds import KINDS, Kind

Direction = Literal["ltr", "rtl", "auto"]
Value = str | bool | int | date | None | tuple["Value", ...] | Mapping[str, "Value"]


@dataclass(frozen=True)
class Fields:
    """What is known about a contribution beside its words, by the keys of its kind.

    A field that was never asked for is missing, one that was asked for and left open is None
    or empty. Readers that only want to print treat them alike, so the getters below do too.
    """

    values: Mapping[str, Value] = field(default_factory=dict)

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def __getitem__(self, key: str) -> Value:
        return self.values[key]

    def words(self, key: str) -> str:
        """The words of that field, "" where there are none."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def day(self, key: str) -> date | None:
        """The civil date of that field."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None

    def number(self, key: str) -> int | None:
        """The whole number of that field."""
        value = self.values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids in that field, of people or of lines: one or several, never an empty one."""
        value = self.values.get(key)
        several = value if isinstance(value, tuple) else (value,)
        return tuple(one for one in several if isinstance(one, str) and one)

    def each(self, key: str) -> tuple[Mapping[str, Value], ...]:
        """The small tables in that field, such as the sides of a disagreement."""
        value = self.values.get(key)
        several = value if isinstance(value, tuple) else (value,)
        return tuple(one for one in several if isinstance(one, Mapping))

    def is_yes(self, key: str) -> bool:
        """Whether that field was answered with a plain yes."""
        return self.values.get(key) is True


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """What somebody said, with its kind.

    ``id`` names it for ever; ``kind`` is a key of the table of kinds; ``by`` is a person's id.
    ``prompt`` names the prompt of this meeting's agenda that it answers, or none: it was said
    unasked, or written down elsewhere. ``exact`` means that these are the very words;
    ``name_shown`` is that person's choice, None while nobody has asked. ``rendering`` holds an
    interpreter's words for it. ``said_at`` is an instant in UTC as ISO 8601 text. ``hurts`` is
    the id of somebody whose past hurt it tells of, None where it tells of none, and
    ``hurts_yes`` that person's own yes or no to it, None while nobody has asked.
    """

    id: str
    kind: str
    words: str = ""
    by: str = ""
    fields: Fields = field(default_factory=Fields)
    prompt: str | None = None
    said_at: str | None = None
    exact: bool | None = None
    name_shown: bool | None = None
    lang: str | None = None
    dir: Direction | None = None
    rendering: str | None = None
    hurts: str | None = None
    hurts_yes: bool | None = None

    def __post_init__(self) -> None:
        allowed = {one.key for one in self.row.fields}
        if strange := sorted(set(self.fields) - allowed):
            raise ValueError(f"A {self.row.word} has no field '{strange[0]}'.")

    @property
    def row(self) -> Kind:
        """The row of its kind in the table of kinds."""
        return KINDS[self.kind]

    @property
    def says_enough(self) -> bool:
        """Whether it may stand in a plan: with words and a name, where its kind needs them."""
        has_words = bool(self.words.strip()) or not self.row.words_needed
        return has_words and (bool(self.by) or not self.row.speaker_needed)
