"""Leaving out what a reader must not see: whole lines, and no trace that one is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from facilitator.canonical import fingerprint
from facilitator.contributions import Fields
from facilitator.copies.beside_lines import only_beside_their_lines
from facilitator.kinds import Holds
from facilitator.people import Hiding, People, Person
from facilitator.plans import Line
from facilitator.refusals import Problem, Refusal

_AROUND = 60


@dataclass(frozen=True)
class NearMiss:
    """A text that a reader will see and that comes near to something hidden from them.

    ``line`` is the id of the line, "" where it is no line: the place, or what is still open.
    ``words`` are the ones that come near, from code point ``start`` of the whole ``text`` on.
    """

    line: str
    words: str
    why: str
    text: str = ""
    start: int = 0

    @property
    def before(self) -> str:
        """Some of the words before them, in the same piece of the line."""
        return _cut(self.text[: self.start].rpartition("\n")[2][::-1])[::-1]

    @property
    def after(self) -> str:
        """Some of the words after them, in the same piece of the line."""
        return _cut(self.text[self.start + len(self.words) :].partition("\n")[0])

    def seen_as(self, version: int, reader_id: str) -> str:
        """The fingerprint of having looked at it: for that text, that version and that reader."""
        return fingerprint((version, reader_id, self.line, self.words, self.why, self.text))


@dataclass(frozen=True, kw_only=True)
class LookedAt:
    """Somebody looked at a near miss, and said that it may stand before that reader."""

    fingerprint: str
    version: int
    reader: str
    at: datetime
    user_id: UUID


def near_misses(line_id: str, text: str, hiding: Hiding) -> Iterator[NearMiss]:
    """What in that text comes near to something hidden."""
    for one in hiding.near_in(text):
        yield NearMiss(line_id, text[one.start : one.end], one.why, text, one.start)


def _cut(text: str) -> str:
    """So many signs of it at most, with a mark where there is more."""
    return text if len(text) <= _AROUND else f"{text[:_AROUND]}…"


def without_hidden(
    lines: tuple[Line, ...], reader: Person, people: People, hiding: Hiding
) -> tuple[tuple[Line, ...], tuple[NearMiss, ...]]:
    """The lines with none that holds something hidden, and no trace that one is missing."""
    kept: list[Line] = []
    near: list[NearMiss] = []
    problems: list[Problem] = []
    for line in lines:
        text = text_of(line, people)
        if not hiding.shows_in(text):
            kept.append(line)
            near.extend(near_misses(line.id, text, hiding))
        elif line.kind in ("title", "meet_again") or _is_own_step(line, reader):
            problems.append(_would_show(line, reader))
    if problems:
        raise Refusal(*problems)
    left = only_beside_their_lines(tuple(kept))
    held = {line.id for line in left}
    misses = tuple(one for one in near if one.line in held)
    return tuple(_only_links_to(held, line) for line in left), misses


def text_of(line: Line, people: People) -> str:
    """Everything that is printed of a line: its words, and the names that stand with it."""
    return "\n".join((*line.texts, *_names_on(line, people)))


def _names_on(line: Line, people: People) -> Iterator[str]:
    """What the people whom a line names are called: their names are printed with it."""
    sides = (str(view.get("by", "")) for view in line.fields.each("views"))
    for person_id in (line.by, *line.named, *sides):
        if person := people.find(person_id):
            yield person.called


def _is_own_step(line: Line, reader: Person) -> bool:
    return line.kind == "action" and reader.id in line.fields.ids("who")


def _would_show(line: Line, reader: Person) -> Problem:
    what = "their own step" if line.kind == "action" else f"the {line.row.word}"
    return Problem(
        place=f"copy for {reader.short_name}",
        wrong=f"Something that is hidden from them stands in {what}: “{line.words}”.",
        remedy="Ask the family for other words there, or whether they may see it.",
    )


def _only_links_to(held: set[str], line: Line) -> Line:
    """A link to a line that the reader doesn't hold would show that there is one."""
    values = {key: line.fields[key] for key in line.fields}
    for field in line.row.fields:
        if field.holds is Holds.LINES and field.key in values:
            values[field.key] = tuple(one for one in line.fields.ids(field.key) if one in held)
    return replace(line, fields=Fields(values))
