"""The file itself: plain words on paper, and the same for a computer inside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from facilitator import days
from facilitator.canonical import canonical
from facilitator.one_person.deciding import Given
from facilitator.one_person.fact import Group
from facilitator.paper import template
from facilitator.paper.pdf import Sheet, render
from facilitator.people import People, Role

FORMAT = "about-one-person/1"
STANDARD, LARGE_PRINT = "standard", "large_print"
_TITLE = "Everything that we keep about you"
_CSS = ("plan.css", "handout.css")


@dataclass(frozen=True, kw_only=True)
class PersonFile:
    """What one person is given: facts under headings, in plain words, and nothing of anybody else.

    ``team`` says who keeps it, ``meeting`` which meeting it is about; ``how_long`` are sentences
    of how long it is kept. It says the same of what was left out whatever was, and however much.
    """

    name: str
    team: str
    meeting: str
    asked_on: date
    made_on: date
    given: tuple[Given, ...]
    how_long: tuple[str, ...] = ()
    practice: bool = False

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[Given, ...]], ...]:
        """Each heading with what stands under it, the empty ones left out."""
        by_group = {
            group: tuple(one for one in self.given if one.fact.group is group) for group in Group
        }
        return tuple((group.value, held) for group, held in by_group.items() if held)

    @property
    def day(self) -> str:
        """The day on which it was made, as people say it."""
        return days.day(self.made_on)

    @property
    def asked(self) -> str:
        """The day on which it was asked for, as people say it."""
        return days.day(self.asked_on)

    @cached_property
    def document(self) -> dict[str, Any]:
        """The same for a computer."""
        return {
            "format": FORMAT,
            "name": self.name,
            "kept_by": self.team,
            "meeting": self.meeting,
            "asked_on": self.asked_on.isoformat(),
            "made_on": self.made_on.isoformat(),
            "facts": [dict(_raw(one)) for one in self.given],
        }

    @cached_property
    def sha256(self) -> str:
        """The hash of what it says."""
        return sha256(canonical(self.document)).hexdigest()

    def pdf(self, edition: str = STANDARD) -> bytes:
        """The file on paper, with the document inside it. Refusal where no press is there."""
        drawn = template.drawn("one_person/file.html", title=_TITLE, file=self, edition=edition)
        large = ("large_print.css",) if edition == LARGE_PRINT else ()
        return render(
            Sheet(
                html=drawn,
                css=(*_CSS, *large),
                title=_TITLE,
                lang="en",
                made_on=self.made_on,
                attachment=canonical(self.document),
                attachment_name="about-you.json",
                attachment_about="The same, for computers",
            )
        )


def may_have_no_paper(person_id: str, people: People) -> bool:
    """Whether somebody must keep away: then each word of the file needs a second look."""
    person = people.find(person_id)
    restricted = any(one.person == person_id for one in people.safety.restrictions)
    return restricted or (person is not None and person.role is Role.EXCLUDED)


def _raw(given: Given) -> Iterator[tuple[str, Any]]:
    fact = given.fact
    known: Mapping[str, Any] = {
        "group": fact.group.name.lower(),
        "label": fact.label,
        "words": given.words or fact.words,
        "by": fact.by,
        "day": fact.day.isoformat() if fact.day else "",
        "beside": [] if given.in_part else [list(one) for one in fact.beside],
        "in_part": given.in_part,
        "source": fact.source,
    }
    return ((key, one) for key, one in known.items() if one)
