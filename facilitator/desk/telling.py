"""What was said in a meeting, laid out to read: every line under its heading, with what is known.

It is for whoever leads the meeting, and shows all that was said. Paper is made elsewhere, from
copies.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from facilitator import days
from facilitator.contributions import Contribution, Value
from facilitator.exchange import Recorded
from facilitator.kinds import Field, Holds, Section, Shape
from facilitator.people import People

HEADINGS = {
    Section.FRONT: "First of all",
    Section.SINCE: "Since last time",
    Section.CHILDREN: "What children said",
    Section.TALKED: "What we talked about",
    Section.WANT: "What we want",
    Section.DO: "What we will do",
    Section.HELP: "Help we asked for",
    Section.IF_WRONG: "If things go wrong",
    Section.KEEP_GOING: "What keeps us going",
    Section.DISAGREE: "Where we do not agree",
    Section.SORT_OUT: "Still to sort out",
    Section.SAID_YES: "Who said yes",
    Section.MEET_AGAIN: "When we meet again",
    Section.NOT_PRINTED: "Not for paper",
}


@dataclass(frozen=True)
class Told:
    """One thing that was said: its kind in words, who said it, and what is known beside."""

    kind: str
    words: str
    by: str
    lang: str
    beside: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chapter:
    """One heading and what was said under it, in order."""

    heading: str
    told: tuple[Told, ...]


def chapters(recorded: Recorded) -> tuple[Chapter, ...]:
    """All that was said, by heading; headings under which nothing was said are left out."""
    found = (
        Chapter(
            heading,
            tuple(
                _told(one, recorded.people)
                for one in recorded.contributions
                if one.row.section is section
            ),
        )
        for section, heading in HEADINGS.items()
    )
    return tuple(one for one in found if one.told)


def _told(said: Contribution, people: People) -> Told:
    row, who = said.row, _name(said.by, people)
    known = (
        (field.label, _words(field, said.fields[field.key], people))
        for field in row.fields
        if field.key in said.fields
    )
    # Where only a name was said (who looks after the plan), the name is what was said.
    bare = row.shape is Shape.PERSON
    return Told(
        kind=row.word[:1].upper() + row.word[1:],
        words=who if bare else said.words,
        by="" if bare else who,
        lang=said.lang or "",
        beside=tuple((label, words) for label, words in known if words),
    )


def _words(field: Field, value: Value, people: People) -> str:
    match value:
        case None | "" | ():
            return ""
        case bool():
            return "Yes" if value else "No"
        case date():
            return days.day(value)
        case _ if field.holds in (Holds.LINES, Holds.REPEATS):
            return ""  # For a computer; the words say it to people.
        case _ if field.holds is Holds.TIME:
            return days.time_of_day(str(value))
    between = " " if field.holds is Holds.VIEWS else ", "  # Each side speaks in sentences.
    return between.join(_names(field, value, people))


def _names(field: Field, value: Value, people: People) -> Iterator[str]:
    several = value if isinstance(value, tuple) else (value,)
    for one in several:
        if isinstance(one, Mapping):
            by = _name(str(one.get("by") or ""), people)
            text = ", ".join(str(held) for key, held in one.items() if key != "by" and held)
            yield ": ".join(words for words in (by, text) if words)
        elif field.holds in (Holds.PERSON, Holds.PEOPLE):
            yield _name(str(one), people)
        else:
            yield str(one).replace("_", " ") if field.holds is Holds.CHOICE else str(one)


def _name(person_id: str, people: People) -> str:
    person = people.find(person_id)
    return person.short_name if person else person_id
