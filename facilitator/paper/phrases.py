"""Names and days, put as people say them on paper."""

from dataclasses import dataclass
from datetime import date

from facilitator import days
from facilitator.paper.view import Ring, Said, When
from facilitator.people import People, Person
from facilitator.plans import Line


def listed(names: tuple[str, ...]) -> str:
    """Names one after another.

    >>> listed(("Nan", "Grandad", "Bev"))
    'Nan, Grandad and Bev'
    """
    *most, last = names or ("",)
    return f"{', '.join(most)} and {last}" if most else last


@dataclass(frozen=True)
class Names:
    """What the people of one copy are called on paper."""

    people: People

    def of(self, person_id: str) -> str:
        """What that person is called, "" for nobody."""
        person = self.people.find(person_id)
        return person.short_name if person else ""

    def all_of(self, ids: tuple[str, ...]) -> str:
        """What those people are called, one after another."""
        return listed(tuple(name for one in ids if (name := self.of(one))))

    def ring(self, person_id: str) -> Ring | None:
        """That person as somebody to ring."""
        person = self.people.find(person_id)
        return Ring(person.short_name, person.printable_phone) if person else None

    def said(self, line: Line, words: str | None = None) -> Said:
        """The words of a line as somebody's words."""
        return Said(
            words=line.words if words is None else words,
            by=self.of(line.by),
            lang=line.lang,
            dir=line.dir or ("auto" if line.lang else None),
            rendering=line.rendering or "",
        )


def introduced(person: Person) -> str:
    """How a person is named in a list of who was there: "Mum or Charlene", "Farah, social worker".

    A relationship that the name says already ("Nan") is left out.
    """
    name = person.called.replace(" / ", " or ") or person.name
    said = {word.casefold() for word in name.split()}
    if not person.relationship or person.relationship.casefold() in said:
        return name
    return f"{name}, {person.relationship}"


def when(line: Line, agreed_on: date) -> When:
    """When a step happens."""
    start, due = line.fields.day("start"), line.fields.day("due")
    return When(
        often=line.fields.words("how_often").strip(),
        starts=days.day_beside(start, agreed_on) if start else "",
        ends=days.day_beside(due, agreed_on) if due else "",
        starts_later=start is not None and not days.in_week(start, agreed_on),
    )


def on_day(value: date | None, agreed_on: date) -> str:
    """A day beside the plan's own day, "" for none."""
    return days.day_beside(value, agreed_on) if value else ""
