"""One copy as a JSON document of its own.

It travels inside the paper, so it says what the paper says and no more: lines and people are
numbered anew for each copy, for a number that is missing would show that something is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from facilitator.copies.lists import Lists
from facilitator.kinds import Holds
from facilitator.people import CopyKind, Person
from facilitator.plans import Line, PageOne, Plan
from facilitator.plans.plan import as_document

FORMAT = "family-plan-copy/1"
# This choice has been carried out by the time there is a copy; page 1 holds its words.
_CARRIED_OUT = "page_one"


@dataclass(frozen=True)
class Document:
    """What one copy says, from a plan that holds only what its reader may see."""

    plan: Plan
    page_one: PageOne
    lists: Lists
    reader: Person
    kind: CopyKind

    def whole(self) -> dict[str, Any]:
        """The document; what there is nothing of is left out."""
        return {
            "format": FORMAT,
            "copy": self.kind.value,
            "code": self.plan.code,
            "version": self.plan.version,
            "date": self.plan.agreed_on.isoformat(),
            "reader": self._names[self.reader.id],
            "people": [self._person(one) for one in self._people],
            "lines": [self._line(line) for line in self.plan.lines],
            **_known(
                place=self.plan.meeting.place,
                page_one=self._page_one(),
                still_to_sort_out=[str(gap) for gap in self.plan.gaps],
                needs=as_document(self.reader.needs),
                who_was_there=[_attended(one) for one in self.lists.attended],
                who_gets_it=[_holder(one) for one in self.lists.holders],
            ),
        }

    @cached_property
    def _people(self) -> tuple[Person, ...]:
        """Everybody whom a line of this copy names, and the reader: nobody else."""
        ids = {self.reader.id, *self.reader.safe_adults}
        rows = self.plan.lines
        if self.kind is not CopyKind.CHILD:
            rows = (*rows, *self.page_one.rows)
            ids.update(person.id for person in self.page_one.ring)
            for child in self.plan.people.children:
                ids.update((child.id, *child.safe_adults))
        for line in rows:
            ids.update((line.by, *line.named))
            ids.update(str(view.get("by", "")) for view in line.fields.each("views"))
        return tuple(one for one in self.plan.people if one.id in ids)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {one.id: f"p{number}" for number, one in enumerate(self._people, 1)}

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        return {line.id: f"l{number}" for number, line in enumerate(self.plan.lines, 1)}

    def _person(self, person: Person) -> dict[str, Any]:
        return {
            "id": self._names[person.id],
            **_known(
                name=person.short_name,
                relationship=person.relationship,
                phone=person.printable_phone,
                safe_adults=[self._names[one] for one in person.safe_adults if one in self._names],
            ),
        }

    def _page_one(self) -> dict[str, Any]:
        if self.kind is CopyKind.CHILD:
            return {}
        page = self.page_one
        return _known(
            title=page.title,
            statement=page.statement,
            this_week=[self._said(row) for row in page.rows],
            ring=[self._names[person.id] for person in page.ring],
            place=page.place,
        )

    def _line(self, line: Line) -> dict[str, Any]:
        return {"id": self._numbers[line.id], "kind": line.kind, **self._said(line)}

    def _said(self, line: Line) -> dict[str, Any]:
        own = {key: getattr(line, key) for key in ("lang", "dir", "rendering", "exact")}
        fields = (one for one in line.row.fields if one.key in line.fields)
        return {
            **_known(words=line.words, by=self._names.get(line.by, "")),
            **{key: held for key, held in own.items() if held is not None},
            **{
                one.key: self._value(one.holds, line, one.key)
                for one in fields
                if one.on_paper and one.key != _CARRIED_OUT
            },
        }

    def _value(self, holds: Holds, line: Line, key: str) -> Any:
        match holds:
            case Holds.PEOPLE:
                return [self._names[one] for one in line.fields.ids(key)]
            case Holds.PERSON:
                return next((self._names[one] for one in line.fields.ids(key)), None)
            case Holds.LINES:
                return [self._numbers[one] for one in line.fields.ids(key) if one in self._numbers]
            case Holds.VIEWS:
                return [
                    {"by": self._names.get(str(view.get("by", ""))), "text": view.get("text")}
                    for view in line.fields.each(key)
                ]
        return as_document(line.fields[key])


def _attended(person: Person) -> dict[str, Any]:
    known = _known(relationship=person.relationship)
    return {"name": person.called, "took_part": person.attended.value, **known}


def _holder(person: Person) -> dict[str, Any]:
    chosen = person.copying
    known = (
        _known(form=chosen.form, how=chosen.how, date=chosen.on and chosen.on.isoformat())
        if chosen
        else {}
    )
    return {"name": person.short_name, "copy": person.copy_kind.value, **known}


def _known(**values: Any) -> dict[str, Any]:
    return {key: held for key, held in values.items() if held}
