"""Leaving out what a reader must not see: whole lines, and no trace that one is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.contributions import Fields
from facilitator.kinds import Holds
from facilitator.people import Hiding, People, Person
from facilitator.plans import Line
from facilitator.refusals import Problem, Refusal


@dataclass(frozen=True)
class NearMiss:
    """A line that a reader will see and that comes near to something hidden from them."""

    line: str
    words: str
    why: str


def without_hidden(
    lines: tuple[Line, ...], reader: Person, people: People, hiding: Hiding
) -> tuple[tuple[Line, ...], tuple[NearMiss, ...]]:
    """The lines with none that holds something hidden, and no trace that one is missing."""
    kept: list[Line] = []
    near: list[NearMiss] = []
    problems: list[Problem] = []
    for line in lines:
        text = "\n".join((*line.texts, *_names_on(line, people)))
        if not hiding.shows_in(text):
            kept.append(line)
            misses = hiding.near_in(text)
            near.extend(NearMiss(line.id, text[one.start : one.end], one.why) for one in misses)
        elif line.kind in ("title", "meet_again") or _is_own_step(line, reader):
            problems.append(_would_show(line, reader))
    if problems:
        raise Refusal(*problems)
    held = {line.id for line in kept}
    return tuple(_only_links_to(held, line) for line in kept), tuple(near)


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
