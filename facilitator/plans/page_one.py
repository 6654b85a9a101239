"""Page 1 is for anybody who walks into the kitchen.

Nothing is put on it by guessing: the family chooses each line, and a line that would break the
rule of page 1 is refused with its reason. The rule: nothing that is hidden from anybody, no
worry, order, health, address or surname; seven lines at most, short enough to read in passing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from facilitator.contributions import Fields
from facilitator.people import People, Person
from facilitator.plans.line import Line
from facilitator.plans.page_one_rule import PageOneRule
from facilitator.refusals import Problem

MOST_LINES = 7
# One side of paper at 16 points holds this many printed lines of steps, and each column this
# many signs a line; a test prints the fullest page 1 and looks whether it is one side.
PRINTED_LINES = 14
SIGNS_A_LINE = {"when": 19, "who": 10, "what": 22}
_ROW = ("who", "start", "due", "how_often")


def chosen(line: Line) -> str:
    """The words that the family chose for page 1: shorter ones of their own, or the step's."""
    choice = line.fields.values.get("page_one")
    if isinstance(choice, str):
        return choice.strip()
    return line.words if choice is True else ""


def keep_to_the_rule(
    lines: tuple[Line, ...], people: People
) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines, with no choice for page 1 left that breaks its rule; and each refusal's reason."""
    rule, lines_left, room = PageOneRule.of(people), MOST_LINES, PRINTED_LINES
    kept: list[Line] = []
    problems: list[Problem] = []
    for line in lines:
        words = chosen(line)
        often = line.fields.words("how_often")
        reason = (rule.broken_by(words) or rule.broken_by(often)) if words else None
        needed = _printed_lines(line, words, people) if words else 0
        if words and not reason and not lines_left:
            reason = f"page 1 holds {MOST_LINES} steps"
        if words and not reason and needed > room:
            reason = "page 1 is full"
        if reason:
            problems.append(_refused(line, words, reason))
            kept.append(_not_on_page_one(line))
        else:
            lines_left, room = lines_left - bool(words), room - needed
            kept.append(line)
    return tuple(kept), tuple(problems)


def _printed_lines(line: Line, words: str, people: People) -> int:
    """How many printed lines a row of page 1 takes, at the most."""
    names = (person.short_name for one in line.fields.ids("who") if (person := people.find(one)))
    columns = {
        "when": line.fields.words("how_often"),
        "who": " and ".join(names),
        "what": words,
    }
    return max(ceil(len(text) / SIGNS_A_LINE[column]) for column, text in columns.items())


def _refused(line: Line, words: str, reason: str) -> Problem:
    return Problem(
        place=f"step {line.id}",
        wrong=f"“{words}” can't stand on page 1: {reason}.",
        remedy="Choose shorter, plainer words for page 1, or leave it on the pages inside.",
    )


def _not_on_page_one(line: Line) -> Line:
    values = {key: line.fields[key] for key in line.fields if key != "page_one"}
    return replace(line, fields=Fields(values))


@dataclass(frozen=True)
class PageOne:
    """What stands on page 1, the same for whoever holds a copy.

    ``title`` and ``statement`` are "" where the family's own would break the rule; ``rows`` are
    the steps that were chosen, in the words that were chosen; ``ring`` are the people to ring,
    first one first; ``place`` is where we meet again, "" where that looks like an address.
    """

    title: str
    statement: str
    statement_lang: str | None
    rows: tuple[Line, ...]
    ring: tuple[Person, ...]
    place: str

    def as_seen_by(self, reader_id: str) -> "PageOne":
        """Page 1 with no more of each person than that reader's paper may know."""
        return replace(self, ring=tuple(person.as_seen_by(reader_id) for person in self.ring))


def page_one_of(lines: tuple[Line, ...], people: People) -> PageOne:
    """Page 1 of a plan whose lines have been kept to the rule."""
    rule = PageOneRule.of(people)
    title = _words_of("title", lines)
    statement = next((line for line in lines if line.kind == "statement"), None)
    place = next((line.fields.words("place") for line in lines if line.kind == "meet_again"), "")
    return PageOne(
        title="" if rule.broken_by(title) else title,
        statement=rule.first_sentence_that_may_stand(statement.words) if statement else "",
        statement_lang=statement.lang if statement else None,
        rows=tuple(as_chosen(line) for line in lines if chosen(line)),
        ring=tuple(_to_ring(lines, people))[:2],
        place="" if rule.broken_by(place) else place,
    )


def as_chosen(line: Line) -> Line:
    """A step in the words that were chosen for page 1: who, when, and nothing else of it."""
    kept = {key: line.fields[key] for key in _ROW if key in line.fields}
    return replace(line, words=chosen(line), fields=Fields(kept), rendering=None)


def _words_of(kind: str, lines: tuple[Line, ...]) -> str:
    return next((line.words for line in lines if line.kind == kind), "")


def _to_ring(lines: tuple[Line, ...], people: People) -> Iterator[Person]:
    """Whom to ring, in the order in which the family's own what-ifs name them."""
    ids = dict.fromkeys(
        person_id
        for line in lines
        if line.kind == "if_then"
        for person_id in (*line.fields.ids("who"), *line.fields.ids("second"))
    )
    for person_id in ids:
        if person := people.find(person_id):
            yield person
