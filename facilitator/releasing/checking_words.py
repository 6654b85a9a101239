"""How the pages of a release say what a copy is, what stands in it, and what a line says."""

from types import MappingProxyType

from facilitator.copies import ReaderCheck
from facilitator.kinds import Section
from facilitator.people import CopyKind, People
from facilitator.plans import Line

COPY_WORDS = MappingProxyType(
    {
        CopyKind.FULL: "The whole plan",
        CopyKind.OWN_PART: "Their own part",
        CopyKind.CHILD: "A child's page",
        CopyKind.NONE: "No copy",
    }
)
_SECTIONS = MappingProxyType(
    {
        Section.FRONT: "in the family's own words",
        Section.SINCE: "about last time",
        Section.CHILDREN: "from the children",
        Section.TALKED: "about what we talked about",
        Section.WANT: "about what we want",
        Section.DO: "about what we will do",
        Section.HELP: "about help",
        Section.IF_WRONG: "for when it goes wrong",
        Section.KEEP_GOING: "about what keeps us going",
        Section.DISAGREE: "where we do not agree",
        Section.SORT_OUT: "still to sort out",
        Section.SAID_YES: "about who said yes",
        Section.MEET_AGAIN: "about meeting again",
    }
)


def how_many(checked: ReaderCheck) -> str:
    """How many lines they will see, "" where there is no copy."""
    total = sum(many for _, many in checked.sees)
    return "1 line" if total == 1 else f"{total} lines" if total else ""


def sections(checked: ReaderCheck) -> tuple[str, ...]:
    """How many lines of each part of the plan they will see, in the order of the paper."""
    return tuple(f"{many} {_SECTIONS[section]}" for section, many in checked.sees)


def named(people: People, person_id: str) -> str:
    """What that person is called; "somebody" where nobody is there any more."""
    person = people.find(person_id)
    return person.short_name if person else "somebody"


def told(line: Line, people: People) -> str:
    """A line in so many words that one knows which it is."""
    if line.words:
        return line.words
    who = " and ".join(named(people, one) for one in (line.by, *line.named) if one)
    words = " ".join(text for text in line.texts if text)
    return " ".join(part for part in (who, words) if part) or line.row.word
