"""Names and days, put as people say them on paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from facilitator import days
from facilitator.paper.view import When
from facilitator.paper.view_words import Ring, Said
from facilitator.people import People, Person
from facilitator.plans import Line, Plan


def listed(names: tuple[str, ...]) -> str:
    """Names one after another.

    >>> listed(("Nan", "Grandad", "Bev"))
    'Nan, Grandad and Bev'
    """
    *most, last = names or ("",)
    return f"{', '.join(most)} and {last}" if most else last


@dataclass(frozen=True)
class Names:
    """What the people of one copy are called on paper, and what was put beside its lines.

    ``beside`` holds, by the id of a line, what people put beside it: not what I said.
    ``agreed_on`` is the day of the plan, beside which other days are told.
    """

    people: People
    beside: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    agreed_on: date | None = None

    @classmethod
    def of_plan(cls, plan: Plan) -> Self:
        """The names of everybody in the plan of one copy, and what stands beside its lines."""
        beside: dict[str, tuple[Line, ...]] = {}
        for one in plan.of("not_said"):
            for line_id in one.fields.ids("about"):
                beside[line_id] = (*beside.get(line_id, ()), one)
        return cls(plan.people, beside, plan.agreed_on)

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
            not_said=self._not_said(line),
            day=self._later(line) if line.row.added_later else "",
            put_right=line.fields.words("put_right") if line.kind == "not_said" else "",
        )

    def _not_said(self, line: Line) -> tuple[Said, ...]:
        """One level of it: what was put beside such words stands at the end, not beside them."""
        several = () if line.kind == "not_said" else self.beside.get(line.id, ())
        return tuple(self.said(one) for one in several)

    def _later(self, line: Line) -> str:
        day = line.fields.day("date")
        return on_day(day, self.agreed_on) if self.agreed_on and day != self.agreed_on else ""


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
